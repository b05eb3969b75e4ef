package org.yujian.backup;

import io.smallrye.health.api.Wellness;
import jakarta.enterprise.context.ApplicationScoped;
import org.eclipse.microprofile.health.HealthCheck;
import org.eclipse.microprofile.health.HealthCheckResponse;
import org.eclipse.microprofile.health.HealthCheckResponseBuilder;

/**
 * The daily backup in {@code /q/health}. An old one is no reason to restart or to avoid a node, so
 * the check is always up.
 */
@Wellness
@ApplicationScoped
class BackupHealth implements HealthCheck {
  private final BackupAge age;

  BackupHealth(BackupAge age) {
    this.age = age;
  }

  @Override
  public HealthCheckResponse call() {
    BackupState state = age.state();
    HealthCheckResponseBuilder check = HealthCheckResponse.named("Daily backup").up();
    if (!state.on()) {
      return check.withData("state", "off").build();
    }
    if (state.newestCopy() != null) {
      check.withData("copyAgeSeconds", age.seconds(state.newestCopy()));
    }
    return state.newest() == null
        ? check.withData("state", "none yet").build()
        : check.withData("ageSeconds", age.seconds(state.newest())).build();
  }
}
