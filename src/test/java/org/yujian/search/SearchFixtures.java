package org.yujian.search;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.yujian.testing.Client;
import org.yujian.testing.Desk;

/** Articles to be found, as a program writes them. */
public final class SearchFixtures {

  /** Names the account that publishes. */
  static final String FOLLOW = "扫描二维码 关注“测试号”\n\n";

  private SearchFixtures() {}

  /** Publishes an edition of one article as a document; gives the article's id. */
  static String publish(Desk desk, String title, String... paragraphs) {
    String document = FOLLOW + "# " + title + "\n\n" + String.join("\n\n", paragraphs) + "\n";
    return desk.publish(document).getString("articles[0].articleId");
  }

  public static String encoded(String text) {
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
