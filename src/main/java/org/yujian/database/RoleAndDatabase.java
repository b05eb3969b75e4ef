package org.yujian.database;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Properties;
import org.postgresql.Driver;

/** Creates role and database {@code yujian} on the embedded server; the role is no superuser. */
final class RoleAndDatabase {
  static final String SUPERUSER = "postgres";
  static final String NAME = "yujian";

  private final int port;

  RoleAndDatabase(int port) {
    this.port = port;
  }

  static DatabaseAccess access(int port, String password) {
    return new DatabaseAccess(url(port, NAME), NAME, password);
  }

  private static String url(int port, String database) {
    return "jdbc:postgresql://127.0.0.1:" + port + "/" + database + "?sslmode=disable";
  }

  /** Creates what is missing, also after an interrupted start. */
  void prepare(String superuserPassword, String password) throws SQLException {
    try (Connection connection = connect(superuserPassword);
        Statement statement = connection.createStatement()) {
      // Keeps passwords out of the server's log, even on errors.
      statement.execute("set log_min_error_statement = panic");
      if (!exists(connection, "select from pg_roles where rolname = ?")) {
        statement.execute("create role yujian login");
      }
      // At each start, because the password file may be newer than the role.
      statement.execute("alter role yujian password '" + password.replace("'", "''") + "'");
      // Details of an error repeat the row, which the server's log must not have.
      statement.execute("alter role yujian set log_error_verbosity = 'terse'");
      if (!exists(connection, "select from pg_database where datname = ?")) {
        statement.execute("create database yujian owner yujian");
      }
    }
  }

  private static boolean exists(Connection connection, String query) throws SQLException {
    try (PreparedStatement statement = connection.prepareStatement(query)) {
      statement.setString(1, NAME);
      try (ResultSet found = statement.executeQuery()) {
        return found.next();
      }
    }
  }

  private Connection connect(String superuserPassword) throws SQLException {
    Properties login = new Properties();
    login.setProperty("user", SUPERUSER);
    login.setProperty("password", superuserPassword);
    // Without DriverManager, which does not find the driver from a Quarkus class loader.
    return new Driver().connect(url(port, SUPERUSER), login);
  }
}
