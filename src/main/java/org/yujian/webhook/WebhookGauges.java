package org.yujian.webhook;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import javax.sql.DataSource;
import org.yujian.shared.metrics.DatabaseNumbers;

/** Gauges {@code yujian_webhook_*}; attempts are counted by {@link WebhookSender}. */
@ApplicationScoped
class WebhookGauges {

  private static final int WAITING = 1;
  private static final int DISABLED = 2;

  private static final String READ =
      """
      select (select count(*) from webhook_delivery where state = 'waiting'),
        (select count(*) from webhook_endpoint where state = 'disabled' and reason is not null)
      """;

  private final DataSource database;
  private final MeterRegistry registry;

  WebhookGauges(DataSource database, MeterRegistry registry) {
    this.database = database;
    this.registry = registry;
  }

  void register(@Observes StartupEvent start) {
    DatabaseNumbers numbers = new DatabaseNumbers(database, READ, DISABLED);
    Gauge.builder("yujian.webhook.waiting", () -> numbers.get(WAITING))
        .description("Deliveries that are due, being sent, or wait for another attempt")
        .register(registry);
    Gauge.builder("yujian.webhook.disabled", () -> numbers.get(DISABLED))
        .description("Endpoints that were disabled because they failed or answered 410")
        .register(registry);
  }
}
