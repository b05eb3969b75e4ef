package org.yujian.edition;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import javax.sql.DataSource;
import org.yujian.shared.metrics.DatabaseNumbers;

/** Metrics {@code yujian_editions_*} about overdue editions, on the management port. */
@ApplicationScoped
class ScheduleGauges {

  ScheduleGauges(DataSource database, MeterRegistry registry) {
    this.database = database;
    this.registry = registry;
  }

  /** Measures from the scheduled time, not from the next attempt, by the index edition_due. */
  private static final String READ =
      """
      select count(*), coalesce(max(extract(epoch from clock_timestamp() - scheduled_at)), 0)
      from edition where state = 'scheduled' and scheduled_at < clock_timestamp()
      """;

  private final DataSource database;
  private final MeterRegistry registry;

  void register(@Observes StartupEvent start) {
    DatabaseNumbers overdue = new DatabaseNumbers(database, READ, 2);
    Gauge.builder("yujian.editions.overdue", () -> overdue.get(1))
        .description("Scheduled editions whose time has come and that are not live")
        .register(registry);
    Gauge.builder("yujian.editions.overdue.age", () -> overdue.get(2))
        .description("Seconds since the earliest of them was to go live")
        .register(registry);
  }
}
