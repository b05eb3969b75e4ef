package org.yujian.idempotency;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;
import jakarta.inject.Inject;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.yujian.shared.time.DatabaseClock;
import org.yujian.testing.DeskTest;
import org.yujian.testing.DeskWrites;
import org.yujian.testing.JsonPath;
import org.yujian.testing.Operations;
import org.yujian.testing.Together;

/** The same request again gets the first answer and does nothing. */
@QuarkusTest
class IdempotencyTest extends DeskTest {
  private static final String HEADER = "Idempotency-Key";
  private static final String REPLAYED = "Idempotency-Replayed";
  private static final String ACCOUNTS = "/v1/desk/accounts";
  private static final String TAGS = "/v1/desk/tags";
  private static final List<String> KEPT_HEADERS =
      List.of("Location", "ETag", "Cache-Control", "Content-Type");

  @Inject IdempotencySweep sweep;
  @Inject DatabaseClock clock;

  @AfterEach
  void resetClock() {
    clock.stepTo(Duration.ZERO);
  }

  private RequestSpecification desk(String by, String key) {
    return desk(by).header(HEADER, key);
  }

  private Response create(String path, String name, String key) {
    return desk(adminKey(), key).body(Map.of("name", name)).post(path);
  }

  private static String random() {
    return UUID.randomUUID().toString();
  }

  private static void assertReplay(Response second, Response first) {
    assertThat(second.header(REPLAYED)).isEqualTo("true");
    assertThat(second.statusCode()).isEqualTo(first.statusCode());
    assertThat(second.asByteArray()).isEqualTo(first.asByteArray());
    for (String header : KEPT_HEADERS) {
      assertThat(second.header(header)).as(header).isEqualTo(first.header(header));
    }
  }

  @Test
  void everyPostOfTheDeskAnswersTheSecondTimeAsTheFirst() {
    Operations.ofDesk()
        .forEach(
            (operation, place) -> {
              if (place.startsWith("POST ")) {
                DeskWrites.Write write = new DeskWrites(this).of(operation);
                String key = random();
                Response first = write.send(desk(adminKey(), key));
                assertThat(first.statusCode()).as(first.asString()).isBetween(200, 299);
                assertThat(first.header(REPLAYED)).isNull();
                String rows = everyCount();
                assertReplay(write.send(desk(adminKey(), key)), first);
                assertThat(everyCount()).as(operation).isEqualTo(rows);
              }
            });
  }

  @Test
  void fiftyEqualRequestsAtOnceMakeOneThing() {
    String key = random();
    List<Response> answers = Together.run(50, i -> () -> create(ACCOUNTS, "甲社区", key));
    assertThat(count("account")).isEqualTo(1);
    assertThat(count("change where type = 'account'")).isEqualTo(1);
    List<Response> made = answers.stream().filter(answer -> answer.statusCode() == 201).toList();
    assertThat(made).isNotEmpty();
    assertThat(made.stream().map(Response::asString).distinct()).hasSize(1);
    assertThat(made.stream().filter(answer -> answer.header(REPLAYED) == null)).hasSize(1);
    for (Response answer : answers) {
      if (answer.statusCode() != 201) {
        problem(answer, 409, "idempotency-in-progress");
        assertThat(answer.header("Retry-After")).isEqualTo("1");
      }
    }
    assertReplay(create(ACCOUNTS, "甲社区", key), made.get(0));
  }

  @Test
  void aKeyIsGoodForOneRequestOnly() {
    String key = random();
    ok(create(TAGS, "通知", key), 201);
    problem(create(TAGS, "活动", key), 422, "idempotency-key-reused");
    problem(
        desk(adminKey(), key).body(Map.of("name", "通知")).post(TAGS + "?x=1"),
        422,
        "idempotency-key-reused");
    assertThat(count("tag")).isEqualTo(1);
    // Spaces mean nothing.
    Response spaced = desk(adminKey(), key).body(" {\n\"name\" : \"通知\" }").post(TAGS);
    assertThat(spaced.header(REPLAYED)).isEqualTo("true");
  }

  @Test
  void keysAreTheCallersOwnAndTheOperations() {
    String key = random();
    ok(create(TAGS, "甲", key), 201);
    ok(create(ACCOUNTS, "甲", key), 201);
    String other = key(Set.copyOf(List.of("content:publish", "admin")));
    problem(desk(other, key).body(Map.of("name", "甲")).post(TAGS), 409, "tag-name-taken");
    ok(desk(other, key).body(Map.of("name", "乙")).post(TAGS), 201);
  }

  @Test
  void anotherIfMatchIsAnotherRequest() {
    DeskWrites.Write publish = new DeskWrites(this).of("publishEdition");
    String key = random();
    ok(publish.send(desk(adminKey(), key)), 200);
    Response other = desk(adminKey(), key).header("If-Match", "\"v99\"").post(publish.path());
    problem(other, 422, "idempotency-key-reused");
  }

  @Test
  void whatWasRefusedIsNotRemembered() {
    String key = random();
    String tag = "{\"slug\": \"x\", \"name\": \"甲\"}";
    problem(desk(adminKey(), key).body("{}").post(TAGS), 422, "invalid-body");
    String other = tag("y");
    Map<String, String> name = Map.of("name", "甲");
    ok(desk().header("If-Match", "\"v1\"").body(name).patch(TAGS + "/" + other), 200);
    problem(desk(adminKey(), key).body(tag).post(TAGS), 409, "tag-name-taken");
    Map<String, String> away = Map.of("name", "乙");
    ok(desk().header("If-Match", "\"v2\"").body(away).patch(TAGS + "/" + other), 200);
    ok(desk(adminKey(), key).body(tag).post(TAGS), 201);
    assertThat(count("idempotency")).isEqualTo(1);
  }

  @Test
  void badKeysAreRefused() {
    for (String key : List.of("", "x".repeat(256), "a b", "\u00e4", "a\tb")) {
      problem(create(TAGS, "甲", key), 400, "invalid-parameter");
    }
    Response two = desk(adminKey(), "a").header(HEADER, "b").body(Map.of("name", "x")).post(TAGS);
    problem(two, 400, "invalid-parameter");
    assertThat(count("tag")).isZero();
    ok(create(TAGS, "甲", "~" + "x".repeat(254)), 201);
  }

  @Test
  void aRevokedKeyGetsNoAnswerAgain() {
    String by = key(Set.of("content:publish"));
    String key = random();
    ok(desk(by, key).body(Map.of("name", "甲")).post(TAGS), 201);
    tables()
        .run(
            "update api_key set revoked_at = now() where secret_sha256 = encode(sha256('"
                + by
                + "'), 'hex')");
    problem(desk(by, key).body(Map.of("name", "甲")).post(TAGS), 401, "unauthorized");
  }

  @Test
  void aSecretIsShownAgainAndStoredNowhere() {
    String key = random();
    Map<String, Object> wish = Map.of("label", "x", "scopes", List.of("audit"));
    Response first = desk(adminKey(), key).body(wish).post("/v1/desk/keys");
    String secret = ok(first, 201).getString("secret");
    Response second = desk(adminKey(), key).body(wish).post("/v1/desk/keys");
    assertReplay(second, first);
    assertThat(JsonPath.of(second).getString("secret")).isEqualTo(secret);
    assertThat(second.header("Cache-Control")).isEqualTo("no-store");
    String rows = tables().rows("select *, encode(body, 'escape') from idempotency").toString();
    assertThat(rows).doesNotContain(secret).doesNotContain(key).doesNotContain(hex(secret));
    assertThat(tables().rows("select * from api_key").toString()).doesNotContain(secret);
  }

  private static String hex(String text) {
    StringBuilder hex = new StringBuilder();
    for (byte b : text.getBytes(StandardCharsets.UTF_8)) {
      hex.append(String.format(Locale.ROOT, "%02x", b));
    }
    return hex.toString();
  }

  @Test
  void answersAreForgottenAfterADay() {
    String key = random();
    ok(create(TAGS, "甲", key), 201);
    clock.stepTo(Duration.ofHours(23));
    assertThat(sweep.runOnce()).isZero();
    assertThat(create(TAGS, "甲", key).header(REPLAYED)).isEqualTo("true");
    clock.stepTo(Duration.ofHours(25));
    assertThat(sweep.runOnce()).isEqualTo(1);
    problem(create(TAGS, "甲", key), 409, "tag-name-taken");
  }

  /** The one that lost is tried again as a whole and finds what the other made. */
  @Test
  void transactionsWithAKeyAreTriedOnceMoreToo() {
    for (int i = 0; i < 5; i++) {
      String name = "标签" + i;
      List<Response> both = Together.run(2, n -> () -> create(TAGS, name, random()));
      assertThat(both.stream().map(Response::statusCode)).containsExactlyInAnyOrder(201, 409);
      Response lost = both.stream().filter(a -> a.statusCode() == 409).findFirst().orElseThrow();
      problem(lost, 409, "tag-name-taken");
    }
  }
}
