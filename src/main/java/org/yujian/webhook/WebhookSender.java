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
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.Semaphore;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.TimeUnit;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jboss.logging.Logger;
import org.yujian.delivery.OutgoingResult;
import org.yujian.delivery.SecretBox;
import org.yujian.shared.time.DatabaseClock;
import org.yujian.shared.transaction.ConflictRetry;
import org.yujian.shared.transaction.Recurring;

/**
 * Sends deliveries: claims some in a short transaction, makes their events in one snapshot, sends
 * them outside of transactions, and settles what has ended in another transaction. One thread per
 * node does all but the sending, which is asynchronous.
 */
@ApplicationScoped
class WebhookSender {

  private static final Logger LOG = Logger.getLogger(WebhookSender.class);

  /** Claimed at once, and at most in memory. */
  private static final int BATCH = 100;

  private static final int MOST = 4 * BATCH;

  /** Longest time until new deliveries are looked for while others are being sent. */
  private static final int WAIT_MILLIS = 100;

  /** Time to gather more results for one transaction. */
  private static final int GATHER_MILLIS = 5;

  private static final int SHUTDOWN_SECONDS = 5;

  private final DeliveryRepository deliveries;
  private final EventBodies events;
  private final WebhookClient client;
  private final WebhookSettlement settlement;
  private final SecretBox secrets;
  private final DatabaseClock clock;
  private final Clock wall;
  private final MeterRegistry metrics;
  private final Map<UUID, Lane> lanes = new HashMap<>();
  private final BlockingQueue<Outcome> ended = new LinkedBlockingQueue<>();
  private final Semaphore free = new Semaphore(1);
  private final ExecutorService thread =
      Executors.newSingleThreadExecutor(task -> daemon(task, "webhooks"));
  private final Recurring recurring =
      new Recurring(LOG, "Webhooks cannot be sent; retrying every second");

  /** Claimed and not settled. */
  private int held;

  private volatile boolean stopping;

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
    // A command-line run ends soon.
    this.stopping = !serving;
  }

  static Thread daemon(Runnable task, String name) {
    Thread daemon = new Thread(task, name);
    daemon.setDaemon(true);
    return daemon;
  }

  /** Finds what is due: new deliveries, retries, and leases that have ended. */
  @Scheduled(every = "1s", concurrentExecution = ConcurrentExecution.SKIP)
  void look() {
    if (!stopping && free.tryAcquire()) {
      thread.execute(
          () -> {
            try {
              recurring.run(this::sendWhileThereIsAny);
            } finally {
              free.release();
            }
          });
    }
  }

  /** Sends until nothing is due; returns the number of settled deliveries. Waits for its turn. */
  int runOnce() {
    free.acquireUninterruptibly();
    try {
      return sendWhileThereIsAny();
    } finally {
      free.release();
    }
  }

  private int sendWhileThereIsAny() {
    int settled = 0;
    boolean more = secrets.usable();
    while (more || held > 0) {
      int begun = stopping || held > MOST - BATCH ? 0 : begin();
      List<Outcome> some = results();
      settle(some);
      settled += some.size();
      more = begun > 0 || !some.isEmpty() && !stopping;
    }
    return settled;
  }

  private int begin() {
    List<ClaimedDelivery> claimed =
        QuarkusTransaction.requiringNew().call(() -> deliveries.claim(BATCH, clock.now()));
    held += claimed.size();
    if (claimed.isEmpty()) {
      return 0;
    }
    Map<UUID, EventBodies.Made> made;
    try {
      made = events.of(claimed);
    } catch (RuntimeException away) {
      claimed.forEach(delivery -> ended.add(Outcome.released(delivery)));
      throw away;
    }
    for (ClaimedDelivery delivery : claimed) {
      EventBodies.Made event = made.get(delivery.id());
      if (event == null) {
        ended.add(Outcome.skipped(delivery, null, "superseded"));
      } else if (!EventType.wanted(delivery.receiver().events(), event.type())) {
        ended.add(Outcome.skipped(delivery, event.type(), "not-wanted"));
      } else {
        lane(delivery.receiver().id()).add(new Lane.Prepared(delivery, event));
      }
    }
    lanes.values().forEach(Lane::go);
    return claimed.size();
  }

  private Lane lane(UUID endpoint) {
    return lanes.computeIfAbsent(
        endpoint,
        one -> new Lane(this::send, late -> ended.add(Outcome.released(late.delivery()))));
  }

  private CompletableFuture<OutgoingResult> send(Lane.Prepared prepared) {
    ClaimedDelivery delivery = prepared.delivery();
    if (stopping) {
      ended.add(Outcome.released(delivery));
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
            ended.add(failure == null ? outcome(prepared, got) : Outcome.unsent(delivery)));
  }

  private Outcome outcome(Lane.Prepared prepared, OutgoingResult result) {
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

  /** Waits for a result while something is being sent, and gathers those that follow it. */
  private List<Outcome> results() {
    List<Outcome> some = new ArrayList<>();
    try {
      Outcome first = held == 0 ? null : ended.poll(WAIT_MILLIS, TimeUnit.MILLISECONDS);
      while (first != null) {
        some.add(first);
        ended.drainTo(some, BATCH - some.size());
        boolean all = some.size() == BATCH || some.size() == held;
        first = all ? null : ended.poll(GATHER_MILLIS, TimeUnit.MILLISECONDS);
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      stopping = true;
    }
    return some;
  }

  private void settle(List<Outcome> outcomes) {
    if (outcomes.isEmpty()) {
      return;
    }
    held -= outcomes.size();
    ConflictRetry.on(
        () -> {
          QuarkusTransaction.requiringNew().run(() -> settlement.settle(outcomes, clock.now()));
          return null;
        });
    outcomes.stream().filter(Outcome::counted).forEach(outcome -> count(outcome.verdict().state()));
    lanes.values().removeIf(Lane::idle);
  }

  private void count(DeliveryState state) {
    Counter.builder("yujian.webhook.attempts")
        .description("Attempts by what became of their deliveries")
        .tag("outcome", state.text())
        .register(metrics)
        .increment();
  }

  /** Results of the last seconds are still settled; other claims end with their lease. */
  void onStop(@Observes ShutdownEvent stop) throws InterruptedException {
    stopping = true;
    thread.shutdown();
    thread.awaitTermination(SHUTDOWN_SECONDS, TimeUnit.SECONDS);
  }
}
