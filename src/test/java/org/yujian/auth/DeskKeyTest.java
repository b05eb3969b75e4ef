package org.yujian.auth;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.yujian.shared.json.InstantJson;
import org.yujian.shared.time.DatabaseClock;
import org.yujian.testing.DeskTest;
import org.yujian.testing.JsonPath;
import org.yujian.testing.Together;

/** Making, seeing, rotating and ending keys: only within one's own rights. */
@QuarkusTest
class DeskKeyTest extends DeskTest {
  private static final String KEYS = "/v1/desk/keys";
  private static final String SOME_READ = "/v1/desk/accounts";

  @Inject DatabaseClock clock;

  @AfterEach
  void resetClock() {
    clock.stepTo(Duration.ZERO);
  }

  private static Map<String, Object> wish(String label, String... scopes) {
    return new LinkedHashMap<>(Map.of("label", label, "scopes", List.of(scopes)));
  }

  private static Response create(String by, Map<String, Object> wish) {
    return desk(by).body(wish).post(KEYS);
  }

  private JsonPath made(Map<String, Object> wish) {
    return ok(create(adminKey(), wish), 201);
  }

  private Instant in(Duration time) {
    return QuarkusTransaction.requiringNew().call(clock::now).plus(time);
  }

  @Test
  void aKeyIsMadeAndWorks() {
    String account = account("甲社区");
    Map<String, Object> wish = wish("网站", "content:read", "audit");
    wish.put("accounts", List.of(account));
    wish.put("expiresAt", InstantJson.write(in(Duration.ofDays(1))));
    Response answer = create(adminKey(), wish);
    JsonPath made = ok(answer, 201);
    assertThat(answer.header("Cache-Control")).isEqualTo("no-store");
    assertThat(answer.header("Location")).isEqualTo(KEYS + "/" + made.getString("key.id"));
    String secret = made.getString("secret");
    assertThat(secret).matches("yj_[A-Za-z0-9_-]{43}").startsWith(made.getString("key.prefix"));
    assertThat(ok(desk(secret).get(SOME_READ), 200).<String>getList("items.id"))
        .containsExactly(account);
    JsonPath seen = deskRead(answer.header("Location"));
    assertThat(seen.getList("scopes")).containsExactly("audit", "content:read");
    assertThat(seen.getString("lastUsedAt")).isNotNull();
    assertThat(seen.getString("createdBy")).isEqualTo("key:" + adminKey().substring(0, 11));
    String list = desk().get(KEYS).asString();
    assertThat(list).contains(made.getString("key.id")).doesNotContain(secret);
    clock.stepTo(Duration.ofDays(2));
    problem(desk(secret).get(SOME_READ), 401, "unauthorized");
  }

  @Test
  void nobodyGivesWhatHeDoesNotHave() {
    String own = account("甲社区");
    String other = account("乙社区");
    Map<String, Object> wish = wish("主管", "keys", "content:read");
    wish.put("accounts", List.of(own));
    wish.put("expiresAt", InstantJson.write(in(Duration.ofDays(1))));
    String chief = made(wish).getString("secret");

    Map<String, Object> same = new LinkedHashMap<>(wish);
    ok(create(chief, same), 201);
    assertBeyond(chief, wish, "scopes", List.of("keys", "content:write"));
    assertBeyond(chief, wish, "accounts", List.of(own, other));
    assertBeyond(chief, wish, "accounts", null);
    assertBeyond(chief, wish, "expiresAt", InstantJson.write(in(Duration.ofDays(2))));
    assertBeyond(chief, wish, "expiresAt", null);
    assertThat(count("audit where action = 'key.create'")).isEqualTo(2);
  }

  private void assertBeyond(String by, Map<String, Object> wish, String field, Object value) {
    Map<String, Object> greedy = new LinkedHashMap<>(wish);
    greedy.remove(field);
    if (value != null) {
      greedy.put(field, value);
    }
    JsonPath problem = problem(create(by, greedy), 403, "key-beyond-own-rights");
    assertThat(problem.getList("errors.pointer")).containsExactly("/" + field);
  }

  @Test
  void keysBeyondOnesOwnRightsAreUnknown() {
    JsonPath wide = made(wish("宽", "keys", "audit", "content:read"));
    JsonPath narrow = made(wish("窄", "content:read"));
    String chief = made(wish("主管", "keys", "content:read")).getString("secret");
    List<String> seen = ok(desk(chief).get(KEYS + "?limit=100"), 200).getList("items.id");
    assertThat(seen).contains(narrow.getString("key.id")).doesNotContain(wide.getString("key.id"));
    String path = KEYS + "/" + wide.getString("key.id");
    problem(desk(chief).get(path), 404, "key-not-found");
    problem(desk(chief).post(path + "/revoke"), 404, "key-not-found");
    problem(
        desk(chief).body(Map.of("overlapSeconds", 0)).post(path + "/rotate"), 404, "key-not-found");
    ok(desk(wide.getString("secret")).get(SOME_READ), 200);
  }

  @Test
  void badWishesAreRefused() {
    problem(create(adminKey(), wish("x", "content:everything")), 422, "invalid-body");
    problem(create(adminKey(), wish("x")), 422, "invalid-body");
    problem(create(adminKey(), wish("", "audit")), 422, "invalid-body");
    Map<String, Object> past = wish("x", "audit");
    past.put("expiresAt", "2020-01-01T00:00:00Z");
    problem(create(adminKey(), past), 422, "invalid-body");
    Map<String, Object> nowhere = wish("x", "audit");
    nowhere.put("accounts", List.of());
    problem(create(adminKey(), nowhere), 422, "invalid-body");
  }

  @Test
  void aRotatedKeysOldSecretWorksForTheOverlapOnly() {
    JsonPath made = made(wish("x", "content:read"));
    String path = KEYS + "/" + made.getString("key.id");
    String first = made.getString("secret");
    Response answer = desk().body(Map.of("overlapSeconds", 60)).post(path + "/rotate");
    JsonPath rotated = ok(answer, 200);
    assertThat(answer.header("Cache-Control")).isEqualTo("no-store");
    String second = rotated.getString("secret");
    assertThat(rotated.getString("key.id")).isEqualTo(made.getString("key.id"));
    ok(desk(first).get(SOME_READ), 200);
    ok(desk(second).get(SOME_READ), 200);
    clock.stepTo(Duration.ofSeconds(61));
    problem(desk(first).get(SOME_READ), 401, "unauthorized");
    ok(desk(second).get(SOME_READ), 200);
    String third =
        ok(desk().body(Map.of("overlapSeconds", 0)).post(path + "/rotate"), 200)
            .getString("secret");
    problem(desk(second).get(SOME_READ), 401, "unauthorized");
    ok(desk(third).get(SOME_READ), 200);
    problem(
        desk().body(Map.of("overlapSeconds", 604_801)).post(path + "/rotate"), 422, "invalid-body");
  }

  @Test
  void aRevokedKeyStopsAtOnceForEver() {
    JsonPath made = made(wish("x", "content:read"));
    String path = KEYS + "/" + made.getString("key.id");
    ok(desk(made.getString("secret")).get(SOME_READ), 200);
    assertThat(ok(desk().post(path + "/revoke"), 200).getString("revokedAt")).isNotNull();
    problem(desk(made.getString("secret")).get(SOME_READ), 401, "unauthorized");
    problem(desk().post(path + "/revoke"), 409, "key-revoked");
    problem(desk().body(Map.of("overlapSeconds", 0)).post(path + "/rotate"), 409, "key-revoked");
  }

  @Test
  void anExpiredKeyIsNotRotated() {
    Map<String, Object> wish = wish("x", "content:read");
    wish.put("expiresAt", InstantJson.write(in(Duration.ofMinutes(1))));
    String path = KEYS + "/" + made(wish).getString("key.id");
    clock.stepTo(Duration.ofMinutes(2));
    problem(desk().body(Map.of("overlapSeconds", 0)).post(path + "/rotate"), 409, "key-expired");
  }

  /** Keys of other tests stay in the table; for a moment they count as ending one day. */
  @Test
  void theLastAdminKeyStays() {
    String others = "expires_at is null and secret_sha256 <> '" + sha256(adminKey()) + "'";
    List<String> ids = tables().texts("select id from api_key where " + others);
    tables().run("update api_key set expires_at = now() + interval '1 year' where " + others);
    try {
      String own = tables().texts("select id from api_key where expires_at is null").get(0);
      problem(desk().post(KEYS + "/" + own + "/revoke"), 409, "last-admin-key");
      JsonPath second = made(wish("第二把", Scopes.ALL.toArray(String[]::new)));
      List<Integer> answers =
          Together.run(
              List.of(
                  () -> desk().post(KEYS + "/" + second.get("key.id") + "/revoke").statusCode(),
                  () -> {
                    String by = second.getString("secret");
                    return desk(by).post(KEYS + "/" + own + "/revoke").statusCode();
                  }));
      // The other was too late: it lost its own right, or was the last.
      assertThat(answers).containsOnlyOnce(200).allMatch(Set.of(200, 401, 409)::contains);
    } finally {
      String all = ids.stream().collect(Collectors.joining("','", "'", "'"));
      tables().run("update api_key set expires_at = null where id in (" + all + ")");
    }
  }

  @Test
  void theListHasPages() {
    List<String> made = new ArrayList<>();
    for (int i = 0; i < 5; i++) {
      made.add(0, made(wish("x" + i, "audit")).getString("key.id"));
    }
    List<String> seen = new ArrayList<>();
    String cursor = "";
    for (int i = 0; i < 3; i++) {
      JsonPath page = deskRead(KEYS + "?limit=2" + cursor);
      seen.addAll(page.getList("items.id"));
      cursor = "&cursor=" + page.getString("next");
    }
    assertThat(seen).startsWith(made.toArray(String[]::new));
  }

  private static String sha256(String secret) {
    return new KeySecret(secret).sha256();
  }
}
