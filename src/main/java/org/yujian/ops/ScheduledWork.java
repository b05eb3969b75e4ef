package org.yujian.ops;

import io.quarkus.runtime.StartupEvent;
import io.quarkus.scheduler.Scheduler;
import jakarta.annotation.Priority;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.yujian.shared.order.StartupOrder;

/** Starts the scheduler, which is halted at first: a start that is refused does no work. */
@ApplicationScoped
class ScheduledWork {

  private final Scheduler scheduler;
  private final boolean enabled;

  ScheduledWork(
      Scheduler scheduler,
      @ConfigProperty(name = "quarkus.scheduler.enabled", defaultValue = "true") boolean enabled) {
    this.scheduler = scheduler;
    this.enabled = enabled;
  }

  void onStart(@Observes @Priority(StartupOrder.SCHEDULED_WORK) StartupEvent start) {
    if (enabled) {
      scheduler.resume();
    }
  }
}
