package org.yujian.change;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.util.Locale;
import java.util.function.ToDoubleFunction;
import javax.sql.DataSource;
import org.yujian.shared.metrics.DatabaseNumbers;

/** Gauges {@code yujian_log_*} of the change log, read at each scrape; NaN without a database. */
@ApplicationScoped
class LogGauges {
  LogGauges(DataSource database, Tailer tailer, MeterRegistry registry) {
    this.database = database;
    this.tailer = tailer;
    this.registry = registry;
  }

  /** Finds holders and waiters of the log's lock; pg_locks splits its bigint key in two. */
  private static final String READ =
      String.format(
          Locale.ROOT,
          """
          select
            (select coalesce(max(extract(epoch from clock_timestamp() - a.xact_start)), 0)
              from pg_locks l join pg_stat_activity a on a.pid = l.pid
              where l.locktype = 'advisory' and l.objsubid = 1
                and l.classid::bigint = %1$d >> 32 and l.objid::bigint = %1$d & 4294967295
                and a.datname = current_database()),
            coalesce((select seq from change order by seq desc limit 1), 0),
            (select greatest(reltuples, 0) from pg_class where oid = 'change'::regclass),
            coalesce((select horizon from change_state), 0)
          """,
          ChangeLog.LOG);

  private static final int LOCK_AGE = 1;
  private static final int NEWEST = 2;
  private static final int ROWS = 3;
  private static final int HORIZON = 4;

  private final DataSource database;
  private final Tailer tailer;
  private final MeterRegistry registry;

  private DatabaseNumbers log;

  void register(@Observes StartupEvent start) {
    log = new DatabaseNumbers(database, READ, HORIZON);
    gauge(
        "yujian.log.lock.age",
        "Seconds since the oldest transaction began that holds or awaits the lock",
        now -> now.get(LOCK_AGE));
    gauge("yujian.log.rows", "Rows of the log, as last counted by the server", n -> n.get(ROWS));
    gauge("yujian.log.horizon", "Highest number that compaction removed", n -> n.get(HORIZON));
    gauge("yujian.log.newest", "Number of the newest row", now -> now.get(NEWEST));
    gauge(
        "yujian.log.tailer.behind",
        "Numbers that this node has not read yet",
        now -> Math.max(0, now.get(NEWEST) - tailer.position().seq()));
    Gauge.builder("yujian.log.tailer.age", tailer, one -> one.sinceRead().toNanos() / 1e9)
        .description("Seconds since this node's last good read began")
        .register(registry);
  }

  private void gauge(String name, String description, ToDoubleFunction<DatabaseNumbers> value) {
    Gauge.builder(name, log, value).description(description).register(registry);
  }
}
