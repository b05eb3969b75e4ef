package org.yujian.tag;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.yujian.shared.page.Sql;
import org.yujian.shared.time.DatabaseClock;
import org.yujian.testing.DeskTest;

@QuarkusTest
class TagLockTest extends DeskTest {
  private static final String LOCK_NOT_AVAILABLE = "55P03";

  @Inject TagRepository tags;
  @Inject Sql sql;
  @Inject DatabaseClock clock;

  private Response tag;

  @BeforeEach
  void createTag() {
    tag = desk().body(Map.of("name", "AI", "slug", "ai")).post("/v1/desk/tags");
    ok(tag, 201);
  }

  private void rename(String name) {
    impatiently(
        () -> {
          tags.lockBySlug("ai").orElseThrow().rename(name, clock.now());
          tags.flush();
        });
  }

  private void impatiently(Runnable work) {
    QuarkusTransaction.requiringNew()
        .run(
            () -> {
              sql.run("set local lock_timeout = '50ms'");
              work.run();
            });
  }

  private static void isRefusedTheLock(ThrowingCallable work) {
    assertThatThrownBy(work)
        .rootCause()
        .isInstanceOfSatisfying(
            SQLException.class,
            failure -> assertThat(failure.getSQLState()).isEqualTo(LOCK_NOT_AVAILABLE));
  }

  /** "Ai" has the key of "AI", so its update changes no column of a unique index. */
  @ParameterizedTest
  @ValueSource(strings = {"Ai", "人工智能"})
  void aLockedTagIsNotRenamed(String name) {
    QuarkusTransaction.requiringNew()
        .run(
            () -> {
              tags.lockShared(List.of("ai"));
              isRefusedTheLock(() -> rename(name));
            });
    ok(
        desk()
            .header("If-Match", tag.header("ETag"))
            .body(Map.of("name", name))
            .patch("/v1/desk/tags/ai"),
        200);
    assertThat(tables().rows("select name from tag")).containsExactly(List.of(name));
  }

  /**
   * An import first refers to the tag and then locks it to publish. A rename between the two would
   * wait for the import and be waited for.
   */
  @Test
  void aRenameWaitsForWhoeverRefersToTheTagBeforeItLocksAnything() {
    QuarkusTransaction.requiringNew()
        .run(
            () -> {
              sql.run("select 1 from tag where slug = 'ai' for key share");
              isRefusedTheLock(() -> impatiently(() -> tags.lockBySlug("ai")));
              impatiently(() -> tags.lockShared(List.of("ai")));
            });
  }

  @Test
  void publicationsThatUseATagDoNotWaitForEachOther() {
    QuarkusTransaction.requiringNew()
        .run(
            () -> {
              tags.lockShared(List.of("ai"));
              impatiently(() -> tags.lockShared(List.of("ai")));
            });
    assertThat(tables().rows("select slug from tag")).containsExactly(List.of("ai"));
  }
}
