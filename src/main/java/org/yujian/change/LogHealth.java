package org.yujian.change;

import io.smallrye.health.api.HealthGroup;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import org.eclipse.microprofile.health.HealthCheck;
import org.eclipse.microprofile.health.HealthCheckResponse;

/**
 * Health group {@code log}: whether this node reads the change log, which it does four times a
 * second.
 */
@HealthGroup("log")
@ApplicationScoped
class LogHealth implements HealthCheck {
  private static final Duration LATE = Duration.ofSeconds(5);

  private final Tailer tailer;

  LogHealth(Tailer tailer) {
    this.tailer = tailer;
  }

  @Override
  public HealthCheckResponse call() {
    Duration age = tailer.sinceRead();
    return HealthCheckResponse.named("change log")
        .status(age.compareTo(LATE) < 0)
        .withData("readMillisAgo", age.toMillis())
        .withData("newest", tailer.position().seq())
        .withData("standby", tailer.standby())
        .build();
  }
}
