package org.yujian.desk;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;
import jakarta.inject.Inject;
import java.net.URI;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.yujian.auth.oidc.OidcProvider;
import org.yujian.testing.DeskBrowser;
import org.yujian.testing.DeskTest;
import org.yujian.testing.JsonPath;
import org.yujian.testing.OidcSettings;
import org.yujian.testing.OidcStub;
import org.yujian.testing.Upload;

/** Signing in at an identity provider, as browsers do. */
@QuarkusTest
class OidcSignInTest extends DeskTest {
  private static final String BEGIN = "/desk/sign-in/oidc";
  private static final String PAGE = "/desk/testing";
  private static final String COOKIE = "yujian-desk-oidc";

  @Inject OidcProvider provider;

  private OidcStub stub;

  @BeforeEach
  void start() {
    stub = new OidcStub();
    provider.use(OidcSettings.of(stub.issuer()));
  }

  @AfterEach
  void stop() {
    provider.use(OidcSettings.off());
    stub.close();
  }

  private Response begin() {
    Response begun = new DeskBrowser().get(BEGIN + "?to=%2Fdesk%2Ftesting%3Fa%3D1");
    assertThat(begun.statusCode()).as(begun.asString()).isEqualTo(303);
    return begun;
  }

  /** The answer to the browser that comes back from the provider. */
  private Response finish(Response begun, String cookie) {
    URI address = URI.create(begun.header("Location"));
    String state = OidcStub.fields(address.getRawQuery()).get("state");
    return new DeskBrowser()
        .request()
        .header("Cookie", COOKIE + "=" + cookie)
        .get(OidcProvider.CALLBACK + "?code=" + stub.authorize(address) + "&state=" + state);
  }

  private Response finish() {
    Response begun = begin();
    return finish(begun, begun.getCookie(COOKIE));
  }

  private DeskBrowser signedIn() {
    DeskBrowser browser = new DeskBrowser();
    browser.keep(finish().getCookie(DeskBrowser.COOKIE));
    return browser;
  }

  private static RequestSpecification api(DeskBrowser browser) {
    return session(browser).get();
  }

  @Test
  void withoutAProviderThereIsNoSuchWay() {
    provider.use(OidcSettings.off());
    for (String path : List.of(BEGIN, OidcProvider.CALLBACK + "?code=a&state=b")) {
      assertThat(new DeskBrowser().get(path).statusCode()).as(path).isEqualTo(404);
    }
    assertThat(new DeskBrowser().page("/desk/sign-in")).doesNotContain("oidc");
  }

  @Test
  void aPersonWorksUnderHerName() {
    assertThat(new DeskBrowser().page("/desk/sign-in?to=%2Fdesk%2Ftesting"))
        .contains("用“办公室账户”登录", "href=\"/desk/sign-in/oidc?to=%2Fdesk%2Ftesting\"");
    Response finished = finish();
    assertThat(finished.statusCode()).isEqualTo(303);
    assertThat(finished.header("Location")).isEqualTo("/desk/testing?a=1");
    assertThat(finished.headers().getValues("Set-Cookie"))
        .hasSize(2)
        .anyMatch(set -> set.startsWith("yujian-desk=ys_") && set.contains("; HttpOnly"))
        .anyMatch(set -> set.startsWith(COOKIE + "=; Path=/; Max-Age=0"));
    DeskBrowser browser = new DeskBrowser();
    browser.keep(finished.getCookie(DeskBrowser.COOKIE));
    assertThat(browser.page(PAGE)).isEqualTo("<p>person:王编辑</p>");

    Upload document = Upload.text("# 甲\n\n正文。\n").with("account", account("甲社区"));
    ok(upload(api(browser), document), 201);
    assertThat(deskRead("/v1/desk/imports").getString("items[0].createdBy"))
        .isEqualTo("person:王编辑");
    String person = tables().texts("select id from desk_person").get(0);
    assertThat(tables().texts("select distinct by_name from audit where key_id = ?::uuid", person))
        .containsExactly("person:王编辑");
    assertThat(browser.post("/desk/sign-out").statusCode()).isEqualTo(303);
    assertThat(browser.get(PAGE).statusCode()).isEqualTo(303);
  }

  @Test
  void scopesAndAccountsAreThoseOfTheRoles() {
    String account = account("甲社区");
    String other = account("乙社区");
    provider.use(OidcSettings.of(stub.issuer()).withAccountsClaim("accounts"));
    stub.claim("accounts", List.of(account));
    DeskBrowser browser = signedIn();
    ok(api(browser).get("/v1/desk/accounts/" + account), 200);
    problem(api(browser).get("/v1/desk/accounts/" + other), 404, "account-not-found");
    problem(api(browser).get("/v1/desk/audit"), 403, "forbidden");
    problem(api(browser).get("/v1/desk/keys"), 403, "forbidden");
    // Of all sessions of the person, from the next time on.
    stub.claim("accounts", List.of(other));
    signedIn();
    problem(api(browser).get("/v1/desk/accounts/" + account), 404, "account-not-found");
    assertThat(count("desk_person")).isEqualTo(1);
  }

  @Test
  void aPersonGrantsOnlyOwnRights() {
    provider.use(OidcSettings.of(stub.issuer()).withRoles(Map.of("editor", "keys,content:read")));
    DeskBrowser browser = signedIn();
    String body = "{\"label\": \"x\", \"scopes\": [\"%s\"]}";
    JsonPath beyond =
        problem(
            api(browser).body(body.replace("%s", "admin")).post("/v1/desk/keys"),
            403,
            "key-beyond-own-rights");
    assertThat(beyond.getString("errors[0].pointer")).isEqualTo("/scopes");
    JsonPath made =
        ok(api(browser).body(body.replace("%s", "content:read")).post("/v1/desk/keys"), 201);
    assertThat(made.getString("key.createdBy")).isEqualTo("person:王编辑");
  }

  @Test
  void anotherBrowserCannotFinishAnAttempt() {
    Response begun = begin();
    for (String cookie : List.of("", "x".repeat(43), begin().getCookie(COOKIE))) {
      Response refused = finish(begun, cookie);
      assertThat(refused.statusCode()).isEqualTo(400);
      assertThat(refused.asString()).contains("登录没有完成", "autocomplete");
      assertThat(refused.getCookie(DeskBrowser.COOKIE)).isNull();
    }
    for (String query : List.of("", "?state=a.b", "?code=x", "?error=access_denied&state=a.b")) {
      Response refused = new DeskBrowser().get(OidcProvider.CALLBACK + query);
      assertThat(refused.statusCode()).as(query).isEqualTo(400);
    }
    assertThat(count("desk_session")).isZero();
  }

  @Test
  void withoutARoleAPageSaysWhatIsMissing() {
    stub.claim("roles", List.of("reader"));
    Response refused = finish();
    assertThat(refused.statusCode()).isEqualTo(403);
    assertThat(refused.asString()).contains("没有可以在这里使用的角色");
    assertThat(count("desk_session")).isZero();
    assertThat(count("desk_person")).isZero();
  }

  @Test
  void whileTheProviderIsAwayKeysAndSessionsGoOn() {
    DeskBrowser before = signedIn();
    Response begun = begin();
    stub.fail("/token", 503);
    Response away = finish(begun, begun.getCookie(COOKIE));
    stub.close();
    provider.use(OidcSettings.of(stub.issuer()));
    for (Response refused : List.of(away, new DeskBrowser().get(BEGIN))) {
      assertThat(refused.statusCode()).isEqualTo(503);
      assertThat(refused.header("Retry-After")).isEqualTo("30");
      assertThat(refused.asString()).contains("登录服务暂时没有响应", "name=\"key\"");
    }
    assertThat(before.get(PAGE).statusCode()).isEqualTo(200);
    assertThat(DeskBrowser.signedIn(adminKey()).get(PAGE).statusCode()).isEqualTo(200);
    ok(desk().get("/v1/desk/accounts"), 200);
    assertThat(UUID.fromString(tables().texts("select id from desk_person").get(0))).isNotNull();
  }
}
