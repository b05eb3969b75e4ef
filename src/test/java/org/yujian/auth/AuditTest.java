package org.yujian.auth;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.scheduler.Scheduled;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.yujian.shared.text.Sha256;
import org.yujian.testing.DeskTest;

/** The audit's rows: what stands in one, and that nobody changes it. */
@QuarkusTest
class AuditTest extends DeskTest {
  private static final String COLUMNS =
      "key_id, by_name, action, thing, thing_id, account_id, before_sha256, after_sha256";

  @Inject Audit audit;

  private void record(Caller caller, AuditEvent audited) {
    QuarkusTransaction.requiringNew().run(() -> audit.record(caller, audited));
  }

  private List<String> row() {
    return tables().rows("select " + COLUMNS + " from audit").get(0);
  }

  /**
   * One run seals all that is committed (AuditChainTest), so what is done is sealed in a second.
   */
  @Test
  void theSealerRunsEverySecond() throws NoSuchMethodException {
    String every =
        AuditSealer.class.getDeclaredMethod("scheduled").getAnnotation(Scheduled.class).every();
    assertThat(Duration.parse("PT" + every)).isLessThanOrEqualTo(Duration.ofSeconds(1));
  }

  @Test
  void aRowSaysWhoDidWhat() {
    UUID key = UUID.randomUUID();
    UUID thing = UUID.randomUUID();
    UUID account = UUID.randomUUID();
    Caller caller = new Caller(key, "key:yj_abcdefgh", Caller.program("").scopes(), null);
    record(caller, new AuditEvent("tag.change", "tag", thing, account, Map.of("a", 1), "b"));
    assertThat(row())
        .containsExactly(
            key.toString(),
            "key:yj_abcdefgh",
            "tag.change",
            "tag",
            thing.toString(),
            account.toString(),
            Sha256.hex("{\"a\":1}"),
            Sha256.hex("\"b\""));
  }

  @Test
  void theProgramItselfHasNoKeyAndWhatIsGlobalNoAccount() {
    record(Caller.program("clock"), new AuditEvent("tag.create", "tag", null, null, null, null));
    assertThat(row()).containsExactly(null, "clock", "tag.create", "tag", null, null, null, null);
  }

  @Test
  void whatIsRolledBackLeavesNoRow() {
    assertThatThrownBy(
            () ->
                QuarkusTransaction.requiringNew()
                    .run(
                        () -> {
                          audit.record(
                              Caller.program("x"), new AuditEvent("a", "b", null, null, 1, 2));
                          throw new IllegalStateException("no");
                        }))
        .isInstanceOf(IllegalStateException.class);
    assertThat(count("audit")).isZero();
  }

  @Test
  void nobodyChangesWhatStandsThere() {
    record(Caller.program("x"), new AuditEvent("a", "b", null, null, 1, 2));
    for (String change :
        List.of(
            "update audit set by_name = 'y'",
            "update audit set by_name = 'y', seal = 1, seal_sha256 = 'z'",
            "delete from audit",
            "truncate audit",
            "insert into audit (at, by_name, action, thing, seal, seal_sha256)"
                + " values (now(), 'y', 'a', 'b', 1, 'z')")) {
      assertThatThrownBy(() -> tables().run(change)).as(change).hasMessageContaining("append only");
    }
    tables().run("update audit set seal = 1, seal_sha256 = 'z'");
    assertThatThrownBy(() -> tables().run("update audit set seal = 2"))
        .hasMessageContaining("append only");
    assertThat(count("audit")).isEqualTo(1);
  }
}
