package org.yujian.reader;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import java.util.Locale;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.yujian.testing.DeskTest;
import org.yujian.testing.Phone;

/** Codes end with the device that made them, and never open anything a second time. */
@QuarkusTest
class DeviceCodesTest extends DeskTest {

  @Inject Attempts attempts;

  @BeforeEach
  @AfterEach
  void forget() {
    attempts.forget();
  }

  private static Phone recovered(String code) {
    return Phone.signUp(Map.of("recoveryCode", code));
  }

  private static void end(Phone by, Phone device) {
    assertThat(by.request().delete("/v1/me/devices/" + device.device()).statusCode())
        .isEqualTo(204);
  }

  private static Response recover(String code) {
    return anyone().body(Map.of("recoveryCode", code)).post("/v1/devices");
  }

  private static void isOver(String recoveryCode) {
    problem(recover(recoveryCode), 422, "recovery-code-unknown");
  }

  private static void joinIsOver(String code) {
    problem(Phone.signUp().join(code), 422, "join-code-unknown");
  }

  private static boolean due(Phone phone) {
    return phone.read("/v1/me").getBoolean("recoveryCodeDue");
  }

  private static String renewed(Phone phone) {
    return ok(phone.request().post("/v1/me/recovery-code"), 200).getString("recoveryCode");
  }

  @Test
  void anotherDeviceEndsADeviceWithItsCodes() {
    Phone lost = Phone.signUp();
    Phone kept = recovered(lost.recoveryCode());
    String join = lost.joinCode();
    String own = kept.joinCode();
    assertThat(due(kept)).isFalse();
    end(kept, lost);
    joinIsOver(join);
    isOver(lost.recoveryCode());
    assertThat(due(kept)).isTrue();
    // The codes of the other device are good.
    Phone joined = Phone.signUp();
    assertThat(ok(joined.join(own), 200).getBoolean("recoveryCodeDue")).isTrue();
    String renewed = renewed(kept);
    assertThat(due(joined)).isFalse();
    assertThat(recovered(renewed).reader()).isEqualTo(kept.reader());
    isOver(lost.recoveryCode());
  }

  @Test
  void aDeviceThatSignsItselfOutLeavesItsRecoveryCode() {
    Phone phone = Phone.signUp();
    String join = phone.joinCode();
    end(phone, phone);
    joinIsOver(join);
    // No device is left: the code is the only way back.
    Phone back = recovered(phone.recoveryCode());
    assertThat(back.reader()).isEqualTo(phone.reader());
    assertThat(due(back)).isFalse();
    // It is still the first device's: ending others does not end it.
    Phone third = recovered(phone.recoveryCode());
    end(back, third);
    assertThat(recovered(phone.recoveryCode()).reader()).isEqualTo(phone.reader());
    assertThat(due(back)).isFalse();
  }

  @Test
  void aRenewedCodeBelongsToTheDeviceThatRenewedIt() {
    Phone first = Phone.signUp();
    Phone second = recovered(first.recoveryCode());
    String renewed = renewed(second);
    isOver(first.recoveryCode());
    end(second, first);
    assertThat(due(second)).isFalse();
    Phone third = recovered(renewed);
    end(third, second);
    isOver(renewed);
    assertThat(due(third)).isTrue();
  }

  @Test
  void aUsedJoinCodeStaysUsedWhenTheDeviceThatUsedItIsGone() {
    Phone phone = Phone.signUp();
    Phone tablet = Phone.signUp();
    String code = phone.joinCode();
    ok(tablet.join(code), 200);
    end(tablet, tablet);
    joinIsOver(code);
    assertThat(phone.read("/v1/me/devices").getList("items")).hasSize(1);
  }

  @Test
  void aThiefFoundOutLosesTheJoinCodeAndTheReaderKeepsTheRecoveryCode() {
    Phone phone = Phone.signUp();
    String copied = phone.refreshToken();
    String join = phone.joinCode();
    phone.refresh().refresh();
    problem(Phone.refresh(copied), 401, "refresh-token-reused");
    joinIsOver(join);
    assertThat(due(recovered(phone.recoveryCode()))).isFalse();
  }

  @Test
  void readersThatBecomeOneKeepTheCodesOfTheirDevices() {
    Phone phone = Phone.signUp();
    Phone tablet = Phone.signUp();
    String tabletsJoin = tablet.joinCode();
    ok(tablet.join(phone.joinCode()), 200);
    // It led to a reader that is no more.
    joinIsOver(tabletsJoin);
    end(phone, tablet);
    isOver(tablet.recoveryCode());
    assertThat(due(phone)).isTrue();
    assertThat(recovered(phone.recoveryCode()).reader()).isEqualTo(phone.reader());
  }

  @Test
  void aCodeThatIsDueIsDueAfterJoiningToo() {
    Phone lost = Phone.signUp();
    Phone kept = recovered(lost.recoveryCode());
    end(kept, lost);
    Phone other = Phone.signUp();
    assertThat(ok(kept.join(other.joinCode()), 200).getBoolean("recoveryCodeDue")).isTrue();
    assertThat(due(other)).isTrue();
    renewed(other);
    assertThat(due(kept)).isFalse();
  }

  /** A node of the previous release writes rows that name no device. */
  @Test
  void codesOfNoKnownDeviceAreTheFirstDevices() {
    Phone first = Phone.signUp();
    Phone second = recovered(first.recoveryCode());
    String join = second.joinCode();
    String forget = "update %s set device_id = null";
    tables().run(String.format(Locale.ROOT, forget, "recovery_code"));
    tables().run(String.format(Locale.ROOT, forget, "join_code"));
    Phone third = recovered(first.recoveryCode());
    end(first, second);
    // Not the first device's.
    assertThat(due(first)).isFalse();
    end(third, first);
    joinIsOver(join);
    isOver(first.recoveryCode());
    assertThat(due(third)).isTrue();
  }

  /** The first device is the one before both became one, not the older one of the other reader. */
  @Test
  void codesOfNoKnownDeviceKeepTheirReadersFirstDeviceWhenJoined() {
    Phone older = Phone.signUp();
    Phone younger = Phone.signUp();
    tables().run("update recovery_code set device_id = null");
    ok(older.join(younger.joinCode()), 200);
    end(younger, older);
    isOver(older.recoveryCode());
    assertThat(recovered(younger.recoveryCode()).reader()).isEqualTo(younger.reader());
  }
}
