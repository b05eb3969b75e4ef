package org.yujian.follow;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.not;

import io.agroal.api.AgroalDataSource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;
import jakarta.inject.Inject;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.yujian.auth.ApiKeyService;
import org.yujian.auth.Caller;
import org.yujian.testing.ApiTest;
import org.yujian.testing.Desk;
import org.yujian.testing.JsonPath;
import org.yujian.testing.Tables;

@QuarkusTest
class LandingResourceTest extends ApiTest {
  @Inject ApiKeyService keys;
  @Inject AgroalDataSource database;

  private String name;
  private String accountId;
  private String article;
  private String landing;

  @BeforeEach
  void publish() {
    Desk desk = new Desk(keys.create("test", Caller.program("test").scopes(), null, "test"));
    name = "扫码" + UUID.randomUUID();
    JsonPath report =
        desk.publish(
            String.format(Locale.ROOT, "扫描二维码 关注“%s”\n\n# 第一篇\n\n正文。\n\n# 第二篇\n\n正文。", name));
    accountId = report.getString("accountId");
    article = report.getString("articles[0].articleId");
    landing = Desk.landing(article);
  }

  @Test
  void aScannedCodeShowsWhomToFollow() {
    Response page = browser().get(landing);

    assertThat(page.headers().getValues("Vary"))
        .contains("Accept, Accept-Language, User-Agent, Cookie");
    page.then()
        .statusCode(200)
        .contentType("text/html;charset=UTF-8")
        .header("X-Robots-Tag", "noindex")
        .header("Content-Security-Policy", containsString("default-src 'none'"))
        .body("html.body.main.header.h1", equalTo(name))
        .body(containsString("扫描二维码 关注“" + name + "”"))
        .body(containsString("<meta name=\"robots\" content=\"noindex\">"))
        .body(containsString("href=\"/a/" + article + "\""))
        .body(containsString("/qr.svg?v="));
  }

  @Test
  void appsReadTheSameAsJson() {
    given()
        .accept("application/json")
        .get(landing)
        .then()
        .statusCode(200)
        .contentType("application/json")
        .body("account.name", equalTo(name))
        .body("followTarget.accountId", equalTo(accountId))
        .body("articles", hasSize(2))
        .body("articles[0].title", equalTo("第一篇"));
  }

  /** WeChat's page is another one under the same address: neither is taken for the other. */
  @Test
  void insideWeChatThePageSaysHowToLeaveIt() {
    String weChat = "Mozilla/5.0 (iPhone) AppleWebKit/605.1.15 MicroMessenger/8.0.50 NetType/WIFI";
    for (int i = 0; i < 2; i++) {
      browser().get(landing).then().body(not(containsString("在浏览器打开")));
      browser()
          .header("User-Agent", weChat)
          .get(landing)
          .then()
          .body(containsString("选“在浏览器打开”"))
          .body(not(containsString("class=\"button\"")));
      browser()
          .header("User-Agent", weChat)
          .header("Accept-Language", "en")
          .get(landing)
          .then()
          .body(containsString("Choose “Open in browser”"));
    }
  }

  @Test
  void thereIsNoAppWithoutItsSettings() {
    browser().get(landing).then().body(not(containsString("class=\"button\"")));
    for (String file : List.of("apple-app-site-association", "assetlinks.json")) {
      given()
          .get("/.well-known/" + file)
          .then()
          .statusCode(404)
          .contentType("application/problem+json")
          .body("code", equalTo("not-found"));
    }
  }

  @Test
  void whoTakesAnythingGetsThePage() {
    given().accept("*/*").get(landing).then().contentType("text/html;charset=UTF-8");
    given()
        .accept("text/html;q=0.5,application/json")
        .get(landing)
        .then()
        .contentType("application/json");
  }

  @Test
  void readingFollowsNothingAndIsConditional() {
    String tag = browser().get(landing).header("ETag");

    browser().header("If-None-Match", tag).get(landing).then().statusCode(304);
  }

  @Test
  void anUnknownCodeIsAPageForBrowsersAndAProblemForOthers() {
    browser()
        .get("/f/nobody")
        .then()
        .statusCode(404)
        .contentType("text/html;charset=UTF-8")
        .body(containsString("无效的二维码"));
    given()
        .accept("application/json")
        .get("/f/nobody")
        .then()
        .statusCode(404)
        .contentType("application/problem+json")
        .body("code", equalTo("follow-code-not-found"));
  }

  @Test
  void anEndedCodeNamesTheAccount() throws SQLException {
    String code = landing.substring("/f/".length());
    assertThat(run("update placement set ends_at = now() where code = ?", code)).isOne();

    browser().get(landing).then().statusCode(410).body(containsString("“" + name + "”"));
    given()
        .accept("application/json")
        .get(landing)
        .then()
        .statusCode(410)
        .body("code", equalTo("follow-code-ended"))
        .body("detail", containsString(name));
  }

  @Test
  void aClosedAccountIsNamed() {
    new Tables(database)
        .runLogged(
            String.format(
                Locale.ROOT,
                """
                update account set state = 'closed', closed_at = now(), version = version + 1
                where name = '%s'
                """,
                name));

    browser().get(landing).then().statusCode(410).body(containsString(name));
    given()
        .accept("application/json")
        .get(landing)
        .then()
        .statusCode(410)
        .body("code", equalTo("account-closed"));
  }

  private int run(String sql, String parameter) throws SQLException {
    try (Connection connection = database.getConnection();
        PreparedStatement statement = connection.prepareStatement(sql)) {
      statement.setString(1, parameter);
      return statement.executeUpdate();
    }
  }

  private static RequestSpecification browser() {
    return given().accept("text/html,application/xhtml+xml,*/*;q=0.8");
  }
}
