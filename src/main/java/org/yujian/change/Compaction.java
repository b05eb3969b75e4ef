package org.yujian.change;

import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.scheduler.Scheduled;
import io.quarkus.scheduler.Scheduled.ConcurrentExecution;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import org.jboss.logging.Logger;
import org.yujian.shared.page.Sql;
import org.yujian.shared.page.SqlStatement;
import org.yujian.shared.settings.Settings;
import org.yujian.shared.time.DatabaseClock;
import org.yujian.shared.transaction.Recurring;

/**
 * Removes superseded rows, and last rows of entities that are no longer public, from the log
 * (design L7). Stops before the newest row older than the retention: a client that synced within
 * that time holds a token of that row or a later one, so it never has to start over.
 */
@ApplicationScoped
class Compaction {
  private static final Logger LOG = Logger.getLogger(Compaction.class);

  /** Advisory lock that lets one node compact at a time; an arbitrary number. */
  private static final long TURN = 0x59554A49414FL;

  private static final int BATCH = 5_000;

  /** Time rises with the row number, except when the server's clock is stepped. */
  private static final String BOUNDARY =
      "select coalesce((select seq from change where at <= :before order by seq desc limit 1), 0)";

  Compaction(Sql sql, DatabaseClock clock, Settings settings) {
    this.sql = sql;
    this.clock = clock;
    this.settings = settings;
  }

  private static final String WINDOW =
      """
      select coalesce(max(seq), 0) from (
        select seq from change where seq > :from and seq < :boundary order by seq limit :batch) w
      """;

  private static final String REMOVE =
      """
      with removed as (
        delete from change c where seq > :from and seq <= :to and (
          exists (select 1 from change n where n.thing_id = c.thing_id and n.version > c.version)
          or not change_is_public(c.type, c.thing_id))
        returning seq),
      horizon as (
        insert into change_state (horizon) select max(seq) from removed having count(*) > 0
        on conflict (one) do update
          set horizon = greatest(change_state.horizon, excluded.horizon))
      select count(*) from removed
      """;

  private final Recurring recurring =
      new Recurring(LOG, "The change log cannot be compacted; retrying every day");

  private final Sql sql;
  private final DatabaseClock clock;
  private final Settings settings;

  @Scheduled(
      identity = "compaction",
      every = "24h",
      delayed = "10m",
      concurrentExecution = ConcurrentExecution.SKIP)
  void scheduled() {
    recurring.run(this::daily);
  }

  private void daily() {
    long removed = runOnce();
    if (removed > 0) {
      LOG.infof("%d rows of the change log were superseded long ago and are removed", removed);
    }
  }

  /** Scans the whole log once, in short transactions, and returns the number of removed rows. */
  long runOnce() {
    long boundary = QuarkusTransaction.requiringNew().call(this::boundary);
    long removed = 0;
    long from = 0;
    while (true) {
      long begin = from;
      long to = QuarkusTransaction.requiringNew().call(() -> window(begin, boundary));
      if (to == 0) {
        return removed;
      }
      removed += QuarkusTransaction.requiringNew().call(() -> remove(begin, to));
      from = to;
    }
  }

  private long boundary() {
    Instant before = clock.now().minus(settings.changeRetention());
    return number(sql.statement(BOUNDARY).set("before", before));
  }

  private long window(long from, long boundary) {
    return number(
        sql.statement(WINDOW).set("from", from).set("boundary", boundary).set("batch", BATCH));
  }

  private long remove(long from, long to) {
    if (!sql.tryLock(TURN)) {
      return 0;
    }
    sql.statement("select set_config('yujian.compaction', 'on', true)").run();
    return number(sql.statement(REMOVE).set("from", from).set("to", to));
  }

  private static long number(SqlStatement statement) {
    return statement.row(row -> row.number(1)).orElseThrow();
  }
}
