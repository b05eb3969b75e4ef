package bench;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.Set;
import java.util.zip.GZIPInputStream;

/** The API for parts that look into answers; Java's own client, so dearer than {@link Load}. */
final class Api {
  static final ObjectMapper JSON = new ObjectMapper();

  private final HttpClient http =
      HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
  private final int port;
  private final Tally tally;

  /**
   * @param tally told of each request
   */
  Api(int port, Tally tally) {
    this.port = port;
    this.tally = tally;
  }

  /** What came; {@code status} 0 when nothing did. */
  record Answer(int status, String etag, byte[] body) {

    JsonNode json() throws IOException {
      boolean packed = body.length > 2 && body[0] == 0x1f && body[1] == (byte) 0x8b;
      return packed
          ? JSON.readTree(new GZIPInputStream(new ByteArrayInputStream(body)))
          : JSON.readTree(body);
    }
  }

  /**
   * A question and the answers that are right.
   *
   * @param credential a key or an access token; may be null
   */
  record Question(
      String kind, String method, String path, String credential, Set<Integer> expected) {

    static Question get(String kind, String path, Integer... expected) {
      return new Question(kind, "GET", path, null, Set.of(expected));
    }

    static Question by(
        String credential, String kind, String method, String path, Integer... expected) {
      return new Question(kind, method, path, credential, Set.of(expected));
    }
  }

  Answer ask(Question question, String... headers) throws InterruptedException {
    return send(question, null, headers);
  }

  /**
   * @param body written as JSON; may be null
   */
  Answer send(Question question, Object body, String... headers) throws InterruptedException {
    try {
      HttpResponse<byte[]> answer =
          http.send(request(question, body, headers), BodyHandlers.ofByteArray());
      tally.count(question, answer.statusCode());
      String etag = answer.headers().firstValue("etag").orElse(null);
      return new Answer(answer.statusCode(), etag, answer.body());
    } catch (IOException e) {
      tally.lost(question, e);
      return new Answer(0, null, new byte[0]);
    }
  }

  private HttpRequest request(Question question, Object body, String... headers)
      throws IOException {
    HttpRequest.Builder request =
        HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + question.path()))
            .timeout(Duration.ofSeconds(60));
    if (headers.length > 0) {
      request.headers(headers);
    }
    if (question.credential() != null) {
      request.header("Authorization", "Bearer " + question.credential());
    }
    if (body == null) {
      return request.method(question.method(), BodyPublishers.noBody()).build();
    }
    return request
        .header("Content-Type", "application/json")
        .method(question.method(), BodyPublishers.ofByteArray(JSON.writeValueAsBytes(body)))
        .build();
  }
}
