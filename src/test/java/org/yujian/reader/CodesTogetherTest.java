package org.yujian.reader;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.yujian.testing.DeskTest;
import org.yujian.testing.Phone;
import org.yujian.testing.Together;

/**
 * Codes that are used, ended and replaced at the same moment: no deadlock, no way around an end.
 */
@QuarkusTest
class CodesTogetherTest extends DeskTest {
  private static final int ROUNDS = 12;

  @Inject Attempts attempts;

  @BeforeEach
  @AfterEach
  void forget() {
    attempts.forget();
  }

  private static Phone recovered(Phone phone) {
    return Phone.signUp(Map.of("recoveryCode", phone.recoveryCode()));
  }

  private static Response recover(String code) {
    return anyone().body(Map.of("recoveryCode", code)).post("/v1/devices");
  }

  private static Response end(Phone by, Phone device) {
    return by.request().delete("/v1/me/devices/" + device.device());
  }

  /** Their statuses in the order of the tasks. */
  private static List<Integer> statuses(List<Callable<Response>> tasks) {
    return Together.run(tasks).stream().map(Response::statusCode).toList();
  }

  @Test
  void ofTwoDevicesWithOneJoinCodeOneJoins() {
    for (int round = 0; round < ROUNDS; round++) {
      Phone phone = Phone.signUp();
      String code = phone.joinCode();
      Phone one = Phone.signUp();
      Phone other = Phone.signUp();
      assertThat(statuses(List.of(() -> one.join(code), () -> other.join(code))))
          .containsExactlyInAnyOrder(200, 422);
      assertThat(phone.read("/v1/me/devices").getList("items")).hasSize(2);
    }
  }

  @Test
  void whileADeviceIsEndedItsCodesOpenBeforeTheEndOrNotAtAll() {
    for (int round = 0; round < ROUNDS; round++) {
      attempts.forget();
      Phone lost = Phone.signUp();
      Phone kept = recovered(lost);
      Phone joining = Phone.signUp();
      String code = lost.joinCode();
      List<Integer> statuses =
          statuses(
              List.of(
                  () -> end(kept, lost),
                  () -> joining.join(code),
                  () -> recover(lost.recoveryCode()),
                  () -> lost.request().get("/v1/me")));
      assertThat(statuses.get(0)).isEqualTo(204);
      assertThat(statuses.get(1)).isIn(200, 422);
      assertThat(statuses.get(2)).isIn(201, 422);
      assertThat(statuses.get(3)).isIn(200, 401);
      int devices = 1 + (statuses.get(1) == 200 ? 1 : 0) + (statuses.get(2) == 201 ? 1 : 0);
      assertThat(kept.read("/v1/me/devices").getList("items")).hasSize(devices);
      assertThat(kept.read("/v1/me").getBoolean("recoveryCodeDue")).isTrue();
      problem(Phone.signUp().join(code), 422, "join-code-unknown");
      problem(recover(lost.recoveryCode()), 422, "recovery-code-unknown");
    }
  }

  @Test
  void aDeviceThatIsBeingEndedLeavesNoNewCode() {
    for (int round = 0; round < ROUNDS; round++) {
      attempts.forget();
      Phone lost = Phone.signUp();
      Phone kept = recovered(lost);
      List<Response> answers =
          Together.run(
              List.of(
                  () -> end(kept, lost),
                  () -> lost.request().post("/v1/me/join-codes"),
                  () -> lost.request().post("/v1/me/recovery-code")));
      assertThat(answers.get(0).statusCode()).isEqualTo(204);
      assertThat(answers.get(1).statusCode()).isIn(201, 401);
      assertThat(answers.get(2).statusCode()).isIn(200, 401);
      assertThat(count("join_code")).isZero();
      assertThat(count("recovery_code")).isZero();
      assertThat(kept.read("/v1/me").getBoolean("recoveryCodeDue")).isTrue();
      tables().empty();
    }
  }

  /** Whoever comes second has no device any more that could end another one. */
  @Test
  void ofTwoDevicesThatEndEachOtherOneStays() {
    for (int round = 0; round < ROUNDS; round++) {
      attempts.forget();
      Phone one = Phone.signUp();
      Phone other = recovered(one);
      assertThat(statuses(List.of(() -> end(one, other), () -> end(other, one))))
          .containsExactlyInAnyOrder(204, 401);
      assertThat(count("device")).isEqualTo(1);
      tables().empty();
    }
  }

  @Test
  void whenSeveralDevicesRenewAtOnceOneCodeIsLeft() {
    for (int round = 0; round < ROUNDS; round++) {
      attempts.forget();
      Phone one = Phone.signUp();
      Phone other = recovered(one);
      List<String> codes =
          Together.run(List.of(() -> renewed(one), () -> renewed(other), () -> renewed(one)));
      assertThat(codes.stream().filter(code -> recover(code).statusCode() == 201)).hasSize(1);
      problem(recover(one.recoveryCode()), 422, "recovery-code-unknown");
    }
  }

  private static String renewed(Phone phone) {
    return ok(phone.request().post("/v1/me/recovery-code"), 200).getString("recoveryCode");
  }
}
