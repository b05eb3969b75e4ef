package org.yujian.backup;

import io.smallrye.health.api.HealthGroup;
import io.smallrye.health.api.Wellness;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Produces;
import java.time.Clock;
import org.eclipse.microprofile.health.HealthCheck;
import org.eclipse.microprofile.health.HealthCheckResponse;
import org.eclipse.microprofile.health.HealthCheckResponseBuilder;

/**
 * The daily backup in {@code /q/health}, always up, because an old one is no reason to restart or
 * to avoid a node; and as the health group {@code backup}, down when backups are on and the last
 * one, or its copy in the bucket, is late.
 */
@ApplicationScoped
class BackupHealth {
  private final BackupAge age;
  private final Clock clock;

  BackupHealth(BackupAge age, Clock clock) {
    this.age = age;
    this.clock = clock;
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
      boolean recent = state.complete() != null && !state.isLate(clock.instant());
      return response(state).status(!state.on() || recent).build();
    };
  }

  private HealthCheckResponseBuilder response(BackupState state) {
    HealthCheckResponseBuilder check = HealthCheckResponse.named("Daily backup");
    if (!state.on()) {
      return check.withData("state", "off");
    }
    if (state.newestCopy() != null) {
      check.withData("copyAgeSeconds", age.seconds(state.newestCopy()));
    } else if (state.bucket()) {
      check.withData("copy", "none yet");
    }
    return state.newest() == null
        ? check.withData("state", "none yet")
        : check.withData("ageSeconds", age.seconds(state.newest()));
  }
}
