package org.yujian.backup;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.yujian.shared.settings.Settings;

/** Age of the last good daily backup, as metrics, for {@code /q/health} and for the desk. */
@ApplicationScoped
public class BackupAge {
  private final Settings settings;
  private final BackupCopies copies;
  private final MeterRegistry registry;
  private final Clock clock;
  private final Instant started;

  BackupAge(Settings settings, BackupCopies copies, MeterRegistry registry, Clock clock) {
    this.settings = settings;
    this.copies = copies;
    this.registry = registry;
    this.clock = clock;
    this.started = clock.instant();
  }

  void register(@Observes StartupEvent start) {
    Gauge.builder("yujian.backup.age", this, one -> one.gauge(one.isOn(), one.newest()))
        .baseUnit("seconds")
        .description(
            "Seconds since the last good daily backup, since the start without one; NaN: off")
        .register(registry);
    Gauge.builder(
            "yujian.backup.copy.age",
            this,
            one -> one.gauge(one.copies.isOn(), one.copies.newest()))
        .baseUnit("seconds")
        .description(
            "Seconds since the last copy to the bucket, since the start without one; NaN: off")
        .register(registry);
  }

  /** Seconds; without a backup since the start of the program, so that an alert fires then too. */
  private double gauge(boolean on, Optional<Instant> at) {
    return on ? seconds(at.orElse(started)) : Double.NaN;
  }

  private boolean isOn() {
    return BackupFolder.of(settings).isPresent();
  }

  long seconds(Instant at) {
    return Duration.between(at, clock.instant()).toSeconds();
  }

  private Optional<Instant> newest() {
    return BackupFolder.of(settings).flatMap(BackupFolder::newest);
  }

  /** What this node knows of the last backup and its copy. */
  public BackupState state() {
    return new BackupState(
        isOn(), newest().orElse(null), copies.isOn(), copies.newest().orElse(null));
  }
}
