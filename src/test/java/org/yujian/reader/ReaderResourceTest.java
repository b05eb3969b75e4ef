package org.yujian.reader;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.Callable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.yujian.shared.time.DatabaseClock;
import org.yujian.testing.DeskTest;
import org.yujian.testing.JsonPath;
import org.yujian.testing.Phone;
import org.yujian.testing.Together;

/** A reader's devices, becoming one with another, leaving. */
@QuarkusTest
class ReaderResourceTest extends DeskTest {
  private static final List<String> TABLES =
      List.of("reader", "device", "device_access", "recovery_code", "join_code");

  @Inject Attempts attempts;
  @Inject DatabaseClock clock;
  @Inject ReaderSweep sweep;

  @BeforeEach
  @AfterEach
  void forget() {
    attempts.forget();
    clock.stepTo(Duration.ZERO);
  }

  /** A phone whose reader another one has joined. */
  private static Phone joined(Phone phone) {
    Phone other = Phone.signUp();
    ok(other.join(phone.joinCode()), 200);
    return other;
  }

  @Test
  void aReadersDevicesAreListedAndOneOfThemEnded() {
    Phone phone = Phone.signUp(Map.of("name", "手机"));
    Phone tablet = Phone.signUp(Map.of("name", "平板", "recoveryCode", phone.recoveryCode()));
    Phone stranger = Phone.signUp();
    JsonPath list = phone.read("/v1/me/devices");
    assertThat(list.getList("items.name")).containsExactly("平板", "手机");
    assertThat(list.getList("items.current")).containsExactly(false, true);
    JsonPath first = phone.read("/v1/me/devices?limit=1");
    assertThat(
            phone
                .read("/v1/me/devices?limit=1&cursor=" + first.getString("next"))
                .getList("items.name"))
        .containsExactly("手机");
    String path = "/v1/me/devices/";
    problem(phone.request().delete(path + stranger.device()), 404, "device-not-found");
    problem(phone.request().delete(path + UUID.randomUUID()), 404, "device-not-found");
    assertThat(phone.request().delete(path + tablet.device()).statusCode()).isEqualTo(204);
    problem(tablet.request().get("/v1/me"), 401, "unauthorized");
    problem(Phone.refresh(tablet.refreshToken()), 401, "refresh-token-unknown");
    stranger.read("/v1/me");
  }

  @Test
  void twoReadersBecomeOneAndALostAnswerIsToldAgain() {
    Phone phone = Phone.signUp();
    Phone tablet = Phone.signUp();
    String code = phone.joinCode();
    for (int i = 0; i < 2; i++) {
      assertThat(ok(tablet.join(code), 200).getString("id")).isEqualTo(phone.reader());
    }
    assertThat(tablet.read("/v1/me").getString("id")).isEqualTo(phone.reader());
    assertThat(phone.read("/v1/me/devices").getList("items.id"))
        .containsExactlyInAnyOrder(phone.device(), tablet.device());
    assertThat(count("reader")).isEqualTo(1);
    // Good once: another device does not come along.
    problem(Phone.signUp().join(code), 422, "join-code-unknown");
    // What either wrote down reopens the reader of both.
    for (Phone one : List.of(phone, tablet)) {
      assertThat(Phone.signUp(Map.of("recoveryCode", one.recoveryCode())).reader())
          .isEqualTo(phone.reader());
    }
    assertThat(tablet.refresh().read("/v1/me").getString("id")).isEqualTo(phone.reader());
  }

  @Test
  void aJoinCodeIsGoodForTenMinutesAndNotForItsOwnReader() {
    Phone phone = Phone.signUp();
    Phone tablet = Phone.signUp();
    problem(phone.join(phone.joinCode()), 409, "join-code-own");
    String code = phone.joinCode();
    clock.stepTo(Duration.ofMinutes(11));
    problem(tablet.join(code), 422, "join-code-unknown");
    problem(tablet.join("00000-00000"), 422, "join-code-unknown");
  }

  /** Both may not wait for each other, and nobody may be left without a reader. */
  @Test
  void whoJoinEachOtherAtOnceBecomeOne() {
    for (int round = 0; round < 10; round++) {
      Phone one = Phone.signUp();
      Phone other = Phone.signUp();
      String code = one.joinCode();
      String back = other.joinCode();
      List<Callable<Response>> both = List.of(() -> other.join(code), () -> one.join(back));
      List<Integer> answers =
          new ArrayList<>(Together.run(both).stream().map(Response::statusCode).sorted().toList());
      assertThat(answers).containsExactly(200, 422);
      assertThat(one.read("/v1/me").getString("id"))
          .isEqualTo(other.read("/v1/me").getString("id"));
    }
  }

  @Test
  void whoLeavesLeavesNothing() {
    Phone phone = Phone.signUp();
    Phone tablet = joined(phone);
    phone.joinCode();
    Phone stranger = Phone.signUp();
    assertThat(tablet.request().delete("/v1/me").statusCode()).isEqualTo(204);
    for (Phone one : List.of(phone, tablet)) {
      problem(one.request().get("/v1/me"), 401, "unauthorized");
      problem(Phone.refresh(one.refreshToken()), 401, "refresh-token-unknown");
    }
    stranger.request().delete("/v1/me");
    TABLES.forEach(table -> assertThat(count(table)).as(table).isZero());
  }

  @Test
  void whatNobodyUsesIsSwept() {
    Phone unused = Phone.signUp();
    Phone used = Phone.signUp();
    used.read("/v1/me");
    assertThat(sweep.runOnce()).isZero();
    clock.stepTo(Duration.ofDays(8));
    assertThat(sweep.runOnce()).isEqualTo(2); // a device and its reader
    problem(Phone.refresh(unused.refreshToken()), 401, "refresh-token-unknown");
    used.refresh().read("/v1/me");
    assertThat(count("device_access")).isEqualTo(1);
    clock.stepTo(Duration.ofDays(450));
    assertThat(sweep.runOnce()).isEqualTo(2);
    TABLES.forEach(table -> assertThat(count(table)).as(table).isZero());
  }
}
