package org.yujian.ops;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Locale;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.yujian.database.EmbeddedPostgres;
import org.yujian.testing.Folders;
import org.yujian.testing.Program;

/**
 * A start on a machine that has no time for it. The limits of requests, 5 s for a lock and 10 s for
 * an idle transaction, do not hold for a start.
 */
class SlowStartIT {
  private static final int LONGER_THAN_ANY_LIMIT = 12;

  /** As on a starved machine: the first table takes long, and Flyway's lock waits in idleness. */
  private static final String SLOW_MIGRATION =
      """
      create schema slow;
      create function slow.wait() returns event_trigger language plpgsql as $$
        begin
          if to_regclass('public.flyway_schema_history') is not null
              and to_regclass('public.account') is null then
            perform pg_sleep(%d);
          end if;
        end $$;
      grant usage on schema slow to public;
      create event trigger slow on ddl_command_start when tag in ('CREATE TABLE')
        execute function slow.wait();
      """;

  private Path folder;
  private EmbeddedPostgres postgres;
  private Program program;

  @BeforeEach
  void startDatabase() throws InterruptedException {
    folder = Folders.empty("slow-start");
    postgres = EmbeddedPostgres.start(folder.resolve("database"), line -> {});
  }

  @AfterEach
  void end() {
    if (program != null) {
      program.close();
    }
    postgres.close();
  }

  @Test
  void aMigrationMayTakeLongerThanAnIdleTransaction() throws Exception {
    try (Connection admin = administration();
        Statement statement = admin.createStatement()) {
      statement.execute(String.format(Locale.ROOT, SLOW_MIGRATION, LONGER_THAN_ANY_LIMIT));
    }
    program = launch().ready();
    assertThat(program.get("/v1/articles").statusCode()).isEqualTo(200);
    assertThat(program.errors()).isEmpty();
  }

  /** Another node, a backup or a person may have the table. */
  @Test
  void aStartWaitsForALockLongerThanARequestDoes() throws Exception {
    program = launch().ready();
    program.stop();
    try (Connection admin = administration();
        Statement statement = admin.createStatement()) {
      admin.setAutoCommit(false);
      statement.execute("lock table flyway_schema_history in access exclusive mode");
      program = launch();
      program.await("the start to wait for 7 s", () -> waitsLonger(statement));
      admin.rollback();
    }
    assertThat(program.ready().get("/v1/articles").statusCode()).isEqualTo(200);
  }

  private static boolean waitsLonger(Statement statement) {
    try (ResultSet waiting =
        statement.executeQuery(
            """
            select pg_stat_clear_snapshot(), count(*) from pg_stat_activity
            where wait_event_type = 'Lock' and clock_timestamp() - query_start > interval '7 s'
            """)) {
      waiting.next();
      return waiting.getInt(2) > 0;
    } catch (SQLException e) {
      throw new AssertionError(e);
    }
  }

  private Program launch() {
    return Program.launch(
        folder.resolve("node"),
        "quarkus.datasource.jdbc.url=" + postgres.access().jdbcUrl(),
        "quarkus.datasource.username=" + postgres.access().user(),
        "quarkus.datasource.password=" + postgres.access().password(),
        "yujian.admin-key=yj_" + "slow".repeat(11));
  }

  private Connection administration() throws IOException, SQLException {
    String password =
        Files.readString(folder.resolve("database/postgres/superuser-password")).strip();
    return DriverManager.getConnection(postgres.access().jdbcUrl(), "postgres", password);
  }
}
