package bench;

import bench.SearchQueries.Query;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;

/** What the program answers to searches. */
final class SearchClient {
  private final ObjectMapper json = new ObjectMapper();
  private final HttpClient http =
      HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
  private final Server server;

  SearchClient(Server server) {
    this.server = server;
  }

  /** The address of a first page as a reader asks for it. */
  static String path(Query query) {
    return path(query.text()) + "&match=exact";
  }

  static String path(String question) {
    return "/v1/search?q=" + encoded(question);
  }

  private static String encoded(String text) {
    return URLEncoder.encode(text, StandardCharsets.UTF_8);
  }

  /**
   * Reads the pages of a query's exact matches until there are enough articles, or no more pages.
   *
   * @param most articles from which no further page is read
   * @param page articles of a page
   * @return ids of the articles in the order of the pages
   */
  List<UUID> articles(Query query, int most, int page) throws IOException, InterruptedException {
    List<UUID> ids = new ArrayList<>();
    String first = path(query) + "&type=articles&limit=" + page;
    String next = "";
    while (next != null && ids.size() < most) {
      JsonNode answer = get(next.isEmpty() ? first : first + "&cursor=" + encoded(next));
      for (JsonNode item : answer.path("items")) {
        ids.add(UUID.fromString(item.path("article").path("id").textValue()));
      }
      next = answer.path("next").textValue();
    }
    return ids;
  }

  /** How many the first page says there are: exact up to 1,000, then "1000 gte". */
  String total(Query query) throws IOException, InterruptedException {
    JsonNode total = get(path(query) + "&type=articles&limit=20").path("total");
    return total.path("value").asText() + " " + total.path("relation").asText();
  }

  JsonNode get(String path) throws IOException, InterruptedException {
    HttpRequest request =
        HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + server.port + path)).build();
    var answer = http.send(request, BodyHandlers.ofByteArray());
    if (answer.statusCode() != 200) {
      throw new IOException(
          path + ": " + answer.statusCode() + " " + new String(answer.body(), StandardCharsets.UTF_8));
    }
    return json.readTree(answer.body());
  }
}
