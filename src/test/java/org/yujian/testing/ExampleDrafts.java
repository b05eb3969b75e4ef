package org.yujian.testing;

import java.util.List;
import java.util.Map;

/** An editor writes an edition, changes her mind a few times and shows a draft to somebody. */
final class ExampleDrafts {
  private static final String EDITIONS = "/v1/desk/editions";
  private static final String ARTICLES = "/v1/desk/articles";

  private final Client client;
  private final ExampleFiles files;

  ExampleDrafts(Client client, ExampleFiles files) {
    this.client = client;
    this.files = files;
  }

  void tell() {
    String account = client.get("/v1/accounts/@yujian-shequ").text("id");
    Map<String, Object> lead =
        Map.of(
            "title", "周末集市开到小区门口",
            "source", "社区服务中心",
            "html", "<p style=\"color:red\">本周六上午，<b>二十个摊位</b>开到清和路12号。</p>");
    Map<String, Object> second = Map.of("title", "便民服务时间", "markdown", "- 理发：九点\n- 磨刀：十点");
    Map<String, Object> made = Map.of("accountId", account, "articles", List.of(lead, second));
    Client.Answer edition = tell("createEdition", made, client.post(EDITIONS, made).expect(201));
    String path = EDITIONS + "/" + edition.text("id");
    Map<String, Object> third =
        Map.of(
            "title",
            "志愿者招募",
            "blocks",
            List.of(Map.of("type", "paragraph", "text", "集市还需要六名志愿者。")));
    Client.Answer added =
        tell("addArticle", third, client.post(path + "/articles", third).expect(201));
    leases(path, edition.json().path("articles").path(0).path("id").asText());
    order(path, edition.json().path("articles").path(0).path("id").asText());
    change(ARTICLES + "/" + added.text("id"));
    files.answer(
        "listDeskArticles", client.get(ARTICLES + "?q=%E9%9B%86%E5%B8%82").expect(200).json());
    files.answer(
        "deleteArticle",
        client
            .delete(ARTICLES + "/" + added.text("id"), etag(ARTICLES + "/" + added.text("id")))
            .expect(200)
            .json());
    client.delete(path, etag(path)).expect(204);
  }

  private void leases(String path, String article) {
    Map<String, Object> window = Map.of("window", "b0Wq3nT8", "articleId", article);
    tell("renewEditLease", window, client.put(path + "/editors/me", window).expect(200));
    files.answer("getEditLeases", client.get(path + "/editors").expect(200).json());
    client.delete(path + "/editors/me?window=b0Wq3nT8").expect(204);
  }

  private void order(String path, String first) {
    List<String> ids =
        client
            .get(path)
            .json()
            .path("articles")
            .valueStream()
            .map(a -> a.path("id").asText())
            .toList();
    Map<String, Object> order = Map.of("articleIds", List.of(ids.get(1), ids.get(0), ids.get(2)));
    tell("changeEdition", order, client.patch(path, order, etag(path)).expect(200));
    Map<String, Object> front =
        Map.of("editionId", path.substring(EDITIONS.length() + 1), "position", 1);
    String article = ARTICLES + "/" + first;
    tell("moveArticle", front, client.post(article + "/move", front, etag(article)).expect(200));
  }

  private void change(String article) {
    Map<String, Object> title = Map.of("title", "招募六名志愿者");
    tell("changeArticle", title, client.patch(article, title, etag(article)).expect(200));
    files.answer("diffArticle", client.get(article + "/diff").expect(200).json());
    Client.Answer link = client.post(article + "/preview", Map.of()).expect(200);
    files.answer("previewArticle", link.json());
  }

  private Client.Answer tell(String operation, Map<String, Object> request, Client.Answer answer) {
    files.request(operation, request);
    files.answer(operation, answer.json());
    return answer;
  }

  private String etag(String path) {
    return client.get(path).etag();
  }
}
