package org.yujian.reader;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.Callable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.yujian.shared.time.DatabaseClock;
import org.yujian.testing.DeskTest;
import org.yujian.testing.JsonPath;
import org.yujian.testing.Phone;
import org.yujian.testing.Together;

/** Tokens of devices: used, expired, lost on the way, replayed, stolen, guessed. */
@QuarkusTest
class DeviceTokensTest extends DeskTest {
  private static final int WRONG_CODES = 20;

  @Inject Attempts attempts;
  @Inject DatabaseClock clock;

  @BeforeEach
  @AfterEach
  void forget() {
    attempts.forget();
    clock.stepTo(Duration.ZERO);
  }

  private static void unauthorized(Response response) {
    problem(response, 401, "unauthorized");
    assertThat(response.header("WWW-Authenticate")).startsWith("Bearer");
  }

  @Test
  void aDeviceSignsUpWithoutANameAndReadsWhoItIs() {
    Phone phone = Phone.signUp();
    JsonPath me = phone.read("/v1/me");
    assertThat(me.getString("id")).isEqualTo(phone.reader());
    assertThat(me.getString("deviceId")).isEqualTo(phone.device());
    Response answer = anyone().body(Map.of("name", "小米")).post("/v1/devices");
    assertThat(ok(answer, 201).getInt("expiresIn")).isBetween(3_590, 3_600);
    assertThat(answer.header("Cache-Control")).isEqualTo("no-store");
    assertThat(phone.request().get("/v1/me").header("Cache-Control")).contains("no-store");
  }

  @Test
  void withoutAGoodTokenThereIsNoMe() {
    Phone phone = Phone.signUp();
    unauthorized(anyone().get("/v1/me"));
    unauthorized(Phone.with(phone.accessToken() + "x").get("/v1/me"));
    unauthorized(Phone.with(phone.refreshToken()).get("/v1/me"));
    unauthorized(Phone.with("ya_" + "A".repeat(43)).get("/v1/me"));
  }

  @Test
  void aDeviceIsNobodyAtTheDesk() {
    problem(Phone.signUp().request().get("/v1/desk/accounts"), 403, "forbidden");
    problem(desk().get("/v1/me"), 403, "forbidden");
  }

  @Test
  void anAccessTokenIsOverAfterAnHourAndRefreshingGoesOn() {
    Phone phone = Phone.signUp();
    clock.stepTo(Duration.ofMinutes(59));
    phone.read("/v1/me");
    clock.stepTo(Duration.ofMinutes(61));
    unauthorized(phone.request().get("/v1/me"));
    // An app that sends its old token along with everything is not in its own way.
    Response refreshed =
        phone
            .request()
            .body(Map.of("refreshToken", phone.refreshToken()))
            .post("/v1/devices/refresh");
    String access = ok(refreshed, 200).getString("accessToken");
    ok(Phone.with(access).get("/v1/me"), 200);
  }

  @Test
  void aLostAnswerIsToldAgainUntilItsTokenIsUsed() {
    Phone phone = Phone.signUp();
    String first = phone.refreshToken();
    JsonPath lost = ok(Phone.refresh(first), 200);
    JsonPath again = ok(Phone.refresh(first), 200);
    for (String field : List.of("accessToken", "refreshToken", "deviceId", "readerId")) {
      assertThat(again.getString(field)).isEqualTo(lost.getString(field));
    }
    String second = lost.getString("refreshToken");
    JsonPath third = ok(Phone.refresh(second), 200);
    assertThat(third.getString("refreshToken")).isNotEqualTo(second);
    ok(Phone.refresh(second), 200);
    ok(Phone.with(third.getString("accessToken")).get("/v1/me"), 200);
  }

  @Test
  void anAnswerLostForDaysIsToldWithANewAccessToken() {
    Phone phone = Phone.signUp();
    JsonPath lost = ok(Phone.refresh(phone.refreshToken()), 200);
    clock.stepTo(Duration.ofDays(300));
    JsonPath again = ok(Phone.refresh(phone.refreshToken()), 200);
    assertThat(again.getString("refreshToken")).isEqualTo(lost.getString("refreshToken"));
    assertThat(again.getString("accessToken")).isNotEqualTo(lost.getString("accessToken"));
    ok(Phone.with(again.getString("accessToken")).get("/v1/me"), 200);
    unauthorized(Phone.with(lost.getString("accessToken")).get("/v1/me"));
  }

  @Test
  void anOlderTokenEndsTheDeviceForBothHolders() {
    Phone phone = Phone.signUp();
    String stolen = phone.refreshToken();
    phone.refresh().refresh();
    Response response = Phone.refresh(stolen);
    problem(response, 401, "refresh-token-reused");
    assertThat(response.header("WWW-Authenticate")).startsWith("Bearer");
    unauthorized(phone.request().get("/v1/me"));
    problem(Phone.refresh(phone.refreshToken()), 401, "refresh-token-unknown");
    // The reader is not lost: that is what the recovery code is for.
    Phone reopened = Phone.signUp(Map.of("recoveryCode", phone.recoveryCode()));
    assertThat(reopened.reader()).isEqualTo(phone.reader());
  }

  @Test
  void aTokenOfAnotherDeviceIsOfAnotherFamily() {
    Phone one = Phone.signUp();
    Phone other = Phone.signUp();
    String mixed = one.refreshToken().substring(0, 25) + other.refreshToken().substring(25);
    // Whoever knows the family's part without the rest has seen an older token.
    problem(Phone.refresh(mixed), 401, "refresh-token-reused");
    other.read("/v1/me");
    problem(Phone.refresh("yr_" + "A".repeat(65)), 401, "refresh-token-unknown");
    problem(Phone.refresh("x"), 401, "refresh-token-unknown");
    problem(anyone().body("{}").post("/v1/devices/refresh"), 422, "invalid-body");
  }

  @Test
  void manyRefreshesAtOnceAgree() {
    Phone phone = Phone.signUp();
    String first = phone.refreshToken();
    Callable<String> refresh = () -> ok(Phone.refresh(first), 200).getString("refreshToken");
    assertThat(Together.run(8, number -> refresh))
        .containsOnly(ok(Phone.refresh(first), 200).getString("refreshToken"));
  }

  @Test
  void aDeviceThatSleptFourHundredDaysIsOver() {
    Phone phone = Phone.signUp();
    phone.read("/v1/me");
    clock.stepTo(Duration.ofDays(399));
    phone.refresh().read("/v1/me");
    clock.stepTo(Duration.ofDays(800));
    problem(Phone.refresh(phone.refreshToken()), 401, "refresh-token-unknown");
  }

  @Test
  void aRecoveryCodeIsGoodHoweverItIsTypedAndUntilItIsRenewed() {
    Phone phone = Phone.signUp();
    String typed =
        " " + phone.recoveryCode().toLowerCase(Locale.ROOT).replace('-', ' ').replace('0', 'o');
    Phone reopened = Phone.signUp(Map.of("recoveryCode", typed, "name", "新手机"));
    assertThat(reopened.reader()).isEqualTo(phone.reader());
    assertThat(reopened.recoveryCode()).isNull();
    String renewed =
        ok(reopened.request().post("/v1/me/recovery-code"), 200).getString("recoveryCode");
    problem(
        anyone().body(Map.of("recoveryCode", phone.recoveryCode())).post("/v1/devices"),
        422,
        "recovery-code-unknown");
    assertThat(Phone.signUp(Map.of("recoveryCode", renewed)).reader()).isEqualTo(phone.reader());
  }

  @Test
  void codesCannotBeGuessed() {
    Map<String, String> guess = Map.of("recoveryCode", "00000-00000-00000-00000-00000");
    for (int i = 0; i < WRONG_CODES; i++) {
      problem(anyone().body(guess).post("/v1/devices"), 422, "recovery-code-unknown");
    }
    Response refused = anyone().body(guess).post("/v1/devices");
    problem(refused, 429, "too-many-requests");
    assertThat(Integer.parseInt(refused.header("Retry-After"))).isBetween(1, 600);
    assertThat(count("reader")).isZero();
  }

  @Test
  void nothingThatOpensAnythingIsStored() {
    Phone phone = Phone.signUp().refresh();
    String code = phone.joinCode();
    String stored =
        String.join(
            " ",
            tables()
                .texts(
                    """
                    select reader::text from reader union all select device::text from device
                    union all select device_access::text from device_access
                    union all select recovery_code::text from recovery_code
                    union all select join_code::text from join_code
                    """));
    assertThat(stored)
        .doesNotContain(phone.accessToken().substring(3))
        .doesNotContain(phone.refreshToken().substring(25))
        .doesNotContain(code)
        .doesNotContain(code.replace("-", ""));
  }
}
