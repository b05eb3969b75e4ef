package org.yujian.shared.transaction;

import java.sql.SQLException;
import java.util.Set;
import java.util.function.Supplier;
import org.yujian.shared.problem.Causes;

/** Repeats a transaction once after a deadlock, a serialization failure or a race for a key. */
public final class ConflictRetry {

  /** serialization_failure, deadlock_detected, unique_violation, foreign_key_violation. */
  private static final Set<String> LOST = Set.of("40001", "40P01", "23505", "23503");

  private ConflictRetry() {}

  public static <T> T on(Supplier<T> transaction) {
    try {
      return transaction.get();
    } catch (RuntimeException failure) {
      if (lost(failure)) {
        return transaction.get();
      }
      throw failure;
    }
  }

  private static boolean lost(Throwable failure) {
    return Causes.of(failure).stream()
        .anyMatch(cause -> cause instanceof SQLException sql && LOST.contains(sql.getSQLState()));
  }
}
