package org.yujian.testing;

import java.util.List;
import java.util.Map;

/** An edition and a correction pass a review; a reviewer comments on a passage. */
final class ExampleReviews {
  private static final Map<String, Object> AGREE =
      Map.of("stage", "初审", "verdict", "agree", "note", "事实已核对。");

  private final Client client;
  private final ExampleFiles files;

  ExampleReviews(Client client, ExampleFiles files) {
    this.client = client;
    this.files = files;
  }

  void tell() {
    Map<String, Object> account = Map.of("handle", "san-shen", "name", "三审示范");
    String id = client.post("/v1/desk/accounts", account).expect(201).text("id");
    Map<String, Object> written = Map.of("title", "河道清淤下周开始", "html", "<p>清淤从周一开始，为期十天。</p>");
    Map<String, Object> made = Map.of("accountId", id, "articles", List.of(written));
    Client.Answer edition = client.post("/v1/desk/editions", made).expect(201);
    String path = "/v1/desk/editions/" + edition.text("id");
    String article = edition.json().path("articles").path(0).path("id").asText();
    setReview("/v1/desk/accounts/" + id);
    comment(path, article);
    review("reviewEdition", path);
    files.answer("getEditionReview", client.get(path + "/reviews").expect(200).json());
    client.publish(path.substring(path.lastIndexOf('/') + 1), etag(path)).expect(200);
    correct("/v1/desk/articles/" + article);
  }

  private void setReview(String account) {
    Map<String, Object> review =
        Map.of("stages", List.of(Map.of("name", "初审")), "allowAuthor", true);
    client.patch(account, Map.of("review", review), etag(account)).expect(200);
  }

  private void comment(String path, String article) {
    String block =
        client.get("/v1/desk/articles/" + article).json().at("/draft/blocks/0/id").asText();
    Map<String, Object> comment =
        Map.of("articleId", article, "block", block, "start", 9, "end", 13, "text", "通知上是十二天，请核对。");
    files.request("addReviewComment", comment);
    Client.Answer made = client.post(path + "/comments", comment).expect(200);
    files.answer("addReviewComment", made.json());
    files.answer("listReviewComments", client.get(path + "/comments").expect(200).json());
    files.answer(
        "resolveReviewComment",
        client
            .post(path + "/comments/" + made.text("id") + "/resolve", Map.of())
            .expect(200)
            .json());
  }

  private void correct(String path) {
    Map<String, Object> better = Map.of("html", "<p>清淤从周一开始，为期十二天。</p>");
    client.patch(path, better, etag(path)).expect(200);
    review("reviewArticle", path);
    files.answer("getArticleReview", client.get(path + "/reviews").expect(200).json());
  }

  private void review(String operation, String path) {
    files.request(operation, AGREE);
    files.answer(operation, client.post(path + "/reviews", AGREE, etag(path)).expect(200).json());
  }

  private String etag(String path) {
    return client.get(path).expect(200).etag();
  }
}
