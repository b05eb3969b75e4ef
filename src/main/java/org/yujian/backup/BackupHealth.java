package org.yujian.backup;

import io.smallrye.health.api.HealthGroup;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.eclipse.microprofile.health.HealthCheck;
import org.eclipse.microprofile.health.HealthCheckResponse;
import org.eclipse.microprofile.health.HealthCheckResponseBuilder;
import org.yujian.shared.settings.Settings;

/** Health group {@code backup}: down when daily backups are on and two days have none. */
@HealthGroup("backup")
@ApplicationScoped
class BackupHealth implements HealthCheck {
  private static final Duration OLD = Duration.ofDays(2);

  private final Settings settings;
  private final Clock clock;

  BackupHealth(Settings settings, Clock clock) {
    this.settings = settings;
    this.clock = clock;
  }

  @Override
  public HealthCheckResponse call() {
    HealthCheckResponseBuilder check = HealthCheckResponse.named("backup");
    if (settings.backup().folder().isEmpty()) {
      return check.up().withData("state", "off").build();
    }
    Optional<Instant> newest = new BackupFolder(settings.backup().folder().get()).newest();
    if (newest.isEmpty()) {
      return check.down().withData("state", "none yet").build();
    }
    Duration age = Duration.between(newest.get(), clock.instant());
    return check.status(age.compareTo(OLD) < 0).withData("ageSeconds", age.toSeconds()).build();
  }
}
