package org.yujian.backup;

import io.smallrye.health.api.HealthGroup;
import io.smallrye.health.api.Wellness;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Produces;
import java.time.Duration;
import org.eclipse.microprofile.health.HealthCheck;
import org.eclipse.microprofile.health.HealthCheckResponse;
import org.eclipse.microprofile.health.HealthCheckResponseBuilder;

/**
 * The daily backup in {@code /q/health}, always up, because an old one is no reason to restart or
 * to avoid a node; and as the health group {@code backup}, down when backups are on and two days
 * have none, or no copy in the bucket.
 */
@ApplicationScoped
class BackupHealth {
  private static final long OLD = Duration.ofDays(2).toSeconds();

  private final BackupAge age;

  BackupHealth(BackupAge age) {
    this.age = age;
  }

  @Produces
  @Wellness
  @ApplicationScoped
  HealthCheck shown() {
    return () -> response(age.state()).up().build();
  }

  @Produces
  @HealthGroup("backup")
  @ApplicationScoped
  HealthCheck judged() {
    return () -> {
      BackupState state = age.state();
      return response(state).status(!state.on() || isRecent(state)).build();
    };
  }

  private boolean isRecent(BackupState state) {
    return state.complete() != null && age.seconds(state.complete()) < OLD;
  }

  private HealthCheckResponseBuilder response(BackupState state) {
    HealthCheckResponseBuilder check = HealthCheckResponse.named("Daily backup");
    if (!state.on()) {
      return check.withData("state", "off");
    }
    if (state.newestCopy() != null) {
      check.withData("copyAgeSeconds", age.seconds(state.newestCopy()));
    }
    return state.newest() == null
        ? check.withData("state", "none yet")
        : check.withData("ageSeconds", age.seconds(state.newest()));
  }
}
