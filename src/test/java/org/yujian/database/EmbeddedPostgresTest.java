package org.yujian.database;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.yujian.testing.Folders;

class EmbeddedPostgresTest {
  private static final Path DATA = Folders.empty("embedded");
  private static final List<String> PROGRESS = new CopyOnWriteArrayList<>();
  private static EmbeddedPostgres postgres;

  @BeforeAll
  static void start() throws InterruptedException {
    postgres = EmbeddedPostgres.start(DATA, PROGRESS::add);
  }

  @AfterAll
  static void stop() {
    postgres.close();
  }

  @Test
  void theFirstStartTellsItsSlowSteps() {
    assertThat(PROGRESS)
        .containsSubsequence("Creating the database (once)...", "Starting PostgreSQL...");
  }

  @Test
  void theProgramIsNoSuperuserButOwnsItsDatabase() throws SQLException {
    assertThat(value("select rolsuper::text from pg_roles where rolname = current_user"))
        .isEqualTo("false");
    assertThat(value("select datdba::regrole::text from pg_database where datname = 'yujian'"))
        .isEqualTo("yujian");
  }

  @Test
  void dataIsSafeAndOrderIsTheSameEverywhere() throws SQLException {
    assertThat(value("show fsync")).isEqualTo("on");
    assertThat(value("show full_page_writes")).isEqualTo("on");
    assertThat(value("show data_checksums")).isEqualTo("on");
    assertThat(value("show server_encoding")).isEqualTo("UTF8");
    assertThat(value("select datcollate from pg_database where datname = 'yujian'")).isEqualTo("C");
  }

  @Test
  void onlyThisMachineMayConnectAndOnlyWithThePassword() throws SQLException {
    assertThat(value("show listen_addresses")).isEqualTo("127.0.0.1");
    assertThat(value("show password_encryption")).isEqualTo("scram-sha-256");
    assertThatThrownBy(
            () -> DriverManager.getConnection(postgres.access().jdbcUrl(), "yujian", "wrong"))
        .isInstanceOf(SQLException.class);
    assertThat(postgres.access().jdbcUrl()).doesNotContain(postgres.access().password());
  }

  @Test
  void aSecondServerOnTheFolderIsRefused() {
    assertThatThrownBy(() -> EmbeddedPostgres.start(DATA, line -> {}))
        .isInstanceOf(StartupFailure.class)
        .hasMessageContaining("in use by another Yujian (process " + ProcessHandle.current().pid());
  }

  @Test
  void aServerThatDiesIsStartedAgainOnTheSameAddress() throws Exception {
    execute("create table if not exists kept (n int)");
    execute("insert into kept values (1)");
    String before = value("select count(*)::text from kept");
    killPostmaster();
    awaitLine("PostgreSQL runs again.");
    assertThat(value("select count(*)::text from kept")).isEqualTo(before);
  }

  private static void killPostmaster() throws IOException {
    Path file = DATA.resolve("postgres/cluster/postmaster.pid");
    long pid = Long.parseLong(Files.readAllLines(file).get(0).strip());
    ProcessHandle.of(pid).orElseThrow().destroyForcibly();
  }

  private static void awaitLine(String line) {
    long deadline = System.nanoTime() + TimeUnit.MINUTES.toNanos(5);
    while (!PROGRESS.contains(line)) {
      assertThat(System.nanoTime()).as("%s in %s", line, PROGRESS).isLessThan(deadline);
      LockSupport.parkNanos(TimeUnit.MILLISECONDS.toNanos(20));
    }
  }

  private static String value(String query) throws SQLException {
    try (Connection connection = connect();
        Statement statement = connection.createStatement();
        ResultSet result = statement.executeQuery(query)) {
      assertThat(result.next()).isTrue();
      return result.getString(1);
    }
  }

  private static void execute(String command) throws SQLException {
    try (Connection connection = connect();
        Statement statement = connection.createStatement()) {
      statement.execute(command);
    }
  }

  private static Connection connect() throws SQLException {
    return DriverManager.getConnection(
        postgres.access().jdbcUrl(), postgres.access().user(), postgres.access().password());
  }
}
