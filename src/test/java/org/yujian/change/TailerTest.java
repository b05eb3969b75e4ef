package org.yujian.change;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.yujian.testing.DeskTest;
import org.yujian.testing.Upload;

/** The node's reader of the log: knows its own writes at once, others' soon, and comes back. */
@QuarkusTest
class TailerTest extends DeskTest {
  private static final String ROW =
      "insert into change (at, type, thing_id, version, parts, tags)"
          + " values (now(), 'tag', gen_random_uuid(), 1, '{tag}', '{%s}')";

  @Inject Tailer tailer;
  @Inject HeardChanges heard;

  @BeforeEach
  void knowTheEmptyLog() {
    tailer.advance();
    heard.forget();
  }

  @AfterEach
  void goOn() throws InterruptedException {
    tailer.stop();
    tailer.start();
  }

  @Test
  void ownWritesAreKnownWhenTheyAreAnswered() {
    for (int i = 0; i < 20; i++) {
      LogPosition before = tailer.position();
      tag("t" + i);
      assertThat(tailer.position().seq()).isEqualTo(newest()).isGreaterThan(before.seq());
      assertThat(tailer.holds(before, List.of(Scope.tag("t" + i)))).isFalse();
      assertThat(tailer.holds(before, List.of(Scope.tag("other")))).isTrue();
      assertThat(tailer.holds(tailer.position(), List.of(Scope.all(ChangedThing.TAG)))).isTrue();
    }
    assertThat(heard.slugs()).hasSize(20).doesNotHaveDuplicates();
  }

  @Test
  void anotherNodesWriteIsKnownWithoutAnyWakeUp() {
    tables().run(String.format(Locale.ROOT, ROW, "silent"));
    until(() -> heard.slugs().contains("silent"));
  }

  @Test
  void aWriteWakesTheOtherNodes() {
    tables().run(String.format(Locale.ROOT, ROW, "loud") + "; notify " + Tailer.CHANNEL);
    until(() -> heard.slugs().contains("loud"));
  }

  @Test
  void anAccountsRowNamesItsScopes() {
    LogPosition before = tailer.position();
    UUID id = UUID.fromString(account("甲"));
    assertThat(tailer.unchanged(before, List.of(Scope.account(id)))).isFalse();
    assertThat(tailer.unchanged(before, List.of(Scope.thing(id)))).isFalse();
    assertThat(tailer.unchanged(before, List.of(Scope.all(ChangedThing.ARTICLE)))).isTrue();
  }

  /** A standby may be behind; a primary knows of a version that it does not show: it never was. */
  @Test
  void onlyWhereAStandbyIsReadAVersionIsWaitedFor() throws InterruptedException {
    Upload document = Upload.text("# 甲\n\n正文。\n").with("account", account("账号")).publish();
    String article = imported(document).getString("articles[0].articleId");
    String path = "/v1/articles/" + article + "?v=";
    problem(anyone().get(path + "2"), 404, "version-not-found");
    tables()
        .run(
            """
            create function public.pg_is_in_recovery() returns boolean language sql as 'select true';
            alter role current_user set search_path = public, pg_catalog
            """);
    try {
      goOn();
      Response behind = anyone().get(path + "2");
      problem(behind, 503, "not-yet");
      assertThat(behind.header("Retry-After")).isEqualTo("1");
      assertThat(read(path + "1").getInt("version")).isEqualTo(1);
    } finally {
      tables()
          .run(
              "drop function public.pg_is_in_recovery(); alter role current_user reset"
                  + " search_path");
    }
  }

  @Test
  void lostConnectionsAreMadeAnewAndNothingIsMissed() {
    tag("before");
    long generation = tailer.position().generation();
    for (int i = 0; i < 5; i++) {
      assertThat(
              tables()
                  .texts(
                      """
                      select pg_terminate_backend(pid) from pg_stat_activity
                      where application_name in ('yujian-tailer', 'yujian-listener')
                        and datname = current_database()
                      """))
          .isNotEmpty();
      tables().run(String.format(Locale.ROOT, ROW, "lost" + i));
      String slug = "lost" + i;
      until(() -> heard.slugs().contains(slug));
    }
    assertThat(heard.slugs())
        .containsExactly("before", "lost0", "lost1", "lost2", "lost3", "lost4");
    assertThat(tailer.position().generation()).isEqualTo(generation);
    until(() -> tailer.holds(tailer.position(), List.of()));
  }

  @Test
  void aLogThatLostItsEndIsAnotherLog() {
    tag("kept");
    tag("lost");
    LogPosition before = tailer.position();
    tables().run("truncate change");
    until(() -> tailer.position().generation() > before.generation());
    // Those who listen are told after the tailer has begun anew.
    until(() -> heard.resets() > 0);
    assertThat(tailer.unchanged(before, List.of())).isFalse();
    assertThat(tailer.position().seq()).isZero();
    tables().run(String.format(Locale.ROOT, ROW, "new"));
    until(() -> heard.slugs().contains("new"));
  }

  @Test
  void aRowWrittenAnewUnderTheSameNumberIsAnotherLog() {
    tag("x");
    LogPosition before = tailer.position();
    tables()
        .run(
            """
            create temp table copy on commit drop as select * from change;
            truncate change;
            insert into change select seq, nonce + 1, at, type, thing_id, version, parts,
              account_ids, edition_ids, tags, target_ids from copy
            """);
    until(() -> tailer.position().generation() > before.generation());
  }

  @Test
  void aNodeThatIsCutOffVouchesForNothing() throws InterruptedException {
    LogPosition position = tailer.position();
    tailer.stop();
    until(() -> tailer.sinceRead().compareTo(Tailer.FRESH) > 0);
    assertThat(tailer.holds(position, List.of())).isFalse();
    assertThat(tailer.unchanged(position, List.of())).isTrue();
    // The write itself does not fail.
    tag("cut-off");
    assertThat(tailer.position()).isEqualTo(position);
    tailer.start();
    until(() -> heard.slugs().contains("cut-off"));
    assertThat(tailer.sinceRead()).isLessThan(Duration.ofSeconds(1));
  }

  private long newest() {
    return tables().number("select max(seq) from change");
  }

  private static void until(BooleanSupplier condition) {
    long deadline = System.nanoTime() + TimeUnit.MINUTES.toNanos(5);
    while (!condition.getAsBoolean()) {
      assertThat(System.nanoTime()).as("in time").isLessThan(deadline);
      LockSupport.parkNanos(TimeUnit.MILLISECONDS.toNanos(5));
    }
  }
}
