package org.yujian.webhook;

import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.scheduler.Scheduled;
import io.quarkus.scheduler.Scheduled.ConcurrentExecution;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.yujian.change.ChangeConsumer;
import org.yujian.change.LogBatch;
import org.yujian.change.LogFollower;
import org.yujian.change.LogFollowers;
import org.yujian.change.LogPage;
import org.yujian.shared.time.DatabaseClock;
import org.yujian.webhook.DeliveryRepository.NewDelivery;

/** Turns rows of the change log into deliveries: one per matching endpoint and change. */
@ApplicationScoped
class WebhookFeed implements ChangeConsumer, LogFollower.Work {

  private final WebhookRepository endpoints;
  private final DeliveryRepository deliveries;
  private final WebhookSender sender;
  private final DatabaseClock clock;
  private final LogFollower follower;

  WebhookFeed(
      LogFollowers followers,
      WebhookRepository endpoints,
      DeliveryRepository deliveries,
      WebhookSender sender,
      DatabaseClock clock) {
    this.endpoints = endpoints;
    this.deliveries = deliveries;
    this.sender = sender;
    this.clock = clock;
    this.follower = followers.of("webhook_position", "webhooks", this);
  }

  @Override
  public void tailed(LogBatch batch) {
    follower.tailed();
  }

  @Scheduled(every = "1s", concurrentExecution = ConcurrentExecution.SKIP)
  void look() {
    follower.look();
  }

  /** Reads to the end of the log; returns the number of deliveries. */
  int runOnce() {
    return follower.runOnce();
  }

  @Override
  public void wake() {
    sender.look();
  }

  /** What an endpoint wants; no accounts mean all of them. */
  private record Subscription(UUID endpoint, Set<String> events, Set<UUID> accounts) {

    static Subscription of(WebhookEndpoint endpoint) {
      return new Subscription(
          endpoint.id,
          Set.of(endpoint.events),
          endpoint.accountIds == null ? Set.of() : Set.of(endpoint.accountIds));
    }

    boolean wants(LogPage.Row row) {
      return EventType.wanted(events, row.thing())
          && (accounts.isEmpty()
              || row.accounts().isEmpty()
              || row.accounts().stream().anyMatch(accounts::contains));
    }
  }

  private List<Subscription> subscriptions() {
    return endpoints.enabled().stream().map(Subscription::of).toList();
  }

  @Override
  public int take(List<LogPage.Row> rows) {
    List<Subscription> all = subscriptions();
    List<NewDelivery> added = new ArrayList<>();
    for (LogPage.Row row : rows) {
      all.stream()
          .filter(one -> one.wants(row))
          .forEach(one -> added.add(NewDelivery.of(one.endpoint(), row)));
    }
    return add(added, null);
  }

  /** What changed is unknown, so receivers have to sync. */
  @Override
  public int startOver() {
    List<NewDelivery> added =
        subscriptions().stream().map(one -> NewDelivery.of(one.endpoint())).toList();
    return add(added, EventType.LOG_RESET);
  }

  private int add(List<NewDelivery> added, String type) {
    if (!added.isEmpty()) {
      deliveries.add(added, type, clock.now());
    }
    return added.size();
  }

  void onStop(@Observes ShutdownEvent stop) {
    follower.stop();
  }
}
