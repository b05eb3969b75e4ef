package org.yujian.webhook;

import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.scheduler.Scheduled;
import io.quarkus.scheduler.Scheduled.ConcurrentExecution;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicBoolean;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jboss.logging.Logger;
import org.yujian.change.ChangeConsumer;
import org.yujian.change.LogBatch;
import org.yujian.change.LogFilter;
import org.yujian.change.LogPage;
import org.yujian.change.LogPages;
import org.yujian.change.SyncToken;
import org.yujian.change.Tailer;
import org.yujian.shared.time.DatabaseClock;
import org.yujian.shared.transaction.Recurring;
import org.yujian.webhook.DeliveryRepository.NewDelivery;

/**
 * Turns rows of the change log into deliveries: reads on from the stored position, inserts one row
 * per matching endpoint and change, and stores the new position in the same transaction. Every node
 * tries; the one that locks the position does it.
 */
@ApplicationScoped
class WebhookFeed implements ChangeConsumer {

  private static final Logger LOG = Logger.getLogger(WebhookFeed.class);
  private static final String FILTER = "webhooks";
  private static final int PAGE = 1_000;

  private final LogPages log;
  private final Tailer tailer;
  private final WebhookRepository endpoints;
  private final DeliveryRepository deliveries;
  private final WebhookSender sender;
  private final DatabaseClock clock;
  private final boolean scheduled;
  private final AtomicBoolean asked = new AtomicBoolean();
  private final ExecutorService thread =
      Executors.newSingleThreadExecutor(task -> WebhookSender.daemon(task, "webhook-feed"));
  private final Recurring recurring =
      new Recurring(LOG, "The change log cannot be read for webhooks; retrying every second");

  private volatile boolean stopping;

  /** Position after the last run; equal to the tailer's when there is nothing to do. */
  private volatile SyncToken reached;

  WebhookFeed(
      LogPages log,
      Tailer tailer,
      WebhookRepository endpoints,
      DeliveryRepository deliveries,
      WebhookSender sender,
      DatabaseClock clock,
      @ConfigProperty(name = "quarkus.scheduler.enabled", defaultValue = "true") boolean scheduled,
      @ConfigProperty(name = "quarkus.http.host-enabled", defaultValue = "true") boolean serving) {
    this.log = log;
    this.tailer = tailer;
    this.endpoints = endpoints;
    this.deliveries = deliveries;
    this.sender = sender;
    this.clock = clock;
    // A command-line run ends soon.
    this.stopping = !serving;
    this.scheduled = scheduled;
  }

  /** Wakes this class; the rows are read from the log, so that none is missed. */
  @Override
  public void tailed(LogBatch batch) {
    if (scheduled) {
      look();
    }
  }

  @Scheduled(every = "1s", concurrentExecution = ConcurrentExecution.SKIP)
  void look() {
    boolean done = stopping || tailer.newest().filter(newest -> newest.equals(reached)).isPresent();
    if (!done && !tailer.standby() && asked.compareAndSet(false, true)) {
      thread.execute(
          () -> {
            asked.set(false);
            recurring.run(this::runOnce);
          });
    }
  }

  /** Reads to the end of the log; returns the number of deliveries. */
  int runOnce() {
    int added = 0;
    Optional<Step> step;
    do {
      step = QuarkusTransaction.requiringNew().call(this::step);
      added += step.map(Step::added).orElse(0);
    } while (step.isPresent() && step.get().more());
    if (added > 0 && scheduled) {
      sender.look();
    }
    return added;
  }

  private record Step(int added, boolean more) {}

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

  private Optional<Step> step() {
    Optional<String> token = deliveries.lockPosition();
    if (token.isEmpty()) {
      // The first start, or another node is at it.
      deliveries.begin(log.newest().encode(FILTER));
      return Optional.empty();
    }
    SyncToken since = SyncToken.decode(token.get(), FILTER);
    Optional<LogPage> page = log.read(since, LogFilter.ALL, PAGE);
    List<Subscription> all = endpoints.enabled().stream().map(Subscription::of).toList();
    Instant now = clock.now();
    if (page.isEmpty()) {
      return Optional.of(startOver(all, now));
    }
    List<NewDelivery> added = new ArrayList<>();
    for (LogPage.Row row : page.get().rows()) {
      all.stream()
          .filter(one -> one.wants(row))
          .forEach(one -> added.add(NewDelivery.of(one.endpoint(), row)));
    }
    if (!added.isEmpty()) {
      deliveries.add(added, null, now);
    }
    move(page.get().token(), since);
    return Optional.of(new Step(added.size(), page.get().more()));
  }

  /** The log is another one: what changed is unknown, so receivers have to sync. */
  private Step startOver(List<Subscription> all, Instant now) {
    List<NewDelivery> added = all.stream().map(one -> NewDelivery.of(one.endpoint())).toList();
    if (!added.isEmpty()) {
      deliveries.add(added, EventType.LOG_RESET, now);
    }
    move(log.newest(), null);
    return new Step(added.size(), false);
  }

  private void move(SyncToken to, SyncToken from) {
    if (!to.equals(from)) {
      deliveries.move(to.encode(FILTER));
    }
    reached = to;
  }

  void onStop(@Observes ShutdownEvent stop) {
    stopping = true;
    thread.shutdown();
  }
}
