package org.yujian.desk;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.yujian.testing.DeskBrowser;
import org.yujian.testing.DeskTest;

/** Signing in and out with a key, as browsers do. */
@QuarkusTest
class SignInTest extends DeskTest {
  private static final String PAGE = "/desk/testing";

  private static String caller(String key) {
    return "key:" + key.substring(0, 11);
  }

  @Test
  void aPageLeadsToSigningInAndBack() {
    DeskBrowser browser = new DeskBrowser();
    Response refused = browser.get(PAGE + "?day=1&q=%E4%B8%80");
    assertThat(refused.statusCode()).isEqualTo(303);
    String signIn = "/desk/sign-in?to=%2Fdesk%2Ftesting%3Fday%3D1%26q%3D%25E4%25B8%2580";
    assertThat(refused.header("Location")).isEqualTo(signIn);
    assertThat(refused.asString()).isEmpty();
    assertThat(refused.header("WWW-Authenticate")).isNull();

    String to = "/desk/testing?day=1&q=%E4%B8%80";
    assertThat(browser.page(signIn))
        .contains("登录编辑端", "value=\"" + to.replace("&", "&amp;") + "\"", "type=\"password\"");
    Response signedIn = browser.signIn(adminKey(), to);
    assertThat(signedIn.statusCode()).isEqualTo(303);
    assertThat(signedIn.header("Location")).isEqualTo(to);
    assertThat(signedIn.header("Set-Cookie"))
        .matches(
            "yujian-desk=ys_[A-Za-z0-9_-]{43}; Path=/; Max-Age=604800; HttpOnly; SameSite=Lax");
    assertThat(browser.page(to)).isEqualTo("<p>" + caller(adminKey()) + "</p>");
  }

  @Test
  void pagesAreForNoCacheAndNoFrame() {
    DeskBrowser browser = DeskBrowser.signedIn(adminKey());
    for (String path : List.of(PAGE, "/desk/sign-in", "/desk/nothing")) {
      Response page = browser.get(path);
      assertThat(page.header("Cache-Control")).as(path).isEqualTo("no-store");
      assertThat(page.header("X-Frame-Options")).as(path).isEqualTo("DENY");
      assertThat(page.header("Referrer-Policy")).as(path).isEqualTo("same-origin");
      assertThat(page.header("Content-Security-Policy"))
          .as(path)
          .startsWith("default-src 'none'")
          .contains("frame-ancestors 'none'")
          .doesNotContain("unsafe");
    }
  }

  @Test
  void theFormIsInEnglishToo() {
    Response page =
        new DeskBrowser().request().header("Accept-Language", "en").get("/desk/sign-in");
    assertThat(page.asString()).contains("Sign in to the desk", "lang=\"en\"");
  }

  /** Somebody else may have written the cookie into the browser. */
  @Test
  void signingInMakesANewSessionAndEndsTheOneBefore() {
    DeskBrowser stranger = DeskBrowser.signedIn(key(Set.of("content:read")));
    for (String planted : List.of(stranger.cookie(), "ys_" + "a".repeat(43))) {
      DeskBrowser victim = new DeskBrowser();
      victim.keep(planted);
      assertThat(victim.signIn(adminKey(), PAGE).statusCode()).isEqualTo(303);
      assertThat(victim.cookie()).isNotEqualTo(planted);
      assertThat(victim.page(PAGE)).contains(caller(adminKey()));
      DeskBrowser other = new DeskBrowser();
      other.keep(planted);
      assertThat(other.get(PAGE).statusCode()).isEqualTo(303);
    }
  }

  @Test
  void aWrongKeyShowsTheFormAgain() {
    String revoked = key(Set.of("content:read"));
    tables()
        .run(
            "update api_key set revoked_at = now() where prefix = '"
                + revoked.substring(0, 11)
                + "'");
    for (String key : List.of("", "yj_wrong", adminKey() + "x", revoked, "x".repeat(60_000))) {
      DeskBrowser browser = new DeskBrowser();
      Response again = browser.signIn(key, "/desk/testing?\"><script>");
      assertThat(again.statusCode()).isEqualTo(422);
      assertThat(again.asString())
          .contains("密钥不正确", "aria-invalid=\"true\"")
          .contains("value=\"/desk/testing?&quot;&gt;&lt;script&gt;\"")
          .doesNotContain("<script>");
      assertThat(again.header("Set-Cookie")).isNull();
    }
    assertThat(count("desk_session")).isZero();
    Response neverAway = new DeskBrowser().signIn(adminKey(), "https://evil.example/desk");
    assertThat(neverAway.header("Location")).isEqualTo("/desk");
    DeskBrowser spaces = new DeskBrowser();
    assertThat(spaces.signIn(" " + adminKey() + "\n", PAGE).statusCode()).isEqualTo(303);
  }

  @Test
  void anotherSiteSignsNobodyInOrOut() {
    DeskBrowser browser = DeskBrowser.signedIn(adminKey());
    String before = everyCount();
    for (Map<String, String> sender :
        List.<Map<String, String>>of(
            Map.of(),
            Map.of("Sec-Fetch-Site", "cross-site"),
            Map.of("Sec-Fetch-Site", "same-site"),
            Map.of("Sec-Fetch-Site", "none"),
            Map.of("Origin", "https://evil.example"),
            Map.of("Origin", "null"))) {
      for (String form : List.of("/desk/sign-in", "/desk/sign-out")) {
        RequestSpecification request =
            browser.request().contentType("application/x-www-form-urlencoded").headers(sender);
        Response refused = request.formParam("key", adminKey()).post(form);
        assertThat(refused.statusCode()).as(form + sender).isEqualTo(403);
        assertThat(refused.header("Set-Cookie")).isNull();
      }
    }
    assertThat(everyCount()).isEqualTo(before);
    assertThat(browser.get(PAGE).statusCode()).isEqualTo(200);
  }

  @Test
  void signingOutEndsThisSessionOnly() {
    DeskBrowser one = DeskBrowser.signedIn(adminKey());
    DeskBrowser two = DeskBrowser.signedIn(adminKey());
    String ended = one.cookie();
    Response out = one.post("/desk/sign-out");
    assertThat(out.statusCode()).isEqualTo(303);
    assertThat(out.header("Location")).isEqualTo("/desk/sign-in");
    assertThat(one.cookie()).isNull();
    one.keep(ended);
    assertThat(one.get(PAGE).statusCode()).isEqualTo(303);
    assertThat(two.get(PAGE).statusCode()).isEqualTo(200);
    assertThat(one.post("/desk/sign-out").statusCode()).isEqualTo(303);
    List<String> actions =
        tables()
            .texts(
                "select action || ' ' || by_name from audit where thing = 'session' order by id");
    String by = " " + caller(adminKey());
    assertThat(actions)
        .containsExactly("session.begin" + by, "session.begin" + by, "session.end" + by);
  }

  @Test
  void aMissingScopeIsAPage() {
    DeskBrowser browser = DeskBrowser.signedIn(key(Set.of("audit")));
    Response refused = browser.get(PAGE);
    assertThat(refused.statusCode()).isEqualTo(403);
    assertThat(refused.contentType()).isEqualTo("text/html;charset=UTF-8");
    assertThat(browser.post(PAGE).statusCode()).isEqualTo(405);
  }
}
