package org.yujian.change;

import static org.assertj.core.api.Assertions.assertThat;

import io.agroal.api.AgroalDataSource;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.net.URI;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import org.flywaydb.core.Flyway;
import org.junit.jupiter.api.Test;
import org.postgresql.PGConnection;
import org.postgresql.copy.CopyManager;
import org.yujian.database.DatabaseAccess;
import org.yujian.database.EmbeddedPostgres;
import org.yujian.testing.Client;
import org.yujian.testing.DeskTest;
import org.yujian.testing.SyncCopy;
import org.yujian.testing.Upload;

/** A log that comes back elsewhere is another log: clients start over by themselves. */
@QuarkusTest
class RestoreTest extends DeskTest {
  /** In an order in which rows may refer to each other. */
  private static final List<String> TABLES =
      List.of(
          "account",
          "edition",
          "article",
          "article_draft",
          "article_revision",
          "tag",
          "article_tag",
          "follow_target",
          "edition_follow_target",
          "placement",
          "change");

  @Inject AgroalDataSource database;
  @Inject LogConnections connections;
  @Inject Tailer tailer;

  @TestHTTPResource("/")
  URI base;

  /** A dump into a second real server: its identifier alone makes another epoch. */
  @Test
  void aDumpInAnotherServerHasAnotherEpochAndItsLogGoesOn() throws Exception {
    publish();
    try (EmbeddedPostgres second =
            EmbeddedPostgres.start(Path.of("target", "test-postgres", "second"), line -> {});
        Connection there = migrated(second.access())) {
      copyAll(there);
      try (LogReader here = new LogReader(connections.open("test"));
          LogReader restored = new LogReader(connect(second.access()))) {
        assertThat(restored.server().logId()).isEqualTo(here.server().logId());
        assertThat(epoch(restored.server())).isNotEqualTo(epoch(here.server()));
        assertThat(restored.newest()).isEqualTo(here.newest());
        assertThat(restored.after(LogReader.Place.NONE, 100).rows())
            .isEqualTo(here.after(LogReader.Place.NONE, 100).rows());
        LogReader.Place last = restored.newest();
        try (Statement statement = there.createStatement()) {
          statement.execute(
              "insert into change (at, type, thing_id, version, parts)"
                  + " values (now(), 'tag', gen_random_uuid(), 1, '{}')");
        }
        there.commit();
        LogReader.Batch batch = restored.after(last, 100);
        assertThat(batch.known()).isTrue();
        assertThat(batch.rows()).hasSize(1);
      }
    }
  }

  @Test
  void tokensOfAnotherHistoryAreGoneAndNothingFreezes() {
    publish();
    SyncCopy copy = new SyncCopy(new Client(base, adminKey()), "");
    copy.follow(100);
    tag("unseen");
    String id = tables().texts("select log_id from change_state").get(0);
    tables().run("update change_state set log_id = gen_random_uuid()");
    try {
      assertThat(
              problem(anyone().get("/v1/sync?since=" + copy.token()), 410, "sync-token-expired")
                  .getString("restart"))
          .isEqualTo("/v1/sync");
      copy.follow(3);
      SyncCopy fresh = new SyncCopy(new Client(base, adminKey()), "");
      fresh.follow(100);
      assertThat(copy.things()).isEqualTo(fresh.things()).isNotEmpty();
      tag("later");
      copy.follow(1);
      assertThat(copy.things("tag")).hasSize(3);
    } finally {
      tables().run("update change_state set log_id = '" + id + "'");
      tailer.advance();
    }
  }

  /** The tail of the log is lost and written anew: as after a recovery to an earlier moment. */
  @Test
  void aLostTailIsNoticedByItsRow() {
    publish();
    tag("lost");
    String token = read("/v1/sync?since=now").getString("token");
    tables()
        .run(
            """
            set local yujian.compaction = 'on';
            delete from change where seq = (select max(seq) from change)
            """);
    // Until it polls, a quarter of a second later, it would say that there is nothing new.
    tailer.advance();
    problem(anyone().get("/v1/sync?since=" + token), 410, "sync-token-expired");
    tables().run("select setval('change_seq', (select max(seq) from change))");
    tag("other");
    problem(anyone().get("/v1/sync?since=" + token), 410, "sync-token-expired");
  }

  private void publish() {
    tag("x");
    imported(
        Upload.text("扫描二维码\n关注“外面”\n\n# 甲\n\n正文。\n\n# 乙\n\n正文。\n")
            .with("account", account("账号"))
            .with("tag", "x")
            .publish());
  }

  private static long epoch(LogServer server) {
    return Epoch.of(server.systemIdentifier(), server.logId());
  }

  private static Connection connect(DatabaseAccess access) throws SQLException {
    return DriverManager.getConnection(access.jdbcUrl(), access.user(), access.password());
  }

  /** In one transaction: the guard of the log finds all rows with their changes. */
  private void copyAll(Connection there) throws Exception {
    try (Connection here = database.getConnection();
        Statement statement = there.createStatement()) {
      there.setAutoCommit(false);
      for (String table : TABLES) {
        ByteArrayOutputStream rows = new ByteArrayOutputStream();
        copies(here).copyOut("copy " + table + " to stdout", rows);
        copies(there)
            .copyIn("copy " + table + " from stdin", new ByteArrayInputStream(rows.toByteArray()));
      }
      String log = tables().texts("select log_id from change_state").get(0);
      statement.execute("update change_state set log_id = '" + log + "'");
      statement.execute("select setval('change_seq', (select max(seq) from change))");
      there.commit();
    }
  }

  private static CopyManager copies(Connection connection) throws SQLException {
    return connection.unwrap(PGConnection.class).getCopyAPI();
  }

  /** Empty, with this program's schema. */
  private static Connection migrated(DatabaseAccess access) throws SQLException {
    Flyway flyway =
        Flyway.configure(RestoreTest.class.getClassLoader())
            .dataSource(access.jdbcUrl(), access.user(), access.password())
            .cleanDisabled(false)
            .load();
    flyway.clean();
    flyway.migrate();
    return connect(access);
  }
}
