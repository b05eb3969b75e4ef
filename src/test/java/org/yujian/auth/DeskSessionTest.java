package org.yujian.auth;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.RestAssured;
import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.yujian.shared.text.Sha256;
import org.yujian.shared.time.DatabaseClock;
import org.yujian.testing.DeskBrowser;
import org.yujian.testing.DeskTest;

/** What the cookie of a session opens, for how long and from where. */
@QuarkusTest
class DeskSessionTest extends DeskTest {
  private static final String READ = "/v1/desk/accounts";

  @Inject DatabaseClock clock;

  @AfterEach
  void resetClock() {
    clock.stepTo(Duration.ZERO);
  }

  private static RequestSpecification with(String cookie) {
    return anyone().header("Cookie", "x=1; yujian-desk=" + cookie + "; y=2");
  }

  private static String signIn(String key) {
    return DeskBrowser.signedIn(key).cookie();
  }

  private void update(String key, String change) {
    String hash = new KeySecret(key).sha256();
    tables().run("update api_key set " + change + " where secret_sha256 = '" + hash + "'");
  }

  @Test
  void theDatabaseHoldsNoSecret() {
    String cookie = signIn(adminKey());
    assertThat(tables().rows("select * from desk_session").toString())
        .contains(Sha256.hex(cookie))
        .doesNotContain(cookie.substring(3));
  }

  @Test
  void onlyOwnPagesChangeAnythingWithTheCookie() {
    String cookie = signIn(adminKey());
    String own = "http://localhost:" + RestAssured.port;
    String before = everyCount();
    for (Map<String, String> sender :
        List.<Map<String, String>>of(
            Map.of(),
            Map.of("Sec-Fetch-Site", "cross-site"),
            Map.of("Sec-Fetch-Site", "same-site"),
            Map.of("Sec-Fetch-Site", "none"),
            Map.of("Sec-Fetch-Site", "cross-site", "Origin", own),
            Map.of("Origin", "https://evil.example"),
            Map.of("Origin", own + ".evil.example"),
            Map.of("Origin", "null"))) {
      for (String method : List.of("POST", "PATCH", "PUT", "DELETE")) {
        String path = method.equals("POST") ? READ : READ + "/jia";
        Response refused =
            with(cookie).headers(sender).body("{\"name\": \"甲\"}").request(method, path);
        if (refused.statusCode() != 405) {
          problem(refused, 403, "cross-site-request");
        }
      }
      // What other sites make a browser read changes nothing, and they do not see it.
      ok(with(cookie).headers(sender).get(READ), 200);
    }
    assertThat(everyCount()).isEqualTo(before);
    for (Map<String, String> sender :
        List.of(
            Map.of("Sec-Fetch-Site", "same-origin"),
            Map.of("Origin", own),
            Map.of("Sec-Fetch-Site", "same-origin", "Origin", own))) {
      ok(
          with(cookie)
              .headers(sender)
              .body("{\"name\": \"乙" + sender.size() + sender.hashCode() + "\"}")
              .post(READ),
          201);
    }
  }

  @Test
  void aKeyInTheHeaderTakesPrecedence() {
    String cookie = signIn(adminKey());
    String reader = key(Set.of("content:read"));
    ok(with(cookie).header("Authorization", "Bearer " + reader).get(READ), 200);
    String body = "{\"name\": \"甲\"}";
    problem(
        with(cookie).header("Authorization", "Bearer " + reader).body(body).post(READ),
        403,
        "forbidden");
    for (String wrong : List.of("Bearer yj_wrong", "Basic eDp5", "x", "")) {
      problem(with(cookie).header("Authorization", wrong).get(READ), 401, "unauthorized");
    }
    // A key needs no page of ours, whatever cookie the client has.
    ok(with(cookie).header("Authorization", "Bearer " + adminKey()).body(body).post(READ), 201);
  }

  @Test
  void theSecretIsNoBearerTokenAndAKeyIsNoCookie() {
    String cookie = signIn(adminKey());
    problem(desk(cookie).get(READ), 401, "unauthorized");
    problem(with(adminKey()).get(READ), 401, "unauthorized");
    problem(with(cookie + "x").get(READ), 401, "unauthorized");
    problem(with(cookie).get("/v1/me"), 401, "unauthorized");
  }

  @Test
  void aSessionThatIsNotUsedEnds() {
    String cookie = signIn(adminKey());
    clock.stepTo(Duration.ofHours(11));
    ok(with(cookie).get(READ), 200);
    clock.stepTo(Duration.ofHours(22));
    ok(with(cookie).get(READ), 200);
    clock.stepTo(Duration.ofHours(34));
    problem(with(cookie).get(READ), 401, "unauthorized");
    signIn(adminKey());
    assertThat(count("desk_session")).isEqualTo(1);
  }

  @Test
  void aSessionEndsAfterAWeekHoweverMuchItIsUsed() {
    String cookie = signIn(adminKey());
    for (int hours = 10; hours < 7 * 24; hours += 10) {
      clock.stepTo(Duration.ofHours(hours));
      ok(with(cookie).get(READ), 200);
    }
    clock.stepTo(Duration.ofDays(7));
    problem(with(cookie).get(READ), 401, "unauthorized");
  }

  @Test
  void theTimeOfUseIsStoredOnceInAWhile() {
    String cookie = signIn(adminKey());
    String query = "select last_used_at from desk_session";
    String first = tables().texts(query).get(0);
    ok(with(cookie).get(READ), 200);
    assertThat(tables().texts(query).get(0)).isEqualTo(first);
    clock.stepTo(Duration.ofMinutes(10));
    ok(with(cookie).get(READ), 200);
    assertThat(tables().texts(query).get(0)).isGreaterThan(first);
  }

  @Test
  void aSessionEndsWithItsKey() {
    String key = key(Set.copyOf(Scopes.ALL));
    String cookie = signIn(key);
    update(key, "expires_at = now() + interval '1 hour'");
    ok(with(cookie).get(READ), 200);
    update(key, "expires_at = now()");
    problem(with(cookie).get(READ), 401, "unauthorized");
    update(key, "expires_at = null");
    ok(with(cookie).get(READ), 200);
    update(key, "revoked_at = now()");
    problem(with(cookie).get(READ), 401, "unauthorized");
  }

  /** A replaced secret may have been stolen, and what it opened with it. */
  @Test
  void aSessionEndsWithTheSecretThatBeganIt() {
    String key = key(Set.copyOf(Scopes.ALL));
    String id = tables().texts("select id from api_key order by created_at desc limit 1").get(0);
    String cookie = signIn(key);
    ok(desk().body("{\"overlapSeconds\": 60}").post("/v1/desk/keys/" + id + "/rotate"), 200);
    ok(with(cookie).get(READ), 200);
    clock.stepTo(Duration.ofSeconds(61));
    problem(with(cookie).get(READ), 401, "unauthorized");
  }

  /** Another node may have ended it. */
  @Test
  void aDeletedSessionEndsAtOnce() {
    String cookie = signIn(adminKey());
    ok(with(cookie).get(READ), 200);
    tables().run("delete from desk_session");
    problem(with(cookie).get(READ), 401, "unauthorized");
  }

  @Test
  void changesOfTheKeyAreChangesOfTheSession() {
    String key = key(Set.of("content:read"));
    String cookie = signIn(key);
    ok(with(cookie).get(READ), 200);
    problem(with(cookie).get("/v1/desk/audit"), 403, "forbidden");
    update(key, "scopes = '{audit}'");
    problem(with(cookie).get(READ), 403, "forbidden");
    ok(with(cookie).get("/v1/desk/audit"), 200);
  }
}
