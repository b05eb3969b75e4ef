package org.yujian.push;

import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.scheduler.Scheduled;
import io.quarkus.scheduler.Scheduled.ConcurrentExecution;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jboss.logging.Logger;
import org.yujian.change.ChangedThing;
import org.yujian.change.LogFilter;
import org.yujian.change.LogPage;
import org.yujian.change.LogPages;
import org.yujian.change.SyncToken;
import org.yujian.change.Tailer;
import org.yujian.feed.EditionReferences;
import org.yujian.feed.EditionService;
import org.yujian.push.PushDeliveryRepository.Open;
import org.yujian.push.PushDeliveryRepository.Reached;
import org.yujian.shared.time.DatabaseClock;
import org.yujian.shared.transaction.Recurring;

/**
 * Finds editions that went live in the change log, and inserts a delivery for each subscription of
 * their followers. Every node tries; row locks keep two from doing the same.
 */
@ApplicationScoped
class PushFeed {

  private static final Logger LOG = Logger.getLogger(PushFeed.class);
  private static final String FILTER = "push";
  private static final int PAGE = 1_000;
  private static final int FOLLOWERS = 1_000;

  private final LogPages log;
  private final Tailer tailer;
  private final EditionService editions;
  private final PushDeliveryRepository repository;
  private final PushKeys keys;
  private final DatabaseClock clock;
  private final Recurring recurring =
      new Recurring(LOG, "New editions cannot be found for notifications; retrying every second");

  /** Position after the last run; equal to the tailer's when there is nothing to read. */
  private volatile SyncToken reached;

  PushFeed(
      LogPages log,
      Tailer tailer,
      EditionService editions,
      PushDeliveryRepository repository,
      PushKeys keys,
      DatabaseClock clock) {
    this.log = log;
    this.tailer = tailer;
    this.editions = editions;
    this.repository = repository;
    this.keys = keys;
    this.clock = clock;
  }

  @Scheduled(every = "1s", concurrentExecution = ConcurrentExecution.SKIP)
  void look() {
    if (keys.usable() && !tailer.standby()) {
      recurring.run(this::readAndNotify);
    }
  }

  /**
   * Another node may have ended before it reached all followers, so those are always looked for.
   */
  private void readAndNotify() {
    if (tailer.newest().filter(newest -> newest.equals(reached)).isEmpty()) {
      readAll();
    }
    notifyAllFollowers();
  }

  /** Reads to the end of the log and inserts deliveries; returns their number. */
  int runOnce() {
    readAll();
    return notifyAllFollowers();
  }

  private void readAll() {
    boolean more = true;
    while (more) {
      more = QuarkusTransaction.requiringNew().call(this::read);
    }
  }

  private int notifyAllFollowers() {
    int added = 0;
    Optional<Integer> step = Optional.of(0);
    while (step.isPresent()) {
      step = QuarkusTransaction.requiringNew().call(this::notifySome);
      added += step.orElse(0);
    }
    return added;
  }

  /** Whether more of the log is to be read. */
  private boolean read() {
    Optional<String> token = repository.lockPosition();
    if (token.isEmpty()) {
      // The first start, or another node is at it.
      repository.begin(log.newest().encode(FILTER));
      return false;
    }
    SyncToken since = SyncToken.decode(token.get(), FILTER);
    Optional<LogPage> page = log.read(since, LogFilter.ALL, PAGE);
    page.ifPresent(some -> add(some));
    // The log of another server says nothing about what is new: go on at its end.
    SyncToken to = page.map(LogPage::token).orElseGet(log::newest);
    if (!to.equals(since)) {
      repository.move(to.encode(FILTER));
    }
    if (page.filter(LogPage::more).isPresent()) {
      return true;
    }
    reached = to;
    return false;
  }

  private void add(LogPage page) {
    Set<UUID> changed =
        page.rows().stream()
            .filter(row -> row.thing() == ChangedThing.EDITION)
            .map(LogPage.Row::id)
            .collect(Collectors.toSet());
    Instant old = clock.now().minus(ClaimedPush.LIFE);
    for (EditionReferences edition : editions.present(changed).views().values()) {
      if (edition.publishedAt().isAfter(old)) {
        repository.add(edition);
      }
    }
  }

  /** Reaches some followers of an edition; empty when no edition is open. */
  private Optional<Integer> notifySome() {
    Optional<Open> open = repository.lockOpen();
    return open.map(
        edition -> {
          Reached some = repository.addDeliveries(edition, FOLLOWERS, clock.now());
          repository.move(edition, some, some.followers() < FOLLOWERS);
          return some.deliveries();
        });
  }

  @Scheduled(every = "1h", delayed = "1m")
  void sweep() {
    recurring.run(this::deleteOld);
  }

  /** Twice as old as new editions, so that a forgotten edition is never new again. */
  int deleteOld() {
    return QuarkusTransaction.requiringNew()
        .call(
            () ->
                repository.deletePublishedBefore(
                    clock.now().minus(ClaimedPush.LIFE.multipliedBy(2))));
  }
}
