package org.yujian.shared.problem;

import jakarta.persistence.LockTimeoutException;
import jakarta.persistence.OptimisticLockException;
import jakarta.persistence.PessimisticLockException;
import java.sql.SQLException;
import java.util.Set;
import org.hibernate.exception.JDBCConnectionException;

/** Translates database failures by SQLSTATE; see PostgreSQL's appendix of error codes. */
final class DatabaseProblems {
  private static final String DISK_FULL = "53100";
  private static final String BAD_CHARACTER = "22021";
  private static final Set<String> TRY_AGAIN =
      Set.of(
          "55P03", // lock_timeout
          "40P01", // deadlock
          "40001", // serialisation failure
          "57014", // statement_timeout
          "25P03", // idle_in_transaction_session_timeout
          "25006"); // read only, as on a standby
  // Classes: connection lost, out of connections or memory, shutting down.
  private static final Set<String> AWAY = Set.of("08", "53", "57", "58");
  // Unique, foreign key and exclusion: a concurrent write was first. Other constraints are bugs.
  private static final Set<String> CAME_FIRST = Set.of("23505", "23503", "23P01");

  private DatabaseProblems() {}

  static Problem of(Throwable e) {
    if (e instanceof SQLException sql) {
      return of(sql.getSQLState());
    }
    if (e instanceof OptimisticLockException) {
      return ProblemCode.CONFLICT.problem();
    }
    boolean passing =
        e instanceof LockTimeoutException
            || e instanceof PessimisticLockException
            || (e instanceof JDBCConnectionException && e.getCause() == null);
    return passing ? ProblemCode.SERVICE_UNAVAILABLE.problem() : null;
  }

  private static Problem of(String state) {
    if (state == null) {
      // The acquisition timeout of the connection pool has no state.
      return ProblemCode.SERVICE_UNAVAILABLE.problem();
    }
    if (state.equals(DISK_FULL)) {
      return ProblemCode.STORAGE_FULL.problem();
    }
    if (state.equals(BAD_CHARACTER)) {
      return ProblemCode.INVALID_BODY.problem().with(FieldError.at("", "characters"));
    }
    if (TRY_AGAIN.contains(state) || AWAY.contains(state.substring(0, 2))) {
      return ProblemCode.SERVICE_UNAVAILABLE.problem();
    }
    return CAME_FIRST.contains(state) ? ProblemCode.CONFLICT.problem() : null;
  }
}
