package org.yujian.push;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.yujian.testing.Browser;

/** The pages with the script, and what it sends. */
@QuarkusTest
class PushResourceTest extends PushTests {
  private static final String SCRIPT = "<script src=\"/push.js\" defer></script>";

  @Test
  void aBrowserSwitchesOffAndLeaves() {
    subscribe("/one");
    subscribe("/one");
    assertThat(count("push_subscription")).isEqualTo(1);
    Response ended =
        browser.form().formParam("endpoint", pushService.url("/one")).post(SUBSCRIPTIONS + "/end");
    assertThat(ended.statusCode()).isEqualTo(204);
    assertThat(count("push_subscription")).isZero();
    for (String path : List.of("/1", "/2", "/3", "/4")) {
      subscribe(path);
    }
    assertThat(tables().texts("select right(endpoint, 2) from push_subscription order by id"))
        .containsExactly("/2", "/3", "/4");
    browser.postAndShow("/home/end");
    assertThat(count("push_subscription")).isZero();
  }

  @Test
  void badSubscriptionsAreRefused() {
    String url = pushService.url("/one");
    assertThat(subscribe(browser, "ftp://example.org/", keys.p256dh(), keys.auth()).statusCode())
        .isEqualTo(422);
    assertThat(subscribe(browser, url, keys.auth(), keys.auth()).statusCode()).isEqualTo(422);
    assertThat(subscribe(browser, url, keys.p256dh(), "AA").statusCode()).isEqualTo(422);
    String noPoint = "B" + "A".repeat(86);
    assertThat(subscribe(browser, url, noPoint, keys.auth()).statusCode()).isEqualTo(422);
    assertThat(subscribe(new Browser(), url, keys.p256dh(), keys.auth()).statusCode())
        .isEqualTo(401);
    for (String path : List.of(SUBSCRIPTIONS, SUBSCRIPTIONS + "/end")) {
      Response foreign =
          browser
              .request()
              .header("Sec-Fetch-Site", "cross-site")
              .formParams(Map.of("endpoint", url, "p256dh", keys.p256dh(), "auth", keys.auth()))
              .post(path);
      assertThat(foreign.statusCode()).isEqualTo(403);
    }
    assertThat(count("push_subscription")).isZero();
  }

  @Test
  void pagesOfFollowersMayRunTheScript() {
    for (String path : List.of("/home", landing)) {
      Response page = browser.get(path);
      assertThat(page.asString()).contains(SCRIPT, "id=\"push\" hidden", "接收新文章通知", "添加到主屏幕");
      assertThat(page.header("Content-Security-Policy"))
          .contains("default-src 'none'", "script-src 'self'", "worker-src 'self'")
          .doesNotContain("unsafe");
    }
    assertThat(new Browser().page(landing)).doesNotContain("<script");
    for (String file : List.of("/push.js", "/push-worker.js")) {
      Response script = browser.get(file);
      assertThat(script.statusCode()).isEqualTo(200);
      assertThat(script.contentType()).startsWith("text/javascript");
    }
  }

  @Test
  void whileItIsOffNothingIsThere() {
    setting.enable(false);
    for (String path : List.of("/push.js", "/push-worker.js", "/push/key")) {
      assertThat(browser.get(path).statusCode()).as(path).isEqualTo(404);
    }
    assertThat(subscribe(browser, pushService.url("/one"), keys.p256dh(), keys.auth()).statusCode())
        .isEqualTo(404);
    for (String path : List.of("/home", landing)) {
      Response page = browser.get(path);
      assertThat(page.asString()).doesNotContain("<script", "push");
      assertThat(page.header("Content-Security-Policy")).doesNotContain("script-src");
    }
  }

  /** After its cookie was lost, a browser has a new reader and still the same address. */
  @Test
  void anAddressBelongsToItsLastReader() {
    subscribe("/one");
    Browser again = new Browser();
    again.post(landing + "/follow");
    assertThat(subscribe(again, pushService.url("/one"), keys.p256dh(), keys.auth()).statusCode())
        .isEqualTo(204);
    assertThat(count("push_subscription")).isEqualTo(1);
    browser.postAndShow("/home/end");
    assertThat(count("push_subscription")).isEqualTo(1);
    again.postAndShow("/home/end");
    assertThat(count("push_subscription")).isZero();
  }
}
