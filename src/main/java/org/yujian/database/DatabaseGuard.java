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
import org.flywaydb.core.api.FlywayException;
import org.flywaydb.core.api.MigrationInfoService;
import org.flywaydb.core.api.MigrationState;
import org.flywaydb.core.api.configuration.FluentConfiguration;
import org.jboss.logging.Logger;

/**
 * Checks the database, embedded or external, and then migrates it: the server must be recent enough
 * and use UTF-8, the schema must not be newer than the program, and the role must be no superuser.
 * Flyway alone would log a newer schema and continue.
 */
@Singleton
public final class DatabaseGuard implements FlywayConfigurationCustomizer {
  private static final Logger LOG = Logger.getLogger(DatabaseGuard.class);

  /** States of a migration that the database has and this program lacks. */
  private static final Set<MigrationState> UNKNOWN =
      Set.of(
          MigrationState.FUTURE_SUCCESS,
          MigrationState.FUTURE_FAILED,
          MigrationState.MISSING_SUCCESS,
          MigrationState.MISSING_FAILED);

  private static final int OLDEST_MAJOR = 15;

  /** {@code server_version_num} is the major version times this, plus the minor version. */
  private static final int MAJOR = 10_000;

  @Override
  public void customize(FluentConfiguration configuration) {
    try (Connection connection = configuration.getDataSource().getConnection()) {
      requireFinishedRestore(connection);
    } catch (SQLException e) {
      throw refusal(DatabaseRefusal.text(e));
    }
    migrate(configuration, check(configuration));
  }

  /** Before Quarkus does it, which fails at once when a lock is not obtained. */
  private static void migrate(FluentConfiguration configuration, MigrationInfoService known) {
    // Also without a migration: it changes how Flyway holds its lock.
    SchemaMigration migration = new SchemaMigration(configuration, LOG::info);
    try {
      if (SchemaMigration.outstanding(known) > 0) {
        migration.run();
      }
    } catch (SQLException e) {
      throw refusal(DatabaseRefusal.text(e));
    } catch (StartupFailure e) {
      throw refusal(e.getMessage());
    }
  }

  private static void requireFinishedRestore(Connection connection) throws SQLException {
    if (UnfinishedRestore.isIn(connection)) {
      throw refusal(
          "A restore into this database was interrupted, so its content is not complete.\nRun the"
              + " command restore once more; it begins from the start.");
    }
  }

  /**
   * Checks a database that the program, or a restore, is going to use.
   *
   * @return its migrations
   * @throws PreventFurtherStepsException with two lines for the operator
   */
  public static MigrationInfoService check(FluentConfiguration configuration) {
    try (Connection connection = configuration.getDataSource().getConnection()) {
      requireRecent(Integer.parseInt(ask(connection, "show server_version_num")));
      requireUtf8(connection);
      requireOrdinaryRole(connection);
      warnWithoutFsync(connection);
      MigrationInfoService migrations = configuration.load().info();
      requireKnownSchema(migrations);
      if (migrations.pending().length > 0) {
        requireCreateRight(connection);
      }
      return migrations;
    } catch (SQLException e) {
      throw refusal(DatabaseRefusal.text(e));
    } catch (FlywayException e) {
      throw e.getCause() instanceof SQLException cause ? refusal(DatabaseRefusal.text(cause)) : e;
    }
  }

  /**
   * Refuses a server older than the versions that Yujian is tested with.
   *
   * @param version value of {@code server_version_num}
   */
  static void requireRecent(int version) {
    int major = version / MAJOR;
    if (major < OLDEST_MAJOR) {
      throw refusal(
          "The database server is PostgreSQL "
              + major
              + "; Yujian needs PostgreSQL 15 to 18.\nUpgrade that server, or name another one in"
              + " QUARKUS_DATASOURCE_JDBC_URL.");
    }
  }

  private static void requireUtf8(Connection connection) throws SQLException {
    String encoding = ask(connection, "show server_encoding");
    if (!encoding.equals("UTF8")) {
      throw refusal(
          "The database is encoded in "
              + encoding
              + "; Yujian needs UTF8.\nMake one with:"
              + " create database NAME owner ROLE encoding 'UTF8' template template0");
    }
  }

  private static void requireOrdinaryRole(Connection connection) throws SQLException {
    String superuser =
        ask(connection, "select rolsuper::text from pg_roles where rolname = current_user");
    if (Boolean.parseBoolean(superuser)) {
      throw refusal(
          "The role \""
              + ask(connection, "select current_user")
              + "\" is a superuser; Yujian works only with an ordinary role.\nMake one that owns the"
              + " database (create role yujian login password '…'; alter database "
              + ask(connection, "select current_database()")
              + " owner to yujian) and name it in QUARKUS_DATASOURCE_USERNAME.");
    }
  }

  /** Checked only with pending migrations, as another role with more rights may run them. */
  private static void requireCreateRight(Connection connection) throws SQLException {
    String schema = ask(connection, "select current_schema()");
    if (schema == null) {
      throw refusal(
          "The search_path of the database names no schema that Yujian's role may use.\nMake one"
              + " with: create schema yujian authorization ROLE — and alter role ROLE set search_path"
              + " = yujian");
    }
    String granted = "select has_schema_privilege(current_schema(), 'create')::text";
    if (!Boolean.parseBoolean(ask(connection, granted))) {
      String role = ask(connection, "select current_user");
      throw refusal(
          "The role \""
              + role
              + "\" may not create tables in the schema \""
              + schema
              + "\".\nAllow it as the owner of the database: grant create on schema "
              + schema
              + " to "
              + role);
    }
  }

  private static void warnWithoutFsync(Connection connection) throws SQLException {
    if (ask(connection, "show fsync").equals("off")) {
      LOG.warn(
          "The database runs with fsync = off: after a crash of its machine it may have lost"
              + " what was acknowledged, or be beyond repair");
    }
  }

  static void requireKnownSchema(MigrationInfoService migrations) {
    String newer =
        Arrays.stream(migrations.all())
            .filter(migration -> UNKNOWN.contains(migration.getState()))
            .map(migration -> String.valueOf(migration.getVersion()))
            .collect(Collectors.joining(", "));
    if (!newer.isEmpty()) {
      throw refusal(
          "The database was migrated by a newer Yujian (migration "
              + newer
              + " is unknown here); nothing was changed.\nStart that release or a later one. To go back,"
              + " restore a backup made before the upgrade, with this release, into a new data folder"
              + " or an empty database.");
    }
  }

  private static String ask(Connection connection, String question) throws SQLException {
    try (Statement statement = connection.createStatement();
        ResultSet value = statement.executeQuery(question)) {
      value.next();
      return value.getString(1);
    }
  }

  /** Quarkus ends the start on this exception; the main class prints its message. */
  private static PreventFurtherStepsException refusal(String message) {
    return new PreventFurtherStepsException(message, StartupFailure.EXIT_CODE);
  }
}
