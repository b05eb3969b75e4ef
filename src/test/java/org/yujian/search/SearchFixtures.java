package org.yujian.search;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.yujian.testing.Client;

/** Articles to be found, as a program writes them. */
final class SearchFixtures {

  private SearchFixtures() {}

  static String encoded(String text) {
    return URLEncoder.encode(text, StandardCharsets.UTF_8);
  }

  /** Publishes an edition of one article with one paragraph; gives the article's id. */
  static String publish(Client client, String account, String title, String text) {
    Client.Answer made = edition(client, account, title, text);
    client.publish(made.text("id"), made.etag()).expect(200);
    return made.json().path("articles").path(0).path("id").asText();
  }

  /** The same as part of an archive. */
  static String publishedAt(
      Client client, String account, String title, String text, Instant publishedAt) {
    Client.Answer made = edition(client, account, title, text);
    client
        .post(
            "/v1/desk/editions/" + made.text("id") + "/publish",
            Map.of("publishedAt", publishedAt.toString()),
            made.etag())
        .expect(200);
    return made.json().path("articles").path(0).path("id").asText();
  }

  private static Client.Answer edition(Client client, String account, String title, String text) {
    Map<String, Object> paragraph = Map.of("type", "paragraph", "text", text);
    Map<String, Object> article = Map.of("title", title, "blocks", List.of(paragraph));
    Map<String, Object> edition = Map.of("accountId", account, "articles", List.of(article));
    return client.post("/v1/desk/editions", edition).expect(201);
  }
}
