package org.yujian.webhook;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.scheduler.Scheduled;
import io.quarkus.scheduler.Scheduled.ConcurrentExecution;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ThreadLocalRandom;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jboss.logging.Logger;
import org.yujian.delivery.DeliveryLoop;
import org.yujian.delivery.Lanes;
import org.yujian.delivery.OutgoingResult;
import org.yujian.delivery.SecretBox;
import org.yujian.shared.time.DatabaseClock;

/**
 * Sends deliveries: claims some in a short transaction, makes their events in one snapshot, sends
 * them outside of transactions, and settles what has ended in another transaction.
 */
@ApplicationScoped
class WebhookSender implements DeliveryLoop.Work<Outcome> {

  private static final Logger LOG = Logger.getLogger(WebhookSender.class);

  /** A delivery with its event. */
  private record Prepared(ClaimedDelivery delivery, EventBodies.Made event) {}

  private final DeliveryRepository deliveries;
  private final EventBodies events;
  private final WebhookClient client;
  private final WebhookSettlement settlement;
  private final SecretBox secrets;
  private final DatabaseClock clock;
  private final Clock wall;
  private final MeterRegistry metrics;
  private final Lanes<UUID, Prepared> lanes = new Lanes<>(this::send, this::late);
  private final DeliveryLoop<Outcome> loop;

  WebhookSender(
      DeliveryRepository deliveries,
      EventBodies events,
      WebhookClient client,
      WebhookSettlement settlement,
      SecretBox secrets,
      DatabaseClock clock,
      Clock wall,
      MeterRegistry metrics,
      @ConfigProperty(name = "quarkus.http.host-enabled", defaultValue = "true") boolean serving) {
    this.deliveries = deliveries;
    this.events = events;
    this.client = client;
    this.settlement = settlement;
    this.secrets = secrets;
    this.clock = clock;
    this.wall = wall;
    this.metrics = metrics;
    this.loop = new DeliveryLoop<>("webhooks", serving, this);
  }

  @Scheduled(every = "1s", concurrentExecution = ConcurrentExecution.SKIP)
  void look() {
    loop.look();
  }

  /** Sends until nothing is due; returns the number of settled deliveries. */
  int runOnce() {
    return loop.runOnce();
  }

  @Override
  public boolean ready() {
    return secrets.usable();
  }

  @Override
  public int begin() {
    List<ClaimedDelivery> claimed =
        QuarkusTransaction.requiringNew()
            .call(() -> deliveries.claim(DeliveryLoop.BATCH, clock.now()));
    loop.claimed(claimed.size());
    if (claimed.isEmpty()) {
      return 0;
    }
    Map<UUID, EventBodies.Made> made;
    try {
      made = events.of(claimed);
    } catch (RuntimeException away) {
      claimed.forEach(delivery -> loop.ended(Outcome.released(delivery)));
      throw away;
    }
    for (ClaimedDelivery delivery : claimed) {
      EventBodies.Made event = made.get(delivery.id());
      if (event == null) {
        loop.ended(Outcome.skipped(delivery, null, "superseded"));
      } else if (!EventType.wanted(delivery.receiver().events(), event.type())) {
        loop.ended(Outcome.skipped(delivery, event.type(), "not-wanted"));
      } else {
        lanes.add(delivery.receiver().id(), new Prepared(delivery, event), delivery.claimedAt());
      }
    }
    lanes.go();
    return claimed.size();
  }

  private void late(Prepared prepared) {
    loop.ended(Outcome.released(prepared.delivery()));
  }

  private CompletableFuture<OutgoingResult> send(Prepared prepared) {
    ClaimedDelivery delivery = prepared.delivery();
    if (loop.stopping()) {
      loop.ended(Outcome.released(delivery));
      return CompletableFuture.completedFuture(null);
    }
    CompletableFuture<OutgoingResult> result;
    try {
      ClaimedDelivery.Receiver receiver = delivery.receiver();
      result =
          client.send(
              receiver.url(), delivery.id().toString(), prepared.event().body(), keys(receiver));
    } catch (RuntimeException ours) {
      LOG.error("A webhook cannot be signed or sent", ours);
      result = CompletableFuture.failedFuture(ours);
    }
    return result.whenComplete(
        (got, failure) ->
            loop.ended(failure == null ? outcome(prepared, got) : Outcome.unsent(delivery)));
  }

  private Outcome outcome(Prepared prepared, OutgoingResult result) {
    double random = ThreadLocalRandom.current().nextDouble();
    return Outcome.of(prepared.delivery(), prepared.event().type(), result, wall.instant(), random);
  }

  private List<WebhookSecret> keys(ClaimedDelivery.Receiver receiver) {
    List<WebhookSecret> keys = new ArrayList<>();
    keys.add(open(receiver, receiver.secret()));
    if (receiver.previousSecret() != null) {
      keys.add(open(receiver, receiver.previousSecret()));
    }
    return keys;
  }

  private WebhookSecret open(ClaimedDelivery.Receiver receiver, byte[] sealed) {
    return new WebhookSecret(receiver.algorithm(), secrets.open(sealed, receiver.id().toString()));
  }

  @Override
  public void settle(List<Outcome> outcomes) {
    settlement.settle(outcomes, clock.now());
  }

  @Override
  public void settled(List<Outcome> outcomes) {
    outcomes.stream().filter(Outcome::counted).forEach(outcome -> count(outcome.verdict().state()));
  }

  private void count(DeliveryState state) {
    Counter.builder("yujian.webhook.attempts")
        .description("Attempts by what became of their deliveries")
        .tag("outcome", state.text())
        .register(metrics)
        .increment();
  }

  void onStop(@Observes ShutdownEvent stop) throws InterruptedException {
    loop.stop();
  }
}
