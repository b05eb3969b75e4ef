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
 * Removes superseded rows, and the newest rows of entities that the public no longer sees, from the
 * log ({@code docs/decisions/02-change-log.md}). Stops before the newest row older than the
 * retention: a client that synced within that time holds a token of that row or a later one.
 */
@ApplicationScoped
class Compaction {
  private static final Logger LOG = Logger.getLogger(Compaction.class);

  /** Advisory lock, so that one node compacts at a time; an arbitrary number. */
  private static final long LOCK = 0x59554A49414FL;

  private static final int BATCH = 5_000;

  /** Newest row older than the retention; times rise with row numbers unless a clock is stepped. */
  private static final String BOUNDARY =
      "select coalesce((select seq from change where at <= :before order by seq desc limit 1), 0)";

  private static final String WINDOW =
      """
      select coalesce(max(seq), 0) from (
        select seq from change where seq > :from and seq < :boundary order by seq limit :batch) w
      """;

  /** The horizon is the highest removed number: tokens of earlier rows have expired. */
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

  Compaction(Sql sql, DatabaseClock clock, Settings settings) {
    this.sql = sql;
    this.clock = clock;
    this.settings = settings;
  }

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

  /**
   * Goes through the log once, up to the retention boundary, in short transactions. Returns how
   * many rows this node removed: none while another node compacts.
   */
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
    if (!sql.tryLock(LOCK)) {
      return 0;
    }
    // The log is append-only (trigger of V11); this permits deletes in this transaction.
    sql.statement("select set_config('yujian.compaction', 'on', true)").run();
    return number(sql.statement(REMOVE).set("from", from).set("to", to));
  }

  private static long number(SqlStatement statement) {
    return statement.row(row -> row.number(1)).orElseThrow();
  }
}
