package org.yujian.reader;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.yujian.testing.Browser;
import org.yujian.testing.Desk;
import org.yujian.testing.DeskTest;
import org.yujian.testing.JsonPath;
import org.yujian.testing.Phone;
import org.yujian.testing.Upload;

/** What was followed in a browser goes on in the app. */
@QuarkusTest
class BrowserTakeOverTest extends DeskTest {

  private String account;
  private String landing;

  @BeforeEach
  void publishFirst() {
    JsonPath report = publish("旧闻");
    account = report.getString("accountId");
    landing = Desk.landing(report.getString("articles[0].articleId"));
  }

  private JsonPath publish(String title) {
    String text = "扫描二维码关注“梧桐街道”\n\n# " + title + "\n\n" + title + "的正文。\n";
    return imported(Upload.text(text).publish());
  }

  private String followers() {
    return read("/v1/accounts/counts?ids=" + account).getString("items[0].followers");
  }

  @Test
  void theAppTakesTheReaderOverWithAJoinCode() {
    Browser browser = new Browser();
    browser.post(landing + "/follow");
    String id = publish("新闻").getString("articles[0].articleId");
    browser.post("/home/articles/" + id + "/open");
    Response page = browser.post("/home/join-code");
    assertThat(page.header("Cache-Control")).isEqualTo("no-store");
    Matcher code = Pattern.compile("<code>([0-9A-Z-]{11})</code>").matcher(page.asString());
    assertThat(code.find()).isTrue();
    Phone phone = Phone.signUp();
    ok(phone.join(code.group(1)), 200);
    assertThat(phone.read("/v1/me/follows").getList("items.accountId")).containsExactly(account);
    assertThat(phone.read("/v1/me/unread").getInt("items[0].unread.value")).isZero();
    assertThat(followers()).isEqualTo("1");

    JsonPath devices = phone.read("/v1/me/devices");
    assertThat(devices.getList("items.kind")).containsExactlyInAnyOrder("app", "browser");
    int place = devices.getList("items.kind").indexOf("browser");
    String device = devices.getString("items[" + place + "].id");
    assertThat(browser.page("/home")).contains("梧桐街道");
    phone.request().delete("/v1/me/devices/" + device).then().statusCode(204);
    assertThat(browser.page("/home")).contains("它的文章就会出现在这里");
    assertThat(followers()).isEqualTo("1");
  }

  @Test
  void signingOutKeepsAReaderWithOtherDevices() {
    Browser browser = new Browser();
    browser.post(landing + "/follow");
    Phone phone = Phone.signUp();
    Matcher code =
        Pattern.compile("<code>([0-9A-Z-]{11})</code>")
            .matcher(browser.post("/home/join-code").asString());
    assertThat(code.find()).isTrue();
    ok(phone.join(code.group(1)), 200);
    browser.post("/home/end");
    assertThat(phone.read("/v1/me/follows").getList("items.accountId")).containsExactly(account);
    assertThat(phone.read("/v1/me/devices").getList("items.kind")).containsExactly("app");
  }
}
