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
import java.time.Duration;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Consumer;
import org.flywaydb.core.Flyway;
import org.flywaydb.core.api.configuration.FluentConfiguration;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.yujian.testing.Folders;

/** Migrations beside transactions of other nodes, on tables of their own. */
class SchemaMigrationTest {
  private static final Duration PATIENCE = Duration.ofMinutes(2);
  private static final String RETRIED = "A migration waits for locks";
  private static final String WAITING = "Another node is migrating the database";
  private static final String CONCURRENTLY =
      """
      drop index concurrently if exists thing_name;
      create unique index concurrently thing_name on thing (name);
      """;

  private static EmbeddedPostgres postgres;

  private final BlockingQueue<String> lines = new LinkedBlockingQueue<>();
  private Path folder;

  @BeforeAll
  static void start() throws InterruptedException {
    postgres = EmbeddedPostgres.start(Folders.empty("schema-migration"), System.out::println);
  }

  @AfterAll
  static void stop() {
    postgres.close();
  }

  @BeforeEach
  void aTable() throws Exception {
    folder = Folders.empty("schema-migration-files");
    try (Connection connection = connect()) {
      execute(connection, "drop table if exists flyway_schema_history, thing");
    }
    file("V1__thing.sql", "create table thing (name text); insert into thing values ('a'), ('b')");
    migration(PATIENCE, lines::add).run();
  }

  private void file(String name, String sql) throws IOException {
    Files.writeString(folder.resolve(name), sql);
  }

  private FluentConfiguration configuration() {
    DatabaseAccess access = postgres.access();
    return Flyway.configure()
        .dataSource(access.jdbcUrl(), access.user(), access.password())
        .locations("filesystem:" + folder);
  }

  private SchemaMigration migration(Duration patience, Consumer<String> console) {
    return new SchemaMigration(configuration(), console, patience);
  }

  private CompletableFuture<Void> inBackground(Consumer<String> console) {
    SchemaMigration migration = migration(PATIENCE, console);
    return CompletableFuture.runAsync(
        () -> {
          try {
            migration.run();
          } catch (SQLException e) {
            throw new IllegalStateException(e);
          }
        });
  }

  private static Connection connect() throws SQLException {
    DatabaseAccess access = postgres.access();
    return DriverManager.getConnection(access.jdbcUrl(), access.user(), access.password());
  }

  private static void execute(Connection connection, String sql) throws SQLException {
    try (Statement statement = connection.createStatement()) {
      statement.execute(sql);
    }
  }

  private static String text(String query) throws SQLException {
    try (Connection connection = connect();
        Statement statement = connection.createStatement();
        ResultSet row = statement.executeQuery(query)) {
      row.next();
      return row.getString(1);
    }
  }

  private String line() throws InterruptedException {
    return lines.poll(2, TimeUnit.MINUTES);
  }

  @Test
  void aBusyTableIsTriedAgainAndStopsNobodyForLong() throws Exception {
    file("V2__more.sql", "alter table thing add column more text");
    try (Connection reader = connect()) {
      reader.setAutoCommit(false);
      execute(reader, "select * from thing");
      CompletableFuture<Void> migrated = inBackground(lines::add);
      assertThat(line()).startsWith(RETRIED);
      try (Connection other = connect()) {
        execute(other, "set lock_timeout = '5s'");
        execute(other, "insert into thing values ('c')");
      }
      assertThat(migrated).isNotDone();
      reader.commit();
      migrated.get(2, TimeUnit.MINUTES);
    }
    assertThat(text("select count(more) || ' ' || count(*) from thing")).isEqualTo("0 3");
  }

  @Test
  void oneNodeMigratesAndTheOthersWait() throws Exception {
    file("V2__more.sql", "alter table thing add column more text");
    try (Connection reader = connect()) {
      reader.setAutoCommit(false);
      execute(reader, "select * from thing");
      CompletableFuture<Void> first = inBackground(lines::add);
      assertThat(line()).startsWith(RETRIED);
      CompletableFuture<Void> second = inBackground(lines::add);
      assertThat(line()).startsWith(WAITING);
      reader.commit();
      first.get(2, TimeUnit.MINUTES);
      second.get(2, TimeUnit.MINUTES);
    }
    assertThat(lines).isEmpty();
    assertThat(text("select count(*) from flyway_schema_history where success")).isEqualTo("2");
    migration(PATIENCE, lines::add).run();
    assertThat(lines).isEmpty();
  }

  @Test
  void locksThatAreNeverFreeEndTheStart() throws Exception {
    file("V2__more.sql", "create table other (name text)");
    file("V3__more.sql", "alter table thing add column more text");
    try (Connection reader = connect()) {
      reader.setAutoCommit(false);
      execute(reader, "select * from thing");
      assertThatThrownBy(() -> migration(Duration.ZERO, lines::add).run())
          .isInstanceOf(StartupFailure.class)
          .hasMessageContaining("did not get its locks")
          .hasMessageContaining("pg_stat_activity")
          .message()
          .hasLineCount(2);
      reader.rollback();
    } finally {
      try (Connection connection = connect()) {
        execute(connection, "drop table other");
      }
    }
    assertThat(text("select max(version::int) from flyway_schema_history")).isEqualTo("2");
  }

  @Test
  void anIndexIsBuiltConcurrently() throws Exception {
    file("V2__thing_name_concurrently.sql", CONCURRENTLY);
    try (Connection writer = connect()) {
      writer.setAutoCommit(false);
      execute(writer, "insert into thing values ('c')");
      CompletableFuture<Void> migrated = inBackground(lines::add);
      awaitStatement("create unique index concurrently");
      try (Connection other = connect()) {
        execute(other, "set lock_timeout = '1s'; insert into thing values ('d')");
      }
      writer.commit();
      migrated.get(2, TimeUnit.MINUTES);
    }
    assertThat(text("select indisvalid from pg_index where indexrelid = 'thing_name'::regclass"))
        .isEqualTo("t");
    assertThat(lines).isEmpty();
  }

  /** A failure leaves an index that cannot be used; after its cause is gone it is built again. */
  @Test
  void anUnfinishedIndexIsBuiltAgain() throws Exception {
    file("V2__thing_name_concurrently.sql", CONCURRENTLY);
    try (Connection connection = connect()) {
      execute(connection, "insert into thing values ('a')");
      assertThatThrownBy(() -> migration(PATIENCE, lines::add).run())
          .hasMessageContaining("could not create unique index");
      execute(connection, "delete from thing where ctid = '(0,3)'");
      migration(PATIENCE, lines::add).run();
    }
    assertThat(text("select indisvalid from pg_index where indexrelid = 'thing_name'::regclass"))
        .isEqualTo("t");
  }

  private static void awaitStatement(String begin) throws SQLException {
    String running =
        "select exists (select from pg_stat_activity where wait_event_type = 'Lock' and query"
            + " ilike '%BEGIN%' and pid <> pg_backend_pid())";
    long deadline = System.nanoTime() + PATIENCE.toNanos();
    while (!text(running.replace("BEGIN", begin)).equals("t")) {
      assertThat(System.nanoTime()).isLessThan(deadline);
      LockSupport.parkNanos(TimeUnit.MILLISECONDS.toNanos(20));
    }
  }
}
