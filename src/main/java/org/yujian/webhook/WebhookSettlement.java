package org.yujian.webhook;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.UUID;
import org.yujian.auth.Audit;
import org.yujian.auth.AuditEvent;
import org.yujian.auth.Caller;

/** Settles attempts: their rows, the pauses of their endpoints, and endpoints to disable. */
@ApplicationScoped
class WebhookSettlement {

  private static final Caller PROGRAM = Caller.program("webhooks");

  private final DeliveryRepository deliveries;
  private final WebhookRepository endpoints;
  private final Audit audit;

  WebhookSettlement(DeliveryRepository deliveries, WebhookRepository endpoints, Audit audit) {
    this.deliveries = deliveries;
    this.endpoints = endpoints;
    this.audit = audit;
  }

  /** Endpoints first and in the order of their ids, as a deletion locks them before deliveries. */
  void settle(List<Outcome> outcomes, Instant now) {
    List<UUID> reached = new ArrayList<>();
    Map<UUID, List<Outcome>> others = new TreeMap<>();
    DeliveryRepository.byEndpoint(outcomes)
        .forEach(
            (endpoint, some) -> {
              if (some.stream().anyMatch(Outcome::delivered)) {
                reached.add(endpoint);
              }
              others.put(endpoint, some);
            });
    if (!reached.isEmpty()) {
      deliveries.reached(reached);
    }
    others.forEach(
        (endpoint, some) -> unsuccessful(endpoint, some, reached.contains(endpoint), now));
    deliveries.settle(outcomes, now);
  }

  private void unsuccessful(UUID endpoint, List<Outcome> some, boolean reached, Instant now) {
    Duration pause =
        some.stream()
            .map(outcome -> outcome.verdict().pause())
            .filter(Objects::nonNull)
            .max(Duration::compareTo)
            .orElse(Duration.ZERO);
    if (!reached && some.stream().anyMatch(Outcome::unreachable)) {
      DeliveryRepository.Failing failing =
          deliveries.unreachable(endpoint, now).orElse(new DeliveryRepository.Failing(0, now));
      Duration longer = RetryPolicy.pause(failing.failures());
      pause = pause.compareTo(longer) > 0 ? pause : longer;
      if (failing.since().plus(RetryPolicy.FAILING).isBefore(now)) {
        disable(endpoint, "failing", now);
      }
    }
    if (!pause.isZero()) {
      deliveries.pause(endpoint, now.plus(pause));
    }
    if (some.stream().anyMatch(outcome -> outcome.verdict().disable())) {
      disable(endpoint, "gone", now);
    }
  }

  private void disable(UUID id, String reason, Instant now) {
    endpoints
        .lock(id)
        .ifPresent(
            endpoint -> {
              DeskWebhook before = DeskWebhook.of(endpoint);
              if (endpoint.disable(reason, now)) {
                audit.record(
                    PROGRAM,
                    new AuditEvent(
                        "webhook.disable", "webhook", id, null, before, DeskWebhook.of(endpoint)));
              }
            });
  }
}
