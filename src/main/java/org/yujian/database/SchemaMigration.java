package org.yujian.database;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.Arrays;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.flywaydb.core.api.FlywayException;
import org.flywaydb.core.api.MigrationInfoService;
import org.flywaydb.core.api.callback.Callback;
import org.flywaydb.core.api.configuration.FluentConfiguration;
import org.flywaydb.database.postgresql.PostgreSQLConfigurationExtension;

/**
 * Migrates the database while nodes of the previous release read and write. One node migrates, the
 * others wait for it. A migration waits for a lock for less time than the statements of those nodes
 * wait behind it; then it is rolled back and tried again.
 */
final class SchemaMigration {
  /** Arbitrary; other numbers are used for other locks. */
  private static final long LOCK = 0x79_6a_6d_69_67_72L;

  /** Statements that lost a wait for a lock: lock_not_available, deadlock_detected. */
  private static final Set<String> CONTENTION = Set.of("55P03", "40P01");

  private static final Duration PATIENCE = Duration.ofMinutes(10);
  private static final long PAUSE = TimeUnit.MILLISECONDS.toNanos(500);

  private final FluentConfiguration configuration;
  private final Consumer<String> console;
  private final Duration patience;

  /**
   * @param configuration gets what migrations need; Flyway keeps its own lock in a session, because
   *     a concurrent index waits for every transaction that was open when it began
   * @param console receives a line when something takes long
   */
  SchemaMigration(FluentConfiguration configuration, Consumer<String> console) {
    this(configuration, console, PATIENCE);
  }

  /**
   * @param patience how long one migration is tried again
   */
  SchemaMigration(FluentConfiguration configuration, Consumer<String> console, Duration patience) {
    this.configuration = configuration;
    this.console = console;
    this.patience = patience;
    configuration
        .getConfigurationExtension(PostgreSQLConfigurationExtension.class)
        .setTransactionalLock(false);
    configuration.callbacks(
        Stream.concat(
                Arrays.stream(configuration.getCallbacks()).filter(own -> !isLimit(own)),
                Stream.of(new MigrationLockTimeout()))
            .toArray(Callback[]::new));
  }

  private static boolean isLimit(Callback callback) {
    return callback instanceof MigrationLockTimeout;
  }

  /**
   * Runs all migrations that are pending; without any it takes no lock.
   *
   * @throws StartupFailure when locks are not obtained; finished migrations stay
   */
  void run() throws SQLException {
    if (outstanding() == 0) {
      return;
    }
    try (Connection lock = configuration.getDataSource().getConnection()) {
      awaitTurn(lock);
      try {
        // A newer release may have migrated meanwhile.
        DatabaseGuard.requireKnownSchema(configuration.load().info());
        migrate();
      } finally {
        ask(lock, "select pg_advisory_unlock(" + LOCK + ")");
      }
    }
  }

  private int outstanding() {
    return outstanding(configuration.load().info());
  }

  /** Number of migrations that did not run, or were not finished. */
  static int outstanding(MigrationInfoService all) {
    long failed = Arrays.stream(all.applied()).filter(one -> one.getState().isFailed()).count();
    return all.pending().length + Math.toIntExact(failed);
  }

  /** Asks again and again: a statement that waits would hold up a concurrent index. */
  private void awaitTurn(Connection lock) throws SQLException {
    String attempt = "select pg_try_advisory_lock(" + LOCK + ")";
    if (ask(lock, attempt)) {
      return;
    }
    console.accept("Another node is migrating the database; waiting for it...");
    do {
      LockSupport.parkNanos(PAUSE);
    } while (!ask(lock, attempt));
  }

  private void migrate() throws SQLException {
    long deadline = System.nanoTime() + patience.toNanos();
    int left = outstanding();
    boolean said = false;
    while (left > 0) {
      forgetUnfinished();
      try {
        configuration.load().migrate();
        return;
      } catch (FlywayException e) {
        int before = left;
        left = outstanding();
        deadline = left < before ? System.nanoTime() + patience.toNanos() : deadline;
        refuse(e, System.nanoTime() - deadline > 0);
      }
      if (!said) {
        console.accept("A migration waits for locks of running transactions; it is tried again...");
        said = true;
      }
      LockSupport.parkNanos(PAUSE);
    }
  }

  private static void refuse(FlywayException failure, boolean late) {
    if (!lostContention(failure)) {
      throw failure;
    }
    if (late) {
      throw new StartupFailure(
          "A migration of the database did not get its locks, because transactions of others hold"
              + " them.\nEnd long transactions (pg_stat_activity shows them) and start again; what"
              + " was migrated so far stays.");
    }
  }

  private static boolean lostContention(Throwable failure) {
    for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
      if (cause instanceof SQLException e && CONTENTION.contains(String.valueOf(e.getSQLState()))) {
        return true;
      }
    }
    return false;
  }

  /**
   * A migration that builds an index concurrently runs outside of a transaction and may leave a row
   * of its failure, with which Flyway would refuse to go on. It begins by dropping what it left.
   */
  private void forgetUnfinished() throws SQLException {
    String table = configuration.getTable();
    try (Connection connection = configuration.getDataSource().getConnection();
        Statement statement = connection.createStatement()) {
      if (ask(connection, "select to_regclass('" + table + "') is not null")) {
        statement.execute("delete from " + table + " where not success");
      }
    }
  }

  private static boolean ask(Connection connection, String question) throws SQLException {
    try (Statement statement = connection.createStatement();
        ResultSet answer = statement.executeQuery(question)) {
      answer.next();
      return answer.getBoolean(1);
    }
  }
}
