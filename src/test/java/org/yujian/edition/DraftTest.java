package org.yujian.edition;

import io.restassured.response.Response;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.yujian.testing.DeskTest;
import org.yujian.testing.JsonPath;
import org.yujian.testing.Upload;

/** An editor with an account that has two live articles. */
public abstract class DraftTest extends DeskTest {
  public static final String EDITIONS = "/v1/desk/editions";
  public static final String ARTICLES = "/v1/desk/articles";

  public String account;
  public String live;

  @BeforeEach
  public void somethingIsLive() {
    JsonPath report =
        imported(Upload.text("扫描二维码关注“豫园社区”\n\n# 甲\n\n第一段。\n\n第二段。\n\n# 乙\n\n正文。\n").publish());
    account = report.getString("accountId");
    live = report.getString("articles[0].articleId");
  }

  public JsonPath edition(Object... articles) {
    Map<String, Object> body = Map.of("accountId", account, "articles", List.of(articles));
    return ok(desk().body(body).post(EDITIONS), 201);
  }

  public static Map<String, Object> article(String title) {
    return Map.of("title", title, "html", "<p>" + title + "的正文。</p>");
  }

  public String etag(String path) {
    return desk().get(path).header("ETag");
  }

  public Response patch(String path, Object body) {
    return desk().header("If-Match", etag(path)).body(body).patch(path);
  }

  public Response delete(String path) {
    return desk().header("If-Match", etag(path)).delete(path);
  }

  public Response move(String article, Map<String, Object> where) {
    String path = ARTICLES + "/" + article;
    return desk().header("If-Match", etag(path)).body(where).post(path + "/move");
  }

  public Response publish(String edition) {
    String path = EDITIONS + "/" + edition;
    return desk().header("If-Match", etag(path)).post(path + "/publish");
  }

  public List<String> titles(String edition) {
    return deskRead(EDITIONS + "/" + edition).getList("articles.title", String.class);
  }
}
