package org.yujian.database;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.yujian.testing.Folders;

/** The log of the embedded server stays small and has no data, in folders of older releases too. */
class ServerLogTest {
  private static final Path DATA = Folders.empty("server-log");
  private static final Path LOGS = DATA.resolve("postgres/log");

  @Test
  void aFolderOfAnOlderReleaseGetsRotationAndKeepsSixFiles() throws Exception {
    try (EmbeddedPostgres older = EmbeddedPostgres.start(DATA, line -> {})) {
      withoutItsSettings(older.access());
    }
    List<String> old = IntStream.range(10, 20).mapToObj(ServerLogTest::name).toList();
    for (String name : old) {
      Files.writeString(LOGS.resolve(name), "old");
    }
    try (EmbeddedPostgres postgres = EmbeddedPostgres.start(DATA, line -> {})) {
      assertThat(value(postgres.access(), "show logging_collector")).isEqualTo("on");
      assertThat(value(postgres.access(), "show log_rotation_size")).isEqualTo("10MB");
      assertThat(value(postgres.access(), "show log_error_verbosity")).isEqualTo("terse");
      // Six, and perhaps the one that this start opened.
      assertThat(names()).hasSizeBetween(6, 7).doesNotContainAnyElementsOf(old.subList(0, 5));
    }
  }

  private static String name(int second) {
    return "postgresql-20200101-0000" + second + ".log";
  }

  private static void withoutItsSettings(DatabaseAccess access) throws SQLException, IOException {
    String password = Files.readString(DATA.resolve("postgres/superuser-password")).strip();
    try (Connection connection =
            DriverManager.getConnection(access.jdbcUrl(), "postgres", password);
        Statement statement = connection.createStatement()) {
      statement.execute("alter role yujian reset log_error_verbosity");
    }
  }

  private static List<String> names() throws IOException {
    try (Stream<Path> files = Files.list(LOGS)) {
      return files
          .map(file -> file.getFileName().toString())
          .filter(name -> name.startsWith("postgresql-"))
          .toList();
    }
  }

  private static String value(DatabaseAccess access, String query) throws SQLException {
    try (Connection connection =
            DriverManager.getConnection(access.jdbcUrl(), access.user(), access.password());
        Statement statement = connection.createStatement();
        ResultSet result = statement.executeQuery(query)) {
      result.next();
      return result.getString(1);
    }
  }
}
