package org.yujian.syndication;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import javax.sql.DataSource;
import org.yujian.shared.metrics.DatabaseNumbers;

/** Gauges {@code yujian_websub_*}; calls are counted by {@link HubSender}. */
@ApplicationScoped
class HubGauges {

  private static final int SUBSCRIPTIONS = 1;
  private static final int WAITING = 2;

  private static final String READ =
      """
      select count(*), count(*) filter (where next_at is not null)
      from websub_subscription where expires_at > now()
      """;

  private final DataSource database;
  private final MeterRegistry registry;

  HubGauges(DataSource database, MeterRegistry registry) {
    this.database = database;
    this.registry = registry;
  }

  void register(@Observes StartupEvent start) {
    DatabaseNumbers numbers = new DatabaseNumbers(database, READ, WAITING);
    Gauge.builder("yujian.websub.subscriptions", () -> numbers.get(SUBSCRIPTIONS))
        .description("Verified subscriptions to feeds")
        .register(registry);
    Gauge.builder("yujian.websub.waiting", () -> numbers.get(WAITING))
        .description("Subscriptions that wait for content or for another attempt")
        .register(registry);
  }
}
