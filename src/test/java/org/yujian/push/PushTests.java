package org.yujian.push;

import static org.assertj.core.api.Assertions.assertThat;

import io.restassured.response.Response;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.yujian.shared.html.PushScripts;
import org.yujian.shared.time.DatabaseClock;
import org.yujian.testing.Browser;
import org.yujian.testing.Desk;
import org.yujian.testing.DeskTest;
import org.yujian.testing.JsonPath;
import org.yujian.testing.Upload;

/**
 * For tests of notifications through the running program, with a push service on this machine. A
 * browser follows an account that published before.
 */
abstract class PushTests extends DeskTest {
  static final String SUBSCRIPTIONS = "/push/subscriptions";

  @Inject PushFeed feed;
  @Inject PushSender sender;
  @Inject PushScripts setting;
  @Inject DatabaseClock clock;

  LocalPushService pushService;
  Browser browser;
  PushBrowser keys;
  String account;
  String landing;

  @BeforeEach
  void followFirst() throws Exception {
    setting.enable(true);
    pushService = new LocalPushService();
    JsonPath report = publish("旧闻");
    account = report.getString("accountId");
    landing = Desk.landing(report.getString("articles[0].articleId"));
    feed.runOnce();
    browser = new Browser();
    browser.post(landing + "/follow");
    keys = new PushBrowser();
  }

  @AfterEach
  void close() {
    clock.stepTo(Duration.ZERO);
    setting.enable(false);
    pushService.close();
  }

  static String document(String title, String text) {
    return "扫描二维码关注“梧桐街道”\n\n# " + title + "\n\n" + text + "\n";
  }

  JsonPath publish(String title) {
    return imported(Upload.text(document(title, title + "的正文。")).publish());
  }

  Response subscribe(Browser browser, String endpoint, String p256dh, String auth) {
    return browser
        .form()
        .formParams(Map.of("endpoint", endpoint, "p256dh", p256dh, "auth", auth))
        .post(SUBSCRIPTIONS);
  }

  void subscribe(String path) {
    Response made = subscribe(browser, pushService.url(path), keys.p256dh(), keys.auth());
    assertThat(made.statusCode()).as(made.asString()).isEqualTo(204);
  }

  void deliver() {
    feed.runOnce();
    sender.runOnce();
  }
}
