package org.yujian.auth;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import javax.sql.DataSource;
import org.yujian.shared.metrics.DatabaseNumbers;

/** Metric {@code yujian_audit_*}, which shows whether the sealer keeps up with new rows. */
@ApplicationScoped
class AuditGauges {

  /** Cheap: the partial index audit_unsealed holds only unsealed rows. */
  private static final String READ =
      """
      select coalesce(extract(epoch from clock_timestamp() - min(at)), 0)
      from (select at from audit where seal is null order by id limit 1) oldest
      """;

  private final DataSource database;
  private final MeterRegistry registry;

  AuditGauges(DataSource database, MeterRegistry registry) {
    this.database = database;
    this.registry = registry;
  }

  void register(@Observes StartupEvent start) {
    DatabaseNumbers unsealed = new DatabaseNumbers(database, READ, 1);
    Gauge.builder("yujian.audit.unsealed.age", () -> unsealed.get(1))
        .description("Seconds since the oldest entry that is not in the chain yet")
        .register(registry);
  }
}
