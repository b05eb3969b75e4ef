import io.vertx.core.AbstractVerticle;
import io.vertx.core.DeploymentOptions;
import io.vertx.core.MultiMap;
import io.vertx.core.Vertx;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.http.HttpServerResponse;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Rival (a): as near to the limit as this HTTP stack allows. It fetches some addresses from the
 * program once, plain and gzip-encoded, and gives the same bytes and headers from then on; 304 by
 * comparing ETags. No routes, no security, no limits, and nothing ever changes.
 *
 * <p>Arguments: its port, the program's address, the paths.
 */
public final class BareServer extends AbstractVerticle {
  record Answer(Map<String, List<String>> headers, String etag, Buffer body) {}

  private static final Map<String, Answer> PLAIN = new HashMap<>();
  private static final Map<String, Answer> GZIP = new HashMap<>();
  private static int port;

  public static void main(String[] args) throws IOException, InterruptedException {
    port = Integer.parseInt(args[0]);
    for (String path : List.of(args).subList(2, args.length)) {
      PLAIN.put(path, fetch(args[1], path, "identity"));
      GZIP.put(path, fetch(args[1], path, "gzip"));
    }
    // As Quarkus does: two event loops for each core.
    int loops = Runtime.getRuntime().availableProcessors() * 2;
    Vertx.vertx().deployVerticle(BareServer.class, new DeploymentOptions().setInstances(loops));
  }

  private static Answer fetch(String program, String path, String encoding)
      throws IOException, InterruptedException {
    HttpRequest request =
        HttpRequest.newBuilder(URI.create(program + path))
            .header("Accept-Encoding", encoding)
            .build();
    HttpResponse<byte[]> answer =
        HttpClient.newHttpClient().send(request, HttpResponse.BodyHandlers.ofByteArray());
    Map<String, List<String>> headers = new HashMap<>(answer.headers().map());
    headers.remove("content-length");
    return new Answer(
        headers, answer.headers().firstValue("etag").orElseThrow(), Buffer.buffer(answer.body()));
  }

  @Override
  public void start() {
    vertx.createHttpServer().requestHandler(BareServer::answer).listen(port, "127.0.0.1");
  }

  private static void answer(HttpServerRequest request) {
    MultiMap asked = request.headers();
    String encodings = asked.get("Accept-Encoding");
    boolean gzip = encodings != null && encodings.contains("gzip");
    Answer answer = (gzip ? GZIP : PLAIN).get(request.uri());
    HttpServerResponse response = request.response();
    if (answer == null) {
      response.setStatusCode(404).end();
      return;
    }
    answer.headers().forEach(response::putHeader);
    if (answer.etag().equals(asked.get("If-None-Match"))) {
      response.setStatusCode(304).end();
      return;
    }
    response.end(answer.body());
  }
}
