package org.yujian.reader;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.RestAssured;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.yujian.shared.text.Sha256;
import org.yujian.shared.time.DatabaseClock;
import org.yujian.testing.Browser;
import org.yujian.testing.Desk;
import org.yujian.testing.DeskTest;
import org.yujian.testing.JsonPath;
import org.yujian.testing.Upload;

/** Following in the browser, without the app: the cookie, the pages and who may see what. */
@QuarkusTest
class BrowserFollowTest extends DeskTest {
  private static final String UNREAD = "<span class=\"hidden\"";

  @Inject Attempts attempts;
  @Inject DatabaseClock clock;

  private String account;
  private String landing;

  @BeforeEach
  void publishFirst() {
    forget();
    JsonPath report = publish("旧闻");
    account = report.getString("accountId");
    landing = Desk.landing(report.getString("articles[0].articleId"));
  }

  @AfterEach
  void forget() {
    attempts.forget();
    clock.stepTo(Duration.ZERO);
  }

  private JsonPath publish(String title) {
    String text = "扫描二维码关注“梧桐街道”\n\n# " + title + "\n\n" + title + "的正文。\n";
    return imported(Upload.text(text).publish());
  }

  private String followers() {
    return read("/v1/accounts/counts?ids=" + account).getString("items[0].followers");
  }

  @Test
  void theWholeWalkWorksWithoutScripts() {
    Browser browser = new Browser();
    assertThat(browser.page("/home")).contains("它的文章就会出现在这里").contains("href=\"/\"");
    assertThat(browser.page(landing)).contains(landing + "/follow").doesNotContain("已关注");

    String followed = browser.postAndShow(landing + "/follow");
    assertThat(followed).contains("已关注").contains("href=\"/home\"").contains("/unfollow");
    assertThat(followers()).isEqualTo("1");
    String id = publish("新闻").getString("articles[0].articleId");
    String home = browser.page("/home");
    assertThat(home).contains("新闻").contains("旧闻").contains("1 篇未读").containsOnlyOnce(UNREAD);

    Response opened = browser.post("/home/articles/" + id + "/open");
    assertThat(opened.header("Location")).isEqualTo("/a/" + id);
    assertThat(browser.page("/home")).contains("新闻").doesNotContain(UNREAD, "篇未读");

    assertThat(browser.postAndShow(landing + "/unfollow"))
        .contains(landing + "/follow")
        .doesNotContain("已关注");
    assertThat(followers()).isEqualTo("0");
    assertThat(browser.page("/home")).contains("还没有关注公众号").doesNotContain("新闻");

    String cookie = browser.cookie();
    assertThat(browser.postAndShow("/home/end")).contains("它的文章就会出现在这里");
    assertThat(browser.cookie()).isNull();
    assertThat(Browser.with(cookie).page("/home")).contains("它的文章就会出现在这里");
    assertThat(count("device") + count("reader")).isZero();
  }

  @Test
  void everythingIsMarkedAsReadAndAnAccountIsLeftAtHome() {
    Browser browser = new Browser();
    browser.post(landing + "/follow");
    publish("一");
    publish("二");
    String home = browser.page("/home");
    assertThat(home.split(UNREAD, -1)).hasSize(3);
    Matcher form = Pattern.compile("action=\"(/home/read\\?upTo=[^\"]+)\"").matcher(home);
    assertThat(form.find()).isTrue();
    publish("三");
    String after = browser.postAndShow(form.group(1));
    assertThat(after).contains("1 篇未读").containsOnlyOnce(UNREAD);
    assertThat(browser.postAndShow("/home/accounts/" + account + "/unfollow")).contains("还没有关注公众号");
  }

  @Test
  void olderArticlesAreOnFurtherPages() {
    Browser browser = new Browser();
    browser.post(landing + "/follow");
    for (int i = 0; i < 16; i++) {
      publish("第" + i + "号");
    }
    String home = browser.page("/home");
    assertThat(home).contains("第15号").doesNotContain("第0号");
    Matcher next = Pattern.compile("href=\"(/home\\?cursor=[^\"]+)\"").matcher(home);
    assertThat(next.find()).isTrue();
    assertThat(browser.page(next.group(1))).contains("第0号").doesNotContain("第15号");
    Browser other = new Browser();
    other.post(landing + "/follow");
    assertThat(other.get(next.group(1)).statusCode()).isEqualTo(400);
  }

  @Test
  void followingTwiceIsOneFollowWithTheSceneOfItsCode() {
    Browser browser = new Browser();
    browser.post(landing + "/follow");
    String cookie = browser.cookie();
    browser.post(landing + "/follow");
    assertThat(browser.cookie()).isEqualTo(cookie);
    assertThat(followers()).isEqualTo("1");
    assertThat(tables().texts("select outcome from scan where reader_key is not null order by id"))
        .containsExactly("new-follow", "already-following");
    assertThat(count("follow where placement_id is not null")).isEqualTo(1);
  }

  @Test
  void theCookieIsKeptFor400DaysFromItsLastUse() {
    Browser browser = new Browser();
    String set = browser.post(landing + "/follow").header("Set-Cookie");
    assertThat(set)
        .isEqualTo(
            "yujian-reader="
                + browser.cookie()
                + "; Path=/; Max-Age=34560000; HttpOnly; SameSite=Lax");
    assertThat(tables().texts("select browser_sha256 from device"))
        .containsExactly(Sha256.hex(browser.cookie()));
    for (int days = 399; days < 1_200; days += 399) {
      clock.stepTo(Duration.ofDays(days));
      assertThat(browser.get(landing).header("Set-Cookie")).isEqualTo(set);
    }
    assertThat(browser.page("/home")).contains("梧桐街道");
    clock.stepTo(Duration.ofDays(1_197 + 401));
    assertThat(browser.get("/home").header("Set-Cookie"))
        .startsWith("yujian-reader=; Path=/; Max-Age=0;");
  }

  @Test
  void anotherSiteSendsNoForm() {
    Browser browser = new Browser();
    browser.post(landing + "/follow");
    String before = everyCount();
    for (String form :
        List.of(
            landing + "/follow",
            landing + "/unfollow",
            "/home/end",
            "/home/join-code",
            "/home/accounts/" + account + "/unfollow")) {
      for (Map<String, String> sender :
          List.of(
              Map.of("Sec-Fetch-Site", "cross-site"),
              Map.of("Sec-Fetch-Site", "same-site"),
              Map.of("Origin", "https://evil.example"),
              Map.of("Origin", "null"))) {
        Response refused = browser.request().headers(sender).post(form);
        assertThat(refused.statusCode()).as(form + sender).isEqualTo(403);
        assertThat(refused.asString()).contains("来自其他网站");
        assertThat(refused.header("Set-Cookie")).isNull();
      }
    }
    assertThat(everyCount()).isEqualTo(before);
    String origin = "http://localhost:" + RestAssured.port;
    assertThat(browser.request().header("Origin", origin).post(landing + "/follow").statusCode())
        .isEqualTo(303);
  }

  @Test
  void codesThatLeadNowhereMakeNoReader() {
    Browser browser = new Browser();
    assertThat(browser.post("/f/nobody/follow").statusCode()).isEqualTo(404);
    String account = "/v1/desk/accounts/" + this.account;
    String tag = desk().get(account).header("ETag");
    ok(desk().header("If-Match", tag).body("{}").post(account + "/close"), 200);
    assertThat(browser.post(landing + "/follow").statusCode()).isEqualTo(410);
    assertThat(browser.cookie()).isNull();
    assertThat(count("reader")).isZero();
  }

  @Test
  void anEndedCodeIsFollowedByNobodyAndCanBeLeft() {
    Browser browser = new Browser();
    browser.post(landing + "/follow");
    tables().run("update placement set ends_at = now()");
    assertThat(new Browser().post(landing + "/follow").statusCode()).isEqualTo(410);
    assertThat(browser.get(landing).statusCode()).isEqualTo(410);
    assertThat(browser.post(landing + "/unfollow").statusCode()).isEqualTo(303);
    assertThat(followers()).isEqualTo("0");
  }

  @Test
  void pagesOfOneReaderAreForNobodyElse() {
    Browser one = new Browser();
    Browser two = new Browser();
    Browser nobody = new Browser();
    nobody.page(landing);
    one.post(landing + "/follow");
    two.post(landing + "/follow");
    two.post(landing + "/unfollow");
    for (int i = 0; i < 2; i++) {
      Response page = one.get(landing);
      assertThat(page.asString()).contains("已关注");
      assertThat(page.header("Cache-Control")).isEqualTo("no-store");
      assertThat(page.headers().getValues("Vary").toString()).contains("Cookie");
      assertThat(two.page(landing)).doesNotContain("已关注");
      Response open = nobody.get(landing);
      assertThat(open.asString()).doesNotContain("已关注");
      assertThat(open.header("Cache-Control")).isEqualTo("private, max-age=10");
      assertThat(open.header("Set-Cookie")).isNull();
    }
    Response home = one.get("/home");
    assertThat(home.header("Cache-Control")).isEqualTo("no-store");
    assertThat(home.header("Content-Security-Policy")).contains("default-src 'none'");
    assertThat(home.header("Referrer-Policy")).isEqualTo("same-origin");
    assertThat(two.page("/home")).doesNotContain("旧闻");
  }

  @Test
  void aGetChangesNothing() {
    Browser browser = new Browser();
    browser.post(landing + "/follow");
    String id = publish("新闻").getString("articles[0].articleId");
    browser.page("/home");
    String before = everyCount() + tables().texts("select seq::text from reader");
    for (String path :
        List.of(
            landing + "/follow",
            landing + "/unfollow",
            "/home/articles/" + id + "/open",
            "/home/read?upTo=" + id,
            "/home/join-code",
            "/home/accounts/" + account + "/unfollow",
            "/home/end")) {
      assertThat(browser.get(path).statusCode()).as(path).isEqualTo(405);
    }
    browser.page("/a/" + id);
    browser.page("/home");
    assertThat(everyCount() + tables().texts("select seq::text from reader")).isEqualTo(before);
    assertThat(browser.page("/home")).containsOnlyOnce(UNREAD);
  }

  @Test
  void aBrowserWithoutCookiesIsToldSo() {
    Browser browser = new Browser();
    String back = browser.post(landing + "/follow").header("Location");
    assertThat(new Browser().page(back)).contains("浏览器没有保存 Cookie");
  }
}
