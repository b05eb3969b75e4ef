package org.yujian.database;

import io.quarkus.flyway.FlywayConfigurationCustomizer;
import io.quarkus.runtime.PreventFurtherStepsException;
import jakarta.inject.Singleton;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Arrays;
import java.util.Set;
import java.util.stream.Collectors;
import org.flywaydb.core.api.MigrationState;
import org.flywaydb.core.api.configuration.FluentConfiguration;
import org.jboss.logging.Logger;

/**
 * Looks at the database, embedded or external, before the first migration: it has to be reachable,
 * in UTF-8, and not newer than the program. Flyway by itself only logs a newer schema and goes on.
 */
@Singleton
final class DatabaseGuard implements FlywayConfigurationCustomizer {
  private static final Logger LOG = Logger.getLogger(DatabaseGuard.class);
  private static final Set<MigrationState> FUTURE =
      Set.of(MigrationState.FUTURE_SUCCESS, MigrationState.FUTURE_FAILED);

  @Override
  public void customize(FluentConfiguration configuration) {
    try (Connection connection = configuration.getDataSource().getConnection()) {
      requireUtf8(connection);
      warnWithoutFsync(connection);
    } catch (SQLException e) {
      throw refusal("The database cannot be used: " + e.getMessage());
    }
    requireKnownSchema(configuration);
  }

  private static void requireUtf8(Connection connection) throws SQLException {
    String encoding = show(connection, "show server_encoding");
    if (!encoding.equals("UTF8")) {
      throw refusal(
          "The database is encoded in "
              + encoding
              + "; Yujian needs UTF8. Make one with:"
              + " create database yujian encoding 'UTF8' template template0");
    }
  }

  private static void warnWithoutFsync(Connection connection) throws SQLException {
    if (show(connection, "show fsync").equals("off")) {
      LOG.warn(
          "The database runs with fsync = off: after a crash of its machine it may have lost"
              + " what was acknowledged, or be beyond repair");
    }
  }

  private static void requireKnownSchema(FluentConfiguration configuration) {
    String newer =
        Arrays.stream(configuration.load().info().all())
            .filter(migration -> FUTURE.contains(migration.getState()))
            .map(migration -> String.valueOf(migration.getVersion()))
            .collect(Collectors.joining(", "));
    if (!newer.isEmpty()) {
      throw refusal(
          "The database was migrated by a newer Yujian (migration "
              + newer
              + " is unknown here). Start that release or a later one; nothing was changed.");
    }
  }

  private static String show(Connection connection, String statement) throws SQLException {
    try (Statement show = connection.createStatement();
        ResultSet value = show.executeQuery(statement)) {
      value.next();
      return value.getString(1);
    }
  }

  /** Quarkus shows this exception's message without a stack trace and uses its exit code. */
  private static PreventFurtherStepsException refusal(String message) {
    return new PreventFurtherStepsException(message, StartupFailure.EXIT_CODE);
  }
}
