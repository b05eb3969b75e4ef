package org.yujian.change;

import io.agroal.api.AgroalDataSource;
import io.quarkus.test.common.TestResourceScope;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.yujian.testing.PostgresResource;
import org.yujian.testing.Report;
import org.yujian.testing.Tables;
import org.yujian.testing.Together;

/**
 * What the change log costs: publish-sized transactions of 1, 8 and 32 writers with it (lock, rows,
 * guard) and without, in turn, on a server with fsync. Not part of the build: {@code mvn -B test
 * -Dtest=LogBench}, {@code -Dbench.seconds=10} for longer.
 */
@QuarkusTest
@WithTestResource(value = PostgresResource.class, scope = TestResourceScope.GLOBAL)
class LogBench {
  private static final Report REPORT = new Report(LogBench.class);
  private static final int SECONDS = Integer.getInteger("bench.seconds", 5);
  private static final int ROUNDS = 2;
  private static final List<String> GUARDED = List.of("account", "edition", "article");

  @Inject AgroalDataSource database;
  @Inject LogConnections connections;

  @Test
  void withAndWithoutTheLog() {
    Tables tables = new Tables(database);
    tables.empty();
    REPORT.line("writers | with log/s | without/s | ratio");
    for (int writers : List.of(1, 8, 32)) {
      double with = 0;
      double without = 0;
      for (int round = 0; round < ROUNDS; round++) {
        guard(tables, "enable");
        with += run(writers, true);
        guard(tables, "disable");
        without += run(writers, false);
        guard(tables, "enable");
      }
      REPORT.line(
          "%7d | %10.0f | %9.0f | %.2f", writers, with / ROUNDS, without / ROUNDS, with / without);
    }
    tables.empty();
  }

  private static void guard(Tables tables, String what) {
    for (String table : GUARDED) {
      for (String event : List.of("insert", "update", "delete")) {
        tables.run("alter table " + table + " " + what + " trigger change_guard_" + event);
      }
    }
  }

  private double run(int writers, boolean log) {
    long end = System.nanoTime() + SECONDS * 1_000_000_000L;
    List<Callable<Integer>> tasks =
        IntStream.range(0, writers)
            .<Callable<Integer>>mapToObj(i -> () -> publishUntil(end, log))
            .toList();
    int all = Together.run(tasks).stream().mapToInt(Integer::intValue).sum();
    return all / (double) SECONDS;
  }

  /** Of an account of its own, over a connection of its own: the pool has fewer. */
  private int publishUntil(long end, boolean log) throws SQLException {
    int done = 0;
    try (Connection connection = connections.open("bench");
        Statement statement = connection.createStatement()) {
      UUID account = UUID.randomUUID();
      connection.setAutoCommit(false);
      statement.execute(accountOf(account));
      logged(statement, log, List.of(account), "account");
      connection.commit();
      while (System.nanoTime() < end) {
        publish(statement, account, log);
        connection.commit();
        done++;
      }
    }
    return done;
  }

  private static String accountOf(UUID id) {
    return "insert into account (id, handle, name, name_key, sort_key, state, version, created_at,"
        + String.format(
            Locale.ROOT,
            " updated_at) values ('%1$s', 'b%1$s', '%1$s', '%1$s', 'x', 'open', 1, now(), now())",
            id);
  }

  /** Four articles of 10 kB in all their forms. */
  private static void publish(Statement statement, UUID account, boolean log) throws SQLException {
    UUID edition = UUID.randomUUID();
    List<UUID> articles = IntStream.range(0, 4).mapToObj(i -> UUID.randomUUID()).toList();
    statement.execute(
        String.format(
            Locale.ROOT,
            """
            insert into edition (id, account_id, state, version, desk_version, created_at, created_by,
              updated_at) values ('%s', '%s', 'draft', 0, 1, now(), 'bench', now())
            """,
            edition,
            account));
    List<String> work = new ArrayList<>();
    for (int i = 0; i < articles.size(); i++) {
      work.add(article(articles.get(i), account, edition, i + 1));
    }
    statement.execute(String.join(";", work));
    if (log) {
      statement.execute("select 1 from pg_advisory_xact_lock(" + ChangeLog.LOG + ")");
    }
    // Distinct without the log, too.
    statement.execute(
        String.format(
            Locale.ROOT,
            """
            update edition set state = 'published', version = 1, desk_version = 2,
              published_at = clock_timestamp() + random() * interval '1 year' where id = '%s';
            update article set state = 'published', live_rev = 1, version = 1, title = '题',
              published_at = now(), live_at = now(), feed_order = (random() * 9e18)::bigint
              where edition_id = '%s'
            """,
            edition,
            edition));
    logged(statement, log, List.of(edition), "edition");
    logged(statement, log, articles, "article");
  }

  private static String article(UUID id, UUID account, UUID edition, int position) {
    return String.format(
        Locale.ROOT,
        """
        insert into article (id, account_id, edition_id, position, state, version, created_at)
          values ('%1$s', '%2$s', '%3$s', %4$d, 'draft', 0, now());
        insert into article_revision (article_id, rev, account_id, title, body, html, text, markdown,
            derivation, characters, body_sha256, canonical_sha256, content_sha256, live_at, created_by)
          select '%1$s', 1, '%2$s', '题', jsonb_build_object('text', t), t, t, t, 1, 3000,
            md5(t), md5(t), md5(t), now(), 'bench'
          from (select string_agg(md5(random()::text), '') t from generate_series(1, 312)) x
        """,
        id,
        account,
        edition,
        position);
  }

  private static void logged(Statement statement, boolean log, List<UUID> ids, String type)
      throws SQLException {
    if (log) {
      for (UUID id : ids) {
        statement.execute(
            "insert into change (at, type, thing_id, version, parts, account_ids) values"
                + String.format(
                    Locale.ROOT,
                    " (clock_timestamp(), '%s', '%s', 1, '{x}', '{%s}')",
                    type,
                    id,
                    id));
      }
    }
  }
}
