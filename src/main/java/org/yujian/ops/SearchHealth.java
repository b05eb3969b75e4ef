package org.yujian.ops;

import io.smallrye.health.api.HealthGroup;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Instance;
import org.eclipse.microprofile.health.HealthCheck;
import org.eclipse.microprofile.health.HealthCheckResponse;
import org.eclipse.microprofile.health.Readiness;

/**
 * Health group {@code search}: the check of the search index, which is part of readiness, alone.
 */
@HealthGroup("search")
@ApplicationScoped
class SearchHealth implements HealthCheck {
  private static final String INDEX = "search index";

  private final Instance<HealthCheck> ready;

  SearchHealth(@Readiness Instance<HealthCheck> ready) {
    this.ready = ready;
  }

  @Override
  public HealthCheckResponse call() {
    return ready.stream()
        .map(HealthCheck::call)
        .filter(check -> check.getName().equals(INDEX))
        .findFirst()
        .orElseGet(() -> HealthCheckResponse.named(INDEX).down().build());
  }
}
