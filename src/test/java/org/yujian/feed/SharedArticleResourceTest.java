package org.yujian.feed;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.not;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;
import jakarta.inject.Inject;
import java.util.Locale;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.yujian.auth.ApiKeyService;
import org.yujian.auth.Caller;
import org.yujian.testing.ApiTest;
import org.yujian.testing.Desk;
import org.yujian.testing.JsonPath;

@QuarkusTest
class SharedArticleResourceTest extends ApiTest {
  private static final int MOST_BYTES = 20_000;

  @Inject ApiKeyService keys;

  private Desk desk;
  private String account;

  @BeforeEach
  void prepare() {
    desk = new Desk(keys.create("test", Caller.program("test").scopes(), null, "test"));
    account = "读者" + UUID.randomUUID();
  }

  @Test
  void anArticleIsAPageWithItsSurroundings() {
    JsonPath report = desk.publish(document("上午九点开始。"));
    String first = report.getString("articles[0].articleId");
    String second = report.getString("articles[1].articleId");

    Response page = page(first);

    page.then()
        .statusCode(200)
        .contentType("text/html;charset=UTF-8")
        .header("Content-Language", "zh-CN")
        .header("Cache-Control", "max-age=10, stale-while-revalidate=30")
        .header("Referrer-Policy", "no-referrer")
        .header("Content-Security-Policy", containsString("default-src 'none'"))
        .body("html.@lang", equalTo("zh-CN"))
        .body("html.head.title", equalTo("社区文化活动 本周开始 – " + account))
        .body("html.body.main.article.header.h1.span[1]", equalTo("本周开始"));
    assertThat(page.asString())
        .contains("<p class=\"subtitle\" role=\"doc-subtitle\">欢迎参加</p>")
        .contains("<p>上午九点开始。</p>")
        .contains("来源：党群办")
        .contains("alt=\"“" + account + "”的关注二维码\"")
        .contains("等待提供二维码")
        .contains("关注“" + account + "外”")
        .contains("rel=\"next\" href=\"/a/" + second + "\"")
        .contains("<link rel=\"canonical\" href=\"/a/" + first + "\">")
        .doesNotContain("og:url", "localhost", "<script", "rel=\"prev\"", "更正");
    assertThat(page.asByteArray()).hasSizeLessThan(MOST_BYTES);
  }

  @Test
  void whatAuthorsWriteStaysText() {
    JsonPath report =
        desk.publish(
            String.format(Locale.ROOT, "扫描二维码 关注“%s”\n\n# <b>1</b> & 2\n\n<i>三</i>。", account));

    assertThat(page(report.getString("articles[0].articleId")).asString())
        .contains("<span>&lt;b&gt;1&lt;/b&gt;</span> <span>&amp;</span>")
        .doesNotContain("<b>", "<i>");
  }

  @Test
  void aCorrectionIsTold() {
    JsonPath report = desk.publish(document("上午九点开始。"));
    String article = report.getString("articles[0].articleId");

    desk.correct(article, document("上午十点开始。"));

    assertThat(page(article).asString())
        .contains("href=\"#corrections\"", "更正说明", "内容更新", "上午十点开始。")
        .contains("article:modified_time");
  }

  @Test
  void anUnchangedPageIsNotSentAgain() {
    String article = desk.publish(document("上午九点开始。")).getString("articles[0].articleId");

    browser()
        .header("If-None-Match", page(article).header("ETag"))
        .get("/a/" + article)
        .then()
        .statusCode(304);
  }

  @Test
  void wordsAreEnglishForThoseWhoPreferIt() {
    String article = desk.publish(document("上午九点开始。")).getString("articles[0].articleId");

    Response page =
        browser().header("Accept-Language", "en-GB,en;q=0.9,zh;q=0.5").get("/a/" + article);

    assertThat(page.headers().getValues("Vary")).contains("Accept-Language");
    page.then()
        .header("Content-Language", "en")
        .body("html.@lang", equalTo("en"))
        .body("html.body.main.article.@lang", equalTo("zh-CN"))
        .body(containsString("Follow “" + account + "”"));
  }

  @Test
  void aWithdrawnArticleSaysWhy() {
    String article = desk.publish(document("上午九点开始。")).getString("articles[0].articleId");
    desk.withdraw(article, "rights", "图片 <侵权>");

    page(article)
        .then()
        .statusCode(410)
        .contentType("text/html;charset=UTF-8")
        .header("Content-Security-Policy", containsString("default-src 'none'"))
        .header("Cache-Control", "no-store")
        .body(containsString("文章已撤回"))
        .body(containsString("权利原因"))
        .body(containsString("图片 &lt;侵权&gt;"))
        .body(containsString("<time datetime="))
        .body(not(containsString(article)));
    given()
        .get("/a/" + article)
        .then()
        .statusCode(410)
        .contentType("application/problem+json")
        .body("code", equalTo("article-withdrawn"))
        .body("class", equalTo("rights"));
  }

  @Test
  void anUnknownArticleIsAPageForBrowsersAndAProblemForOthers() {
    String unknown = "/a/" + UUID.randomUUID();

    browser().get(unknown).then().statusCode(404).contentType("text/html;charset=UTF-8");
    browser().get("/a/nix").then().statusCode(404).contentType("text/html;charset=UTF-8");
    given()
        .get(unknown)
        .then()
        .statusCode(404)
        .contentType("application/problem+json")
        .body("code", equalTo("article-not-found"));
  }

  @Test
  void theStyleSheetIsKeptForEver() {
    String article = desk.publish(document("上午九点开始。")).getString("articles[0].articleId");
    String address = page(article).htmlPath().getString("html.head.link[0].@href");

    given()
        .get(address)
        .then()
        .statusCode(200)
        .contentType("text/css;charset=UTF-8")
        .header("Cache-Control", containsString("immutable"));
    given().get("/assets/0/page.css").then().header("Cache-Control", "no-store");
  }

  private String document(String text) {
    return String.format(
        Locale.ROOT,
        """
        扫描二维码 关注“%1$s”

        扫描二维码 关注“%1$s外”

        # 社区文化活动 本周开始

        ## 欢迎参加

        活动安排如下。

        地点在豫园文化中心，请居民提前到场。

        %2$s

        欢迎居民参加。（党群办）

        # 第二篇

        另有通知。
        """,
        account,
        text);
  }

  private static RequestSpecification browser() {
    return given().accept("text/html,application/xhtml+xml,*/*;q=0.8");
  }

  private static Response page(String article) {
    return browser().get("/a/" + article);
  }
}
