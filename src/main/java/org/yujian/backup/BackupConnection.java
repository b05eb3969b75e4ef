package org.yujian.backup;

import java.sql.Connection;
import java.sql.Driver;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Properties;
import org.postgresql.PGConnection;
import org.postgresql.copy.CopyManager;
import org.yujian.database.DatabaseAccess;
import org.yujian.database.FencedDriver;

/**
 * A connection of its own for a backup or a restore: without time limits, which would end a long
 * COPY, and with fixed forms of dates and numbers, so that equal rows give equal bytes.
 */
final class BackupConnection implements AutoCloseable {
  private static final List<String> SETTINGS =
      List.of(
          "set statement_timeout = 0",
          "set lock_timeout = 0",
          "set idle_in_transaction_session_timeout = 0",
          "set timezone = 'UTC'",
          "set datestyle = 'ISO, YMD'",
          "set intervalstyle = 'postgres'",
          "set extra_float_digits = 3",
          "set bytea_output = 'hex'",
          "set xmloption = 'content'",
          "set row_security = off",
          // A scan that joins another one begins in the middle of the table.
          "set synchronize_seqscans = off");

  private final Connection connection;

  private BackupConnection(Connection connection) {
    this.connection = connection;
  }

  /** For a backup: refuses an old primary that runs again after a fail-over. */
  static BackupConnection open(DatabaseAccess access) throws SQLException {
    return open(access, new FencedDriver());
  }

  /** For a restore, with which history begins again on whatever server the operator chose. */
  static BackupConnection openForRestore(DatabaseAccess access) throws SQLException {
    return open(access, FencedDriver.unfenced());
  }

  private static BackupConnection open(DatabaseAccess access, Driver driver) throws SQLException {
    Properties login = access.login("yujian-backup");
    Connection connection = driver.connect(access.jdbcUrl(), login);
    if (connection == null) {
      throw new SQLException("The provided URL is none of PostgreSQL: " + access.jdbcUrl());
    }
    BackupConnection opened = new BackupConnection(connection);
    boolean ready = false;
    try {
      // While connecting there was one; the URL may have set it.
      connection.setNetworkTimeout(Runnable::run, 0);
      for (String setting : SETTINGS) {
        opened.run(setting);
      }
      ready = true;
      return opened;
    } finally {
      if (!ready) {
        opened.close();
      }
    }
  }

  /** Begins a transaction that sees one moment and changes nothing. */
  void beginSnapshot() throws SQLException {
    connection.setTransactionIsolation(Connection.TRANSACTION_REPEATABLE_READ);
    connection.setReadOnly(true);
    connection.setAutoCommit(false);
  }

  void begin() throws SQLException {
    connection.setAutoCommit(false);
  }

  void commit() throws SQLException {
    connection.commit();
    connection.setAutoCommit(true);
  }

  CopyManager copies() throws SQLException {
    return connection.unwrap(PGConnection.class).getCopyAPI();
  }

  void run(String sql) throws SQLException {
    try (Statement statement = connection.createStatement()) {
      statement.execute(sql);
    }
  }

  /** The first column of every row. */
  List<String> texts(String query, String... parameters) throws SQLException {
    return rows(query, parameters).stream().map(row -> row.get(0)).toList();
  }

  /** The first column of the first row. */
  String text(String query, String... parameters) throws SQLException {
    return texts(query, parameters).get(0);
  }

  /** All columns of every row, as text. */
  List<List<String>> rows(String query, String... parameters) throws SQLException {
    try (PreparedStatement statement = connection.prepareStatement(query)) {
      for (int i = 0; i < parameters.length; i++) {
        statement.setString(i + 1, parameters[i]);
      }
      try (ResultSet result = statement.executeQuery()) {
        int columns = result.getMetaData().getColumnCount();
        List<List<String>> rows = new ArrayList<>();
        while (result.next()) {
          List<String> row = new ArrayList<>();
          for (int i = 1; i <= columns; i++) {
            row.add(result.getString(i));
          }
          rows.add(row);
        }
        return rows;
      }
    }
  }

  /** Puts a name in quotes, as an identifier of SQL. */
  static String quoted(String name) {
    return '"' + name.replace("\"", "\"\"") + '"';
  }

  /** Ends the connection; a transaction that was not committed is rolled back. */
  @Override
  public void close() {
    try {
      connection.close();
    } catch (SQLException e) {
      // The server rolls back what a broken connection leaves.
      return;
    }
  }
}
