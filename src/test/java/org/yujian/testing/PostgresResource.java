package org.yujian.testing;

import io.quarkus.test.common.QuarkusTestResourceLifecycleManager;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.yujian.database.EmbeddedPostgres;
import org.yujian.database.StartupFailure;

/**
 * Gives tests a real PostgreSQL: one server per JVM, a fresh database per start. Use it as
 * {@code @WithTestResource(value = PostgresResource.class, scope = TestResourceScope.GLOBAL)}. The
 * session's time zone is not UTC on purpose, and by half an hour off.
 */
public class PostgresResource implements QuarkusTestResourceLifecycleManager {
  private static final Path FOLDERS = Path.of("target", "test-postgres");
  private static final int MOST_JVMS = 16;

  // System properties and not static fields: each test profile loads this class anew.
  private static final String ADMIN_URL = "testing.postgres.admin-url";
  private static final String ADMIN_PASSWORD = "testing.postgres.admin-password";
  private static final String USER = "testing.postgres.user";
  private static final String PASSWORD = "testing.postgres.password";
  private static final String COUNT = "testing.postgres.count";

  @Override
  public Map<String, String> start() {
    try {
      if (System.getProperty(ADMIN_URL) == null) {
        startServer();
      }
      return configuration(newDatabase());
    } catch (SQLException e) {
      throw new IllegalStateException("No database for the tests", e);
    }
  }

  @Override
  public void stop() {
    // The server is for all tests of this JVM; its shutdown hook stops it.
  }

  private static Map<String, String> configuration(String database) {
    String url = System.getProperty(ADMIN_URL).replace("/postgres?", "/" + database + "?");
    return Map.of(
        "quarkus.datasource.jdbc.url",
        url,
        "quarkus.datasource.username",
        System.getProperty(USER),
        "quarkus.datasource.password",
        System.getProperty(PASSWORD),
        "quarkus.datasource.jdbc.new-connection-sql",
        "set time zone 'America/St_Johns'",
        "yujian.data-dir",
        Path.of("target", "test-data", database).toString(),
        // Tests let the clock publish by runOnce().
        "quarkus.scheduler.enabled",
        "false");
  }

  private static void startServer() throws SQLException {
    Path folder = null;
    EmbeddedPostgres postgres = null;
    for (int i = 1; postgres == null; i++) {
      folder = FOLDERS.resolve(Integer.toString(i));
      postgres = startUnlessTaken(folder, i);
    }
    Runtime.getRuntime().addShutdownHook(new Thread(postgres::close));
    System.setProperty(ADMIN_URL, postgres.access().jdbcUrl().replace("/yujian?", "/postgres?"));
    System.setProperty(ADMIN_PASSWORD, superuserPassword(folder));
    System.setProperty(USER, postgres.access().user());
    System.setProperty(PASSWORD, postgres.access().password());
    dropDatabasesOfEarlierRuns();
  }

  /** Surefire and Failsafe may run at the same time, each with a server of its own. */
  private static EmbeddedPostgres startUnlessTaken(Path folder, int number) {
    try {
      return EmbeddedPostgres.start(folder, System.out::println);
    } catch (StartupFailure e) {
      if (number < MOST_JVMS && e.getMessage().contains("in use by another Yujian")) {
        return null;
      }
      throw e;
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(e);
    }
  }

  private static String superuserPassword(Path folder) {
    try {
      return Files.readString(folder.resolve("postgres/superuser-password")).strip();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static void dropDatabasesOfEarlierRuns() throws SQLException {
    try (Connection connection = admin();
        Statement statement = connection.createStatement()) {
      List<String> old = new ArrayList<>();
      String query = "select datname from pg_database where datname like 'test\\_%'";
      try (ResultSet names = statement.executeQuery(query)) {
        while (names.next()) {
          old.add(names.getString(1));
        }
      }
      for (String name : old) {
        statement.execute("drop database " + name + " with (force)");
      }
    }
  }

  private static String newDatabase() throws SQLException {
    int count = Integer.getInteger(COUNT, 0) + 1;
    System.setProperty(COUNT, Integer.toString(count));
    String name = "test_" + count;
    try (Connection connection = admin();
        Statement statement = connection.createStatement()) {
      statement.execute("create database " + name + " owner " + System.getProperty(USER));
    }
    return name;
  }

  /** A connection as superuser to a database of this server, for what the program may not do. */
  public static Connection administration(String database) throws SQLException {
    String url = System.getProperty(ADMIN_URL).replace("/postgres?", "/" + database + "?");
    return DriverManager.getConnection(url, "postgres", System.getProperty(ADMIN_PASSWORD));
  }

  private static Connection admin() throws SQLException {
    return DriverManager.getConnection(
        System.getProperty(ADMIN_URL), "postgres", System.getProperty(ADMIN_PASSWORD));
  }
}
