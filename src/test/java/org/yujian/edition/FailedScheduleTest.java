package org.yujian.edition;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.InstanceOfAssertFactories.STRING;

import io.quarkus.test.junit.QuarkusTest;
import java.time.Duration;
import java.time.Instant;
import java.util.Locale;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.yujian.feed.FeedRules;
import org.yujian.testing.JsonPath;
import org.yujian.testing.LogLines;

/** What the clock cannot publish: tried again when that may help, and never in others' way. */
@QuarkusTest
class FailedScheduleTest extends EditionLifeTest {
  private static final Duration HOUR = Duration.ofHours(1);

  @AfterEach
  void heal() {
    tables().run("drop trigger if exists broken on article_revision");
    tables().run("drop function if exists broken");
  }

  /** The database fails whenever an article of this title is to go live. */
  private void breakFor(String title, String state) {
    tables()
        .run(
            String.format(
                Locale.ROOT,
                """
                create function broken() returns trigger language plpgsql as $$
                begin
                  if new.title = '%s' then raise exception 'broken' using errcode = '%s'; end if;
                  return new;
                end $$;
                create trigger broken before insert on article_revision
                  for each row execute function broken();
                """,
                title,
                state));
  }

  private String scheduled(String title, Duration in) {
    String id = draft(title);
    schedule(id, now().plus(in));
    return id;
  }

  @Test
  void aFailureThatMayPassIsTriedAgainLaterEachTimeAndThenGivenUp() {
    String bad = scheduled("坏", HOUR);
    String good = scheduled("好", HOUR.plusSeconds(1));
    breakFor("坏", "53300");
    Duration now = HOUR.plusSeconds(1);
    pass(now);
    assertThat(scheduler.runOnce()).as("the other one goes live").isEqualTo(1);
    assertThat(deskRead(EDITIONS + good).getString("state")).isEqualTo("published");
    for (int attempt = 1; attempt < ScheduledPublisher.MOST_ATTEMPTS; attempt++) {
      JsonPath waiting = deskRead(EDITIONS + bad);
      assertThat(waiting.getString("state")).isEqualTo("scheduled");
      assertThat(waiting.getInt("schedule.attempts")).isEqualTo(attempt);
      assertThat(waiting.getString("schedule.problem")).isEqualTo("service-unavailable");
      assertThat(scheduler.runOnce()).isZero();
      assertThat(deskRead(EDITIONS + bad).getInt("schedule.attempts")).isEqualTo(attempt);
      Instant next = Instant.parse(waiting.getString("schedule.nextAttemptAt"));
      now = now.plus(Duration.between(now(), next)).plusSeconds(1);
      pass(now);
      assertThat(scheduler.runOnce()).isZero();
    }
    JsonPath failed = deskRead(EDITIONS + bad);
    assertThat(failed.getString("state")).isEqualTo("failed");
    assertThat(failed.getString("schedule.nextAttemptAt")).isNull();
    assertThat(failed.getString("schedule.failedAt")).isNotNull();
    assertThat(read("/v1/articles").getList("items.title")).containsExactly("好");
    assertThat(audited()).contains("clock edition.postpone").endsWith("clock edition.fail");
    heal();
    pass(now.plus(HOUR));
    assertThat(scheduler.runOnce()).as("an editor has to look at it").isZero();
    assertThat(publish(bad).getLong("lateSeconds")).isGreaterThan(3600);
    FeedRules.check(tables());
    ChangeLogRules.check(tables());
  }

  @Test
  void theLogNamesTheReasonAndHasAStackTraceOnlyWhereItIsUnknown() {
    String busy = scheduled("坏", HOUR);
    breakFor("坏", "55P03");
    pass(HOUR);
    assertThat(LogLines.during(scheduler::runOnce))
        .singleElement(STRING)
        .contains(busy, "service-unavailable")
        .doesNotContain("\tat ");
    heal();
    breakFor("坏", "42601");
    pass(HOUR.plusMinutes(1));
    assertThat(LogLines.during(scheduler::runOnce))
        .singleElement(STRING)
        .contains(busy, "internal-error", "\tat ");
  }

  @Test
  void aFailureThatPassesCostsNothingButTime() {
    String id = scheduled("坏", HOUR);
    breakFor("坏", "55P03");
    pass(HOUR);
    assertThat(scheduler.runOnce()).isZero();
    heal();
    pass(HOUR.plusSeconds(10));
    assertThat(scheduler.runOnce()).isEqualTo(1);
    JsonPath live = deskRead(EDITIONS + id);
    assertThat(live.getString("state")).isEqualTo("published");
    assertThat(live.getString("schedule")).isNull();
  }

  @Test
  void whatAPersonWouldBeRefusedFailsAtOnceAndCanBePutRight() {
    String id = scheduled("甲", HOUR);
    tables().run("update article_draft set title = null");
    pass(HOUR);
    assertThat(scheduler.runOnce()).isZero();
    JsonPath failed = deskRead(EDITIONS + id);
    assertThat(failed.getString("state")).isEqualTo("failed");
    assertThat(failed.getString("schedule.problem")).isEqualTo("not-publishable");
    assertThat(deskRead("/v1/desk/editions?state=failed").<String>getList("items.id"))
        .containsExactly(id);
    assertThat(count("change")).isZero();
    tables().run("update article_draft set title = '甲'");
    schedule(id, now().plus(HOUR));
    pass(HOUR.multipliedBy(3));
    assertThat(scheduler.runOnce()).isEqualTo(1);
  }

  @Test
  void ofAnAccountThatIsClosedNothingGoesLive() {
    String id = scheduled("甲", HOUR);
    tables().runLogged("update account set state = 'closed', version = 2, closed_at = now()");
    pass(HOUR);
    assertThat(scheduler.runOnce()).isZero();
    JsonPath failed = deskRead(EDITIONS + id);
    assertThat(failed.getString("state")).isEqualTo("failed");
    assertThat(failed.getString("schedule.problem")).isEqualTo("account-closed");
  }

  @Test
  void anUnscheduledFailureIsAPlainDraft() {
    String id = scheduled("甲", HOUR);
    tables().run("update article_draft set title = null");
    pass(HOUR);
    scheduler.runOnce();
    JsonPath draft = ok(act(EDITIONS + id, "unschedule", Map.of()), 200);
    assertThat(draft.getString("state")).isEqualTo("draft");
    assertThat(draft.getString("schedule")).isNull();
  }
}
