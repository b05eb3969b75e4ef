package org.yujian.backup;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.runtime.StartupEvent;
import io.smallrye.health.api.Wellness;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.time.Clock;
import java.time.Duration;
import java.util.OptionalLong;
import org.eclipse.microprofile.health.HealthCheck;
import org.eclipse.microprofile.health.HealthCheckResponse;
import org.eclipse.microprofile.health.HealthCheckResponseBuilder;
import org.yujian.shared.settings.Settings;

/**
 * Age of the last good daily backup, as {@code yujian_backup_age_seconds} and in {@code /q/health}.
 * An old backup is no reason to restart or to avoid a node, so the check is always up.
 */
@Wellness
@ApplicationScoped
class BackupAge implements HealthCheck {
  private final Settings settings;
  private final MeterRegistry registry;
  private final Clock clock;

  BackupAge(Settings settings, MeterRegistry registry, Clock clock) {
    this.settings = settings;
    this.registry = registry;
    this.clock = clock;
  }

  void register(@Observes StartupEvent start) {
    Gauge.builder("yujian.backup.age", this, one -> one.gauge())
        .baseUnit("seconds")
        .description("Seconds since the last good daily backup; NaN without one")
        .register(registry);
  }

  private double gauge() {
    OptionalLong seconds = seconds();
    return seconds.isPresent() ? seconds.getAsLong() : Double.NaN;
  }

  private OptionalLong seconds() {
    return settings
        .backup()
        .folder()
        .flatMap(folder -> new BackupFolder(folder).newest())
        .map(newest -> OptionalLong.of(Duration.between(newest, clock.instant()).toSeconds()))
        .orElse(OptionalLong.empty());
  }

  @Override
  public HealthCheckResponse call() {
    HealthCheckResponseBuilder check = HealthCheckResponse.named("Daily backup").up();
    if (settings.backup().folder().isEmpty()) {
      return check.withData("state", "off").build();
    }
    OptionalLong seconds = seconds();
    return seconds.isPresent()
        ? check.withData("ageSeconds", seconds.getAsLong()).build()
        : check.withData("state", "none yet").build();
  }
}
