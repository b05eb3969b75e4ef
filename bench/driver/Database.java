package bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;

/** The program's embedded PostgreSQL, reached with what lies in the data folder. */
record Database(Path dataDir) {

  /** A connection as superuser; the caller closes it. */
  Connection superuser(String database) throws SQLException, IOException {
    return DriverManager.getConnection(url(database), "postgres", secret("superuser-password"));
  }

  String url(String database) throws IOException {
    return "jdbc:postgresql://127.0.0.1:" + port() + "/" + database + "?sslmode=disable";
  }

  String password() throws IOException {
    return secret("password");
  }

  String superuserPassword() throws IOException {
    return secret("superuser-password");
  }

  int port() throws IOException {
    return Integer.parseInt(postmasterFile().get(3).strip());
  }

  long postmaster() throws IOException {
    return Long.parseLong(postmasterFile().get(0).strip());
  }

  Path binaries() {
    return dataDir.resolve("postgres/binaries/bin");
  }

  Path logs() {
    return dataDir.resolve("postgres/log");
  }

  private List<String> postmasterFile() throws IOException {
    return Files.readAllLines(dataDir.resolve("postgres/cluster/postmaster.pid"));
  }

  private String secret(String name) throws IOException {
    return Files.readString(dataDir.resolve("postgres").resolve(name)).strip();
  }

  /** Runs statements outside any transaction. */
  void run(String... statements) throws SQLException, IOException {
    try (Connection connection = superuser("yujian");
        Statement statement = connection.createStatement()) {
      for (String sql : statements) {
        statement.execute(sql);
      }
    }
  }

  /** The rows of a query, every column as text. */
  List<List<String>> rows(String sql) throws SQLException, IOException {
    return rows("yujian", sql);
  }

  List<List<String>> rows(String database, String sql) throws SQLException, IOException {
    try (Connection connection = superuser(database);
        Statement statement = connection.createStatement();
        ResultSet found = statement.executeQuery(sql)) {
      List<List<String>> rows = new ArrayList<>();
      int columns = found.getMetaData().getColumnCount();
      while (found.next()) {
        List<String> row = new ArrayList<>();
        for (int column = 1; column <= columns; column++) {
          row.add(found.getString(column));
        }
        rows.add(row);
      }
      return rows;
    }
  }

  String text(String sql) throws SQLException, IOException {
    return rows(sql).get(0).get(0);
  }

  long number(String sql) throws SQLException, IOException {
    return Long.parseLong(text(sql));
  }
}
