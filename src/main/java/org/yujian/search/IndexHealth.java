package org.yujian.search;

import io.smallrye.health.api.HealthGroup;
import jakarta.enterprise.context.ApplicationScoped;
import org.eclipse.microprofile.health.HealthCheck;
import org.eclipse.microprofile.health.HealthCheckResponse;
import org.eclipse.microprofile.health.Readiness;

/**
 * Shows how far this node's search index is. A node without a whole index is ready, too: it answers
 * everything but searches.
 */
@Readiness
@HealthGroup("search")
@ApplicationScoped
class IndexHealth implements HealthCheck {

  private final SearchFeeder feeder;

  IndexHealth(SearchFeeder feeder) {
    this.feeder = feeder;
  }

  @Override
  public HealthCheckResponse call() {
    return HealthCheckResponse.named("search index")
        .up()
        .withData("state", state())
        .withData("filled", feeder.progress().percent() + " %")
        .withData("behind", feeder.behind())
        .build();
  }

  private String state() {
    if (!feeder.enabled()) {
      return "off";
    }
    if (feeder.failing()) {
      return "unavailable";
    }
    return feeder.progress().whole() ? "whole" : "filling";
  }
}
