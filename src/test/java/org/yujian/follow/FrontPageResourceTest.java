package org.yujian.follow;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;
import jakarta.inject.Inject;
import java.util.List;
import java.util.stream.IntStream;
import org.hibernate.SessionFactory;
import org.hibernate.stat.Statistics;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.Test;
import org.yujian.testing.DeskTest;
import org.yujian.testing.JsonPath;
import org.yujian.testing.Upload;

@QuarkusTest
class FrontPageResourceTest extends DeskTest {
  private static final String LONG = "长".repeat(50);

  @Inject SessionFactory sessions;

  @Test
  void anEmptyDatabaseSaysHowToBeginAndItsCommandWorks() {
    Document page = html(page());

    assertThat(page.select("h2").eachText()).containsExactly("从导入第一篇文档开始", "开发者");
    String command = page.select("pre").text();
    assertThat(command).contains("data/admin-key", "-F publish=true http://localhost:");
    assertThat(command).endsWith("/v1/desk/imports");
    assertThat(page.select("main").text()).contains("README 的“从文档到手机”一节");

    String notice = page.select("pre").first().wholeText();
    int begin = notice.indexOf('\n') + 1;
    imported(Upload.text(notice.substring(begin, notice.indexOf("EOF\n", begin))).publish());
    Document after = html(page());
    assertThat(after.select("h2").eachText()).containsExactly("最新文章", "公众号", "开发者");
    assertThat(after.select(".list .name").eachText()).contains("梧桐路夜间施工提示");
    assertThat(after.select(".codes li").eachText()).containsExactly("梧桐街道");
  }

  @Test
  void theNewestArticlesOfAllAccountsAreListed() {
    JsonPath first = publish("甲社区", 8);
    JsonPath second = publish("乙社区", 4);

    Document page = html(page());

    assertThat(page.select("section:has(#latest) .name").eachText())
        .containsExactly(
            "乙社区1", "乙社区2", "乙社区3", "乙社区4", "甲社区1", "甲社区2", "甲社区3", "甲社区4", "甲社区5", "甲社区6");
    assertThat(page.select("section:has(#latest) .meta").eachText().get(4)).startsWith("甲社区 ");
    assertThat(page.select("section:has(#latest) a").eachAttr("href"))
        .startsWith("/a/" + second.getString("articles[0].articleId"))
        .contains("/a/" + first.getString("articles[0].articleId"));
  }

  @Test
  void accountsHaveTheirFollowCodes() {
    publish("甲社区", 1);
    publish("乙社区", 1);

    Document page = html(page());

    // In the order of pinyin: jia, yi.
    assertThat(page.select(".codes a").eachText()).containsExactly("甲社区", "乙社区");
    for (String landing : page.select(".codes a").eachAttr("href")) {
      anyone().accept("text/html").get(landing).then().statusCode(200);
    }
    for (String picture : page.select(".codes img").eachAttr("src")) {
      assertThat(picture).contains("/qr.svg?v=");
      anyone().get(picture).then().statusCode(200).contentType("image/svg+xml");
    }
    assertThat(page.select(".codes img").eachAttr("alt"))
        .containsExactly("“甲社区”的关注二维码", "“乙社区”的关注二维码");
  }

  @Test
  void aClosedAccountIsGoneAtOnceWithItsArticles() {
    String closed = publish("甲社区", 1).getString("accountId");
    publish("乙社区", 1);
    assertThat(page().asString()).contains("甲社区");

    String path = "/v1/desk/accounts/" + closed;
    String etag = desk().get(path).header("ETag");
    ok(desk().header("If-Match", etag).body("{}").post(path + "/close"), 200);

    assertThat(page().asString()).doesNotContain("甲社区").contains("乙社区");
  }

  @Test
  void whatIsWithdrawnIsGoneAtOnceAndTheAccountStays() {
    String article = publish("甲社区", 1).getString("articles[0].articleId");
    assertThat(page().asString()).contains("/a/" + article);

    ok(
        desk().body("{\"class\": \"error\"}").post("/v1/desk/articles/" + article + "/withdraw"),
        200);

    Document page = html(page());
    assertThat(page.select("section:has(#latest)").text()).isEqualTo("最新文章 还没有文章。");
    assertThat(page.select(".codes a").eachText()).containsExactly("甲社区");
  }

  @Test
  void namesAndTitlesStayTextAndMayBeLong() {
    String name = "<b>" + LONG.substring(0, 20) + "</b>&";
    imported(
        Upload.text("# <i>" + LONG + "</i>\n\n正文。\n").with("account", account(name)).publish());

    Response page = page();

    assertThat(page.asString())
        .contains("&lt;i&gt;" + LONG, "&lt;b&gt;" + LONG.substring(0, 20) + "&lt;/b&gt;&amp;")
        .doesNotContain("<b>", "<i>", "<script");
  }

  @Test
  void furtherAccountsAreALink() {
    IntStream.rangeClosed(1, 24).forEach(i -> account("公众号" + i));
    assertThat(html(page()).select("a[href=/v1/accounts]")).isEmpty();

    account("公众号25");

    Document page = html(page());
    assertThat(page.select(".codes li")).hasSize(24);
    assertThat(page.select("a[href=/v1/accounts]")).hasSize(1);
  }

  @Test
  void wordsAreEnglishForThoseWhoPreferIt() {
    publish("甲社区", 1);

    Response page = browser().header("Accept-Language", "en-GB,en;q=0.9").get("/");

    page.then().statusCode(200).header("Content-Language", "en");
    assertThat(page.headers().getValues("Vary"))
        .containsExactlyInAnyOrder("Accept-Language", "Accept-Encoding");
    Document html = html(page);
    assertThat(html.select("html").attr("lang")).isEqualTo("en");
    assertThat(html.select(".list .name").first().attr("lang")).isEqualTo("zh-CN");
    assertThat(html.select("h2").eachText())
        .containsExactly("Latest articles", "Accounts", "For developers");
    assertThat(html.select("nav a").eachAttr("href"))
        .containsExactly("/docs", "/docs/guides", "/v1/articles", "/problems");
  }

  @Test
  void theRepresentationIsAPageOnly() {
    anyone().accept("*/*").get("/").then().statusCode(200).contentType("text/html;charset=UTF-8");
    problem(anyone().accept("application/json").get("/"), 406, "not-acceptable");
    anyone().post("/").then().statusCode(405).header("Allow", "GET, HEAD, OPTIONS");
    browser().get("/index.html").then().statusCode(404).contentType("text/html;charset=UTF-8");
    problem(anyone().get("/index.html"), 404, "not-found");
  }

  @Test
  void headAndConditionsAreThoseOfOtherPublicReads() {
    publish("甲社区", 1);
    Response page = page();
    String tag = page.header("ETag");

    page.then().header("Cache-Control", "max-age=10, stale-while-revalidate=30");
    browser().header("If-None-Match", tag).get("/").then().statusCode(304);
    Response head = browser().head("/");
    assertThat(head.statusCode()).isEqualTo(200);
    assertThat(head.asByteArray()).isEmpty();
    for (String name : List.of("ETag", "Content-Length", "Content-Type", "Content-Language")) {
      assertThat(head.header(name)).as(name).isEqualTo(page.header(name)).isNotNull();
    }

    publish("甲社区", 2);
    browser().header("If-None-Match", tag).get("/").then().statusCode(200);
  }

  @Test
  void statementsAreTheSameForOneAccountAndForTwentyAndNoneFromTheCache() {
    Statistics statistics = sessions.getStatistics();
    statistics.setStatisticsEnabled(true);
    try {
      publish("甲社区", 1);
      cost(statistics, "zh");
      assertThat(cost(statistics, "en")).isEqualTo(4);
      assertThat(cost(statistics, "en")).isZero();
      List.of("乙", "丙", "丁", "戊", "己", "庚", "辛").forEach(name -> publish(name, 3));
      cost(statistics, "zh");
      assertThat(cost(statistics, "en")).isEqualTo(4);
      assertThat(cost(statistics, "en")).isZero();
    } finally {
      statistics.setStatisticsEnabled(false);
    }
  }

  private static long cost(Statistics statistics, String acceptLanguage) {
    long before = statistics.getPrepareStatementCount();
    browser().header("Accept-Language", acceptLanguage).get("/").then().statusCode(200);
    return statistics.getPrepareStatementCount() - before;
  }

  private JsonPath publish(String account, int articles) {
    StringBuilder text = new StringBuilder("扫描二维码关注“" + account + "”\n");
    for (int i = 1; i <= articles; i++) {
      text.append("\n# ").append(account).append(i).append("\n\n正文。\n");
    }
    return imported(Upload.text(text.toString()).publish());
  }

  private static Response page() {
    return browser().get("/");
  }

  private static Document html(Response page) {
    assertThat(page.statusCode()).isEqualTo(200);
    return Jsoup.parse(page.asString());
  }

  private static RequestSpecification browser() {
    return anyone().accept("text/html,application/xhtml+xml,*/*;q=0.8");
  }
}
