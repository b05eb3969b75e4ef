package org.yujian.shared.transaction;

import java.sql.SQLException;
import java.util.Set;
import java.util.function.Supplier;
import org.yujian.shared.problem.Causes;

/**
 * Runs a transaction once more when the first try lost against another one: a deadlock, a
 * serialisation failure, or a row that the other made or deleted first, as the second try will see.
 */
public final class OnceMore {

  /** Class 40, unique_violation and foreign_key_violation of PostgreSQL's error codes. */
  private static final Set<String> LOST = Set.of("40001", "40P01", "23505", "23503");

  private OnceMore() {}

  /** The result of the first try, or of the second. */
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
