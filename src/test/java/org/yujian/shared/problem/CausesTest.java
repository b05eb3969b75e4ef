package org.yujian.shared.problem;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.AccessDeniedException;
import java.sql.SQLException;
import org.junit.jupiter.api.Test;
import org.yujian.shared.transaction.ConflictRetry;

class CausesTest {

  @Test
  void aCommitThatFailedForWantOfTheServerIsUnavailable() {
    RuntimeException failure = failedCommit("57P01");
    assertThat(ProblemTranslation.of(failure).code()).isEqualTo(ProblemCode.SERVICE_UNAVAILABLE);
  }

  @Test
  void aCommitThatLostAgainstAnotherIsTriedOnceMore() {
    int[] tries = {0};
    int result =
        ConflictRetry.on(
            () -> {
              if (tries[0]++ == 0) {
                throw failedCommit("40001");
              }
              return tries[0];
            });
    assertThat(result).isEqualTo(2);
  }

  @Test
  void ourOwnFilesAreNotTheClientsFault() {
    Exception denied = new AccessDeniedException("uploads");
    assertThat(ProblemTranslation.of(new UncheckedIOException(new IOException(denied))).code())
        .isEqualTo(ProblemCode.INTERNAL_ERROR);
    Exception full = new RuntimeException(new IOException("No space left on device"));
    assertThat(ProblemTranslation.of(full).code()).isEqualTo(ProblemCode.STORAGE_FULL);
  }

  @Test
  void causesThatGoRoundInACircleEnd() {
    Exception one = new Exception("one");
    Exception other = new Exception("other", one);
    one.initCause(other);
    other.addSuppressed(one);
    assertThat(Causes.of(one)).containsExactly(one, other);
  }

  /** As the transaction manager throws it: the driver's exception is suppressed, not a cause. */
  private static RuntimeException failedCommit(String state) {
    Exception rollback = new Exception("Could not commit transaction.");
    rollback.addSuppressed(new Exception("XA", new SQLException("lost", state)));
    return new IllegalStateException("Error invoking subclass method", rollback);
  }
}
