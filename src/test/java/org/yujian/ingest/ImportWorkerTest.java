package org.yujian.ingest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.yujian.ingest.ImportFixtures.simple;

import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.yujian.shared.page.Sql;
import org.yujian.shared.time.DatabaseClock;
import org.yujian.testing.JsonPath;
import org.yujian.testing.Upload;

/** What happens between the upload and the import: lost keys, killed processes, lost claims. */
@QuarkusTest
class ImportWorkerTest extends BatchTest {

  @Inject Sql sql;
  @Inject ImportWorkRepository queue;
  @Inject DatabaseClock clock;

  private String account;

  @BeforeEach
  void makeAccount() {
    account = account("甲社区");
  }

  private Response waiting(String key) {
    blockImports(account, 1);
    Response answer =
        queued(
            key,
            Upload.of("一.txt", simple("甲")).file("二.txt", simple("乙")).with("account", account));
    ok(answer, 202);
    return answer;
  }

  private String writer() {
    return key(Set.of("content:write"), account);
  }

  private void lastKey(String change) {
    tables()
        .run(
            "update api_key set "
                + change
                + " where id = (select key_id from import_work order by id desc limit 1)");
  }

  private JsonPath refusedAfter(String change, String code) {
    Response answer = waiting(writer());
    lastKey(change);
    unblock();
    JsonPath batch = finished(answer);
    assertThat(batch.<String>getList("items.problem.code")).containsExactly(code, code);
    assertThat(count("import_job")).isZero();
    assertThat(tables().number("select sum(length(bytes)) from import_work")).isZero();
    return batch;
  }

  @Test
  void aKeyThatIsRevokedSinceImportsNothing() {
    JsonPath batch = refusedAfter("revoked_at = now()", "unauthorized");
    assertThat(batch.getInt("items[0].problem.status")).isEqualTo(401);
  }

  @Test
  void aKeyThatIsExpiredSinceImportsNothing() {
    refusedAfter("expires_at = now() - interval '1 hour'", "unauthorized");
  }

  @Test
  void aKeyThatLostItsScopeImportsNothing() {
    JsonPath batch = refusedAfter("scopes = '{content:read}'", "forbidden");
    assertThat(batch.getString("items[0].problem.scope")).isEqualTo("content:write");
  }

  @Test
  void aKeyThatLostTheAccountImportsNothing() {
    String other = account("乙社区");
    refusedAfter("account_ids = '{" + other + "}'", "account-not-found");
  }

  @Test
  void documentsOfAnAccountWaitForEarlierOnes() {
    Response answer = waiting(writer());
    Response free =
        queued(
            Upload.of("三.txt", simple("丙"))
                .file("四.txt", simple("丁"))
                .with("account", account("乙社区")));
    assertThat(finished(free).getInt("done")).isEqualTo(2);
    JsonPath blocked = deskRead(answer.header("Location"));
    assertThat(blocked.<String>getList("items.state")).containsOnly("waiting");
    assertThat(desk().get(answer.header("Location")).header("Retry-After")).isEqualTo("1");
    unblock();
    assertThat(finished(answer).getInt("done")).isEqualTo(2);
  }

  @Test
  void anAttemptWithoutItsLeaseStoresNothing() {
    Response answer = waiting(writer());
    ImportWork first = claimInsteadOfTheWorker();
    assertThat(claim(Duration.ZERO)).isEmpty();
    assertThat(held(first)).isTrue();
    Duration later = ImportWorkRepository.LEASE.plusSeconds(1);
    ImportWork second = claim(later).orElseThrow();
    assertThat(second.id()).isEqualTo(first.id());
    assertThat(second.attempts()).isEqualTo(2);
    assertThat(held(first)).isFalse();
    assertThat(progress(first)).isFalse();
    assertThat(progress(second)).isTrue();
    JsonPath working = deskRead(answer.header("Location"));
    assertThat(working.getString("items[0].state")).isEqualTo("working");
    assertThat(working.getInt("items[0].stepsDone")).isEqualTo(1);
    assertThat(working.getInt("items[0].stepsTotal")).isEqualTo(4);
    QuarkusTransaction.requiringNew().run(() -> queue.release(second, false, clock.now()));
    worker.look();
    assertThat(finished(answer).getInt("done")).isEqualTo(2);
  }

  /** In one transaction, because the worker looks every second. */
  private ImportWork claimInsteadOfTheWorker() {
    return QuarkusTransaction.requiringNew()
        .call(
            () -> {
              sql.statement("delete from import_work where file_name = 'x.txt'").run();
              return queue.claim(clock.now());
            })
        .orElseThrow();
  }

  private Optional<ImportWork> claim(Duration ahead) {
    Instant now = clock.now().plus(ahead);
    return QuarkusTransaction.requiringNew().call(() -> queue.claim(now));
  }

  private boolean held(ImportWork work) {
    return QuarkusTransaction.requiringNew().call(() -> queue.hold(work));
  }

  private boolean progress(ImportWork work) {
    return QuarkusTransaction.requiringNew().call(() -> queue.progress(work, 1, 4, clock.now()));
  }

  @Test
  void aDocumentThatKilledThreeProcessesIsFailed() {
    Response answer = waiting(writer());
    tables()
        .run(
            "update import_work set state = 'working', attempts = 3,"
                + " claimed_until = now() - interval '1 second' where file_name = '一.txt'");
    unblock();
    JsonPath batch = finished(answer);
    assertThat(batch.<String>getList("items.state")).containsExactly("failed", "done");
    assertThat(batch.getString("items[0].problem.code")).isEqualTo("internal-error");
  }

  /** Every insert of a report fails with this SQLSTATE until the returned statement is run. */
  private String failing(String state) {
    tables()
        .run(
            "create function refuse_import() returns trigger language plpgsql as"
                + " $$ begin raise exception 'test' using errcode = '"
                + state
                + "'; end $$;"
                + " create trigger refuse_import before insert on import_job"
                + " for each row execute function refuse_import()");
    return "drop trigger refuse_import on import_job; drop function refuse_import()";
  }

  private void awaitReleased(String attempts) {
    String released =
        "select attempts from import_work where file_name = '一.txt' and state = 'waiting'"
            + " and claimed_until > now() + interval '30 seconds'";
    await("the end of an attempt", () -> tables().texts(released).equals(List.of(attempts)));
  }

  private void endLease() {
    tables().run("update import_work set claimed_until = null");
    worker.look();
  }

  @Test
  void whatFailsUnexpectedlyIsTriedThreeTimes() {
    Response answer = waiting(writer());
    String repair = failing("P0001");
    try {
      unblock();
      awaitReleased("1");
      endLease();
      awaitReleased("2");
      endLease();
      await("the failure", () -> deskRead(answer.header("Location")).getInt("failed") == 1);
    } finally {
      tables().run(repair);
    }
    endLease();
    JsonPath batch = finished(answer);
    assertThat(batch.getString("items[0].problem.code")).isEqualTo("internal-error");
    assertThat(count("import_job where file_name = '一.txt'")).isZero();
  }

  @Test
  void aDatabaseThatIsBusyIsNotTheFaultOfTheDocument() {
    Response answer = waiting(writer());
    String repair = failing("57014");
    try {
      unblock();
      for (int i = 0; i < 4; i++) {
        awaitReleased("0");
        endLease();
      }
    } finally {
      tables().run(repair);
    }
    endLease();
    assertThat(finished(answer).getInt("done")).isEqualTo(2);
    assertThat(count("import_job")).isEqualTo(2);
  }

  @Test
  void batchesAreKeptForSevenDays() {
    Response ended =
        queued(Upload.of("一.txt", simple("甲")).file("二.txt", simple("乙")).with("account", account));
    finished(ended);
    Response pending = waiting(writer());
    String age = "update import_work set created_at = now() - interval ";
    tables().run(age + "'6 days 23 hours'");
    assertThat(worker.deleteOld()).isZero();
    tables().run(age + "'7 days 1 hour'");
    assertThat(worker.deleteOld()).isEqualTo(2);
    problem(desk().get(ended.header("Location")), 404, "import-batch-not-found");
    unblock();
    assertThat(finished(pending).getInt("done")).isEqualTo(2);
  }
}
