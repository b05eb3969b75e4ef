package org.yujian.editing;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.yujian.shared.time.DatabaseClock;
import org.yujian.testing.DeskTest;
import org.yujian.testing.JsonPath;
import org.yujian.testing.Upload;

/** Preview links: what their holder sees, and when they end. */
@QuarkusTest
class PreviewResourceTest extends DeskTest {
  @Inject DatabaseClock clock;

  private String article;
  private String edition;

  @BeforeEach
  void aDraft() {
    JsonPath report = imported(Upload.text("扫描二维码关注“豫园社区”\n\n# 草稿的题\n\n正文。\n"));
    article = report.getString("articles[0].articleId");
    edition = report.getString("articles[0].editionId");
  }

  @AfterEach
  void clockBack() {
    clock.stepTo(Duration.ZERO);
  }

  private String link() {
    return ok(desk().post("/v1/desk/articles/" + article + "/preview"), 200).getString("path");
  }

  private Response open(String path) {
    return given().noFilters().accept("application/json").get(path);
  }

  private String etag(String path) {
    return desk().get(path).header("ETag");
  }

  @Test
  void whoHasTheLinkReadsTheDraftAndNobodyKeepsIt() {
    String path = link();
    Response page = given().noFilters().accept("text/html").get(path);
    assertThat(page.statusCode()).isEqualTo(200);
    assertThat(page.header("Cache-Control")).isEqualTo("no-store");
    assertThat(page.header("X-Robots-Tag")).contains("noindex");
    assertThat(page.asString()).contains("草稿的题", "noindex", "预览").doesNotContain("canonical");
    assertThat(page.header("Content-Security-Policy")).contains("default-src 'none'");
    String desk = "/v1/desk/articles/" + article;
    ok(desk().header("If-Match", etag(desk)).body(Map.of("title", "新题")).patch(desk), 200);
    Response json = open(path);
    assertThat(ok(json, 200).getString("title")).isEqualTo("新题");
    assertThat(json.header("Cache-Control")).isEqualTo("no-store");
    problem(anyone().get("/v1/articles/" + article), 404, "article-not-found");
  }

  @Test
  void aTamperedLinkIsNoneOfOurs() {
    String path = link();
    for (int i = "/preview/".length(); i < path.length(); i++) {
      char other = path.charAt(i) == 'A' ? 'B' : 'A';
      String tampered = path.substring(0, i) + other + path.substring(i + 1);
      problem(open(tampered), 404, "preview-not-found");
    }
    problem(open(path + "A"), 404, "preview-not-found");
    problem(open("/preview/x"), 404, "preview-not-found");
  }

  @Test
  void aLinkEndsAfterSevenDays() {
    String path = link();
    clock.stepTo(Duration.ofDays(7).minusMinutes(1));
    ok(open(path), 200);
    clock.stepTo(Duration.ofDays(7).plusMinutes(1));
    assertThat(problem(open(path), 410, "preview-expired").getString("at")).isNotNull();
  }

  @Test
  void aLinkEndsWithItsDraft() {
    String path = link();
    String desk = "/v1/desk/editions/" + edition;
    ok(desk().header("If-Match", etag(desk)).post(desk + "/publish"), 200);
    problem(open(path), 410, "preview-ended");
    problem(desk().post("/v1/desk/articles/" + article + "/preview"), 409, "article-no-draft");
    String live = "/v1/desk/articles/" + article;
    ok(desk().header("If-Match", etag(live)).body(Map.of("title", "新题")).patch(live), 200);
    problem(open(path), 410, "preview-ended");
    String second = link();
    ok(open(second), 200);
    ok(desk().header("If-Match", etag(live)).delete(live), 200);
    problem(open(second), 410, "preview-ended");
  }

  /** A new draft of the same live copy is another one. */
  @Test
  void aLinkDoesNotReviveWithTheNextDraft() {
    String desk = "/v1/desk/editions/" + edition;
    ok(desk().header("If-Match", etag(desk)).post(desk + "/publish"), 200);
    String live = "/v1/desk/articles/" + article;
    ok(desk().header("If-Match", etag(live)).body(Map.of("title", "新题")).patch(live), 200);
    String path = link();
    ok(desk().header("If-Match", etag(live)).body(Map.of("title", "更新的题")).patch(live), 200);
    ok(open(path), 200);
    ok(desk().header("If-Match", etag(live)).delete(live), 200);
    ok(desk().header("If-Match", etag(live)).body(Map.of("title", "密题")).patch(live), 200);
    problem(open(path), 410, "preview-ended");
    String second = link();
    ok(open(second), 200);
    ok(desk().header("If-Match", etag(live)).delete(live), 200);
    ok(desk().header("If-Match", etag(live)).post(live + "/revisions/1/restore"), 200);
    problem(open(second), 410, "preview-ended");
  }
}
