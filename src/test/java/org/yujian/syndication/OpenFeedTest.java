package org.yujian.syndication;

import static org.assertj.core.api.Assertions.assertThat;

import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.yujian.testing.DeskTest;
import org.yujian.testing.JsonPath;
import org.yujian.testing.Upload;

/** For tests that read feeds of the running program, of one account and one tag. */
abstract class OpenFeedTest extends DeskTest {

  String account;

  @BeforeEach
  void anAccount() {
    account =
        ok(
                desk()
                    .body("{\"handle\": \"yuyuan\", \"name\": \"豫园社区\", \"intro\": \"社区 & 新闻\"}")
                    .post("/v1/desk/accounts"),
                201)
            .getString("id");
    tag("lights");
  }

  /** Publishes an edition of eight articles; gives their ids. */
  final List<String> publishEight(String word) {
    return publish(IntStream.range(0, 8).mapToObj(i -> word + i).toArray(String[]::new));
  }

  /** Publishes articles of these titles in one edition; gives their ids. */
  final List<String> publish(String... titles) {
    StringBuilder text = new StringBuilder();
    for (String title : titles) {
      text.append("# ").append(title).append("\n\n").append(title).append("的正文 <&> 😀。\n\n");
    }
    Upload document =
        Upload.text(text.toString())
            .with("account", account)
            .with("publish", "true")
            .with("tag", "lights");
    return imported(document).getList("articles.articleId", String.class);
  }

  static Response get(String path) {
    return anyone().get(path);
  }

  static JsonPath json(String path) {
    return ok(get(path), 200);
  }

  static XmlView xml(String path) {
    Response response = get(path);
    assertThat(response.statusCode()).as(response.asString()).isEqualTo(200);
    return XmlView.of(response.asString());
  }

  static List<String> urns(List<String> ids) {
    return ids.stream().map(id -> "urn:uuid:" + id).toList();
  }

  final void correct(String article, String field, String value, String reason) {
    String path = "/v1/desk/articles/" + article;
    ok(act(path).body(Map.of(field, value)).patch(path), 200);
    ok(act(path).body(Map.of("class", reason, "note", "更正说明")).post(path + "/corrections"), 200);
  }

  static String etag(Response response) {
    return response.header("ETag");
  }

  final RequestSpecification act(String path) {
    return desk().header("If-Match", etag(desk().get(path)));
  }

  final void withdraw(String article, String note) {
    String path = "/v1/desk/articles/" + article;
    ok(
        act(path).body(Map.of("class", "request", "publicNote", note)).post(path + "/withdraw"),
        200);
  }
}
