import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.PrintStream;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;

/**
 * What an app does: signs up once, scans a code, keeps a copy by delta sync, shows the home feed
 * from it (a dot for unread, a star), marks without a network and sends the marks later.
 *
 * <pre>java -cp 'target/quarkus-app/lib/main/*' src/example/java/PhoneClient.java BASE CODE [FILE]
 * </pre>
 */
class PhoneClient {
  private static final ObjectMapper JSON = new ObjectMapper();

  /** Escaped: before Java 18 a file that runs from source is read in the locale's encoding. */
  private static final String UNREAD = "\u25cf ";

  private static final String STAR = "\u2605 ";
  private static final PrintStream OUT = new PrintStream(System.out, true, StandardCharsets.UTF_8);

  private final HttpClient http = HttpClient.newHttpClient();
  private final String base;
  private final Path file;
  private final ObjectNode kept;

  PhoneClient(String base, Path file) throws IOException {
    this.base = base;
    this.file = file;
    kept = JSON.createObjectNode();
    if (Files.exists(file)) {
      kept.setAll((ObjectNode) JSON.readTree(file.toFile()));
    }
  }

  public static void main(String[] args) throws Exception {
    PhoneClient phone = new PhoneClient(args[0], Path.of(args.length > 2 ? args[2] : "phone.json"));
    JsonNode scan = ok(phone.ask("POST", "/v1/me/scans", json("code", args[1])));
    OUT.println("Scanned: " + scan.path("outcome").asText());
    phone.sync();
    phone.feed().forEach(phone::show);
    phone.readNewest();
    phone.sendMarks();
  }

  /** As this device, whose access is over after an hour. */
  private HttpResponse<byte[]> ask(String method, String path, Object body) throws Exception {
    HttpResponse<byte[]> answer = kept.has("tokens") ? send(method, path, body) : null;
    if (answer == null || answer.statusCode() == 401) {
      newTokens();
      answer = send(method, path, body);
    }
    return answer;
  }

  /** A lost answer costs nothing: the same refresh token is good until its successor is used. */
  private void newTokens() throws Exception {
    Object refresh = json("refreshToken", kept.at("/tokens/refreshToken").asText("none"));
    HttpResponse<byte[]> answer = send("POST", "/v1/devices/refresh", refresh);
    boolean known = answer.statusCode() != 401;
    OUT.println(known ? "Refreshed" : "Signed up");
    // Where a device was ended, an app asks for the recovery code and sends it along.
    kept.set("tokens", ok(known ? answer : send("POST", "/v1/devices", json("name", "Example"))));
    save();
  }

  /** From where it stopped to the end. */
  private void sync() throws Exception {
    for (boolean more = true; more; save()) {
      String since = kept.has("since") ? "&since=" + kept.path("since").asText() : "";
      HttpResponse<byte[]> answer = ask("GET", "/v1/me/sync?limit=100" + since, null);
      if (answer.statusCode() == 410) {
        OUT.println("Start over: the copy is dropped");
        kept.remove(List.of("since", "copy"));
        continue;
      }
      JsonNode page = ok(answer);
      page.path("changes").forEach(this::take);
      OUT.println("Changes: " + page.path("changes").size());
      kept.set("since", page.path("token"));
      more = page.path("hasMore").asBoolean();
    }
  }

  /** A higher version replaces; a deletion stays, so that nothing older comes back. */
  private void take(JsonNode change) {
    ObjectNode copy = kept.withObject("/copy");
    String id = change.path("id").asText();
    String key = change.path("type").asText() + " " + id;
    if (change.path("reason").asText().equals("unfollowed")) {
      copy.remove(key);
      // Everything of the account but stars.
      copy.properties()
          .removeIf(
              each -> {
                JsonNode thing = each.getValue().path(each.getValue().path("type").asText());
                boolean its = thing.path("accountId").asText().equals(id);
                return its && !thing.path("star").asBoolean();
              });
    } else if (change.path("version").asLong() > copy.path(key).path("version").asLong()) {
      copy.set(key, change);
    }
  }

  private JsonNode thing(String type, JsonNode id) {
    return kept.path("copy").path(type + " " + id.asText()).path(type);
  }

  /** From the copy alone, without what is muted. */
  private List<JsonNode> feed() {
    return kept.path("copy")
        .valueStream()
        .map(change -> change.path("article"))
        .filter(each -> thing("follow", each.path("accountId")).path("muted").isBoolean())
        .filter(each -> !thing("follow", each.path("accountId")).path("muted").asBoolean())
        .sorted(Comparator.comparing(PhoneClient::place).reversed())
        .toList();
  }

  /** The feed's order: times always have six decimals; of one moment the lowest position first. */
  private static String place(JsonNode article) {
    return article.path("publishedAt").asText() + (9 - article.path("position").asInt());
  }

  private void show(JsonNode article) {
    JsonNode mark = thing("state", article.path("id"));
    JsonNode upTo = thing("follow", article.path("accountId")).path("readUpTo");
    boolean old = !upTo.isMissingNode() && place(article).compareTo(place(upTo)) <= 0;
    OUT.print(mark.path("read").asBoolean() || old ? "  " : UNREAD);
    OUT.print(mark.path("star").asBoolean() ? STAR : "  ");
    JsonNode account = thing("account", article.path("accountId"));
    OUT.println(article.path("title").asText() + " | " + account.path("name").asText());
  }

  /** Reads and stars the newest article; without a network that waits in the file. */
  private void readNewest() throws IOException {
    for (JsonNode article : feed().stream().limit(1).toList()) {
      ObjectNode op = kept.withArray("/marks").addObject().put("read", true).put("star", true);
      op.put("at", Instant.now().toString()).put("clientSeq", kept.path("marks").size());
      op.set("articleId", article.path("id"));
    }
    save();
  }

  /** Good to repeat: forgotten here only when the answer is there. */
  private void sendMarks() throws Exception {
    if (!kept.path("marks").isEmpty()) {
      JsonNode ops = JSON.createObjectNode().set("ops", kept.path("marks"));
      for (JsonNode result : ok(ask("POST", "/v1/me/states", ops)).path("results")) {
        OUT.println("Mark: " + result.path("result").asText());
      }
      kept.remove("marks");
      save();
    }
  }

  /** Again a little later, when nothing comes back or the server is busy. */
  private HttpResponse<byte[]> send(String method, String path, Object body) throws Exception {
    byte[] bytes = body == null ? new byte[0] : JSON.writeValueAsBytes(body);
    HttpRequest.Builder request =
        HttpRequest.newBuilder(URI.create(base + path))
            .timeout(Duration.ofSeconds(20))
            .header("Content-Type", "application/json")
            .method(method, BodyPublishers.ofByteArray(bytes));
    if (path.startsWith("/v1/me")) {
      request.header("Authorization", "Bearer " + kept.at("/tokens/accessToken").asText());
    }
    for (int i = 1; ; i++) {
      try {
        HttpResponse<byte[]> answer = http.send(request.build(), BodyHandlers.ofByteArray());
        if (answer.statusCode() != 429 && answer.statusCode() != 503 || i == 5) {
          return answer;
        }
      } catch (IOException lost) {
        if (i == 5) {
          throw lost;
        }
      }
      Thread.sleep(500L << i);
    }
  }

  private static JsonNode ok(HttpResponse<byte[]> answer) throws IOException {
    if (answer.statusCode() / 100 != 2) {
      throw new IOException(new String(answer.body(), StandardCharsets.UTF_8));
    }
    return JSON.readTree(answer.body());
  }

  private static JsonNode json(String name, String value) {
    return JSON.createObjectNode().put(name, value);
  }

  /** Whole or not at all, and for nobody else to read: who has the tokens is this device. */
  private void save() throws IOException {
    Path next = Path.of(file + ".next");
    Files.write(next, new byte[0]);
    next.toFile().setReadable(false, false);
    next.toFile().setReadable(true, true);
    Files.write(next, JSON.writeValueAsBytes(kept));
    Files.move(next, file, StandardCopyOption.ATOMIC_MOVE);
  }
}
