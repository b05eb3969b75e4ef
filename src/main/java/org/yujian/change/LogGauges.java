package org.yujian.change;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.function.ToDoubleFunction;
import javax.sql.DataSource;
import org.jboss.logging.Logger;

/**
 * What an operator sees of the log, on the management port: {@code yujian_log_*}. Read when asked,
 * once a second at most; not a number while the database is away.
 */
@ApplicationScoped
class LogGauges {
  private static final Logger LOG = Logger.getLogger(LogGauges.class);
  private static final long KEEP = Duration.ofSeconds(1).toNanos();

  /** Who holds or waits for the log's lock: a bigint key stands in two halves in pg_locks. */
  private static final String READ =
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
      """
          .formatted(ChangeLog.LOG);

  private record Values(double lockAge, double newest, double rows, double horizon) {
    static final Values UNKNOWN = new Values(Double.NaN, Double.NaN, Double.NaN, Double.NaN);
  }

  @Inject DataSource database;
  @Inject Tailer tailer;
  @Inject MeterRegistry registry;

  private Values values = Values.UNKNOWN;
  private long readAt;
  private boolean everRead;

  void register(@Observes StartupEvent start) {
    gauge(
        "yujian.log.lock.age",
        "Seconds since the oldest transaction began that holds or awaits" + " the lock",
        Values::lockAge);
    gauge("yujian.log.rows", "Rows of the log, as last counted by the server", Values::rows);
    gauge("yujian.log.horizon", "Highest number that compaction removed", Values::horizon);
    gauge("yujian.log.newest", "Number of the newest row", Values::newest);
    gauge(
        "yujian.log.tailer.behind",
        "Numbers that this node has not read yet",
        now -> Math.max(0, now.newest() - tailer.moment().seq()));
    Gauge.builder("yujian.log.tailer.age", tailer, one -> one.sinceRead().toNanos() / 1e9)
        .description("Seconds since this node's last good read began")
        .register(registry);
  }

  private void gauge(String name, String description, ToDoubleFunction<Values> value) {
    Gauge.builder(name, this, gauges -> value.applyAsDouble(gauges.values()))
        .description(description)
        .register(registry);
  }

  private synchronized Values values() {
    if (!everRead || System.nanoTime() - readAt > KEEP) {
      values = read();
      readAt = System.nanoTime();
      everRead = true;
    }
    return values;
  }

  private Values read() {
    try (Connection connection = database.getConnection();
        Statement statement = connection.createStatement();
        ResultSet row = statement.executeQuery(READ)) {
      row.next();
      return new Values(row.getDouble(1), row.getDouble(2), row.getDouble(3), row.getDouble(4));
    } catch (SQLException e) {
      LOG.debug("No gauges", e);
      return Values.UNKNOWN;
    }
  }
}
