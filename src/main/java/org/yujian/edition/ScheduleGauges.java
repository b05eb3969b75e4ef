package org.yujian.edition;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import javax.sql.DataSource;
import org.yujian.shared.metrics.DatabaseNumbers;

/** Whether the clock publishes: {@code yujian_editions_*} on the management port. */
@ApplicationScoped
class ScheduleGauges {

  /** By the time a person chose, not the one of the next try; edition_due keeps it cheap. */
  private static final String READ =
      """
      select count(*), coalesce(max(extract(epoch from clock_timestamp() - scheduled_at)), 0)
      from edition where state = 'scheduled' and scheduled_at < clock_timestamp()
      """;

  @Inject DataSource database;
  @Inject MeterRegistry registry;

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
