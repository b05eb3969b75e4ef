package org.yujian.push;

import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.scheduler.Scheduled;
import io.quarkus.scheduler.Scheduled.ConcurrentExecution;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jboss.logging.Logger;
import org.yujian.change.ChangedThing;
import org.yujian.change.LogFollower;
import org.yujian.change.LogFollowers;
import org.yujian.change.LogPage;
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
class PushFeed implements LogFollower.Work {

  private static final Logger LOG = Logger.getLogger(PushFeed.class);
  private static final int FOLLOWERS = 1_000;

  private final EditionService editions;
  private final PushDeliveryRepository repository;
  private final PushKeys keys;
  private final DatabaseClock clock;
  private final Tailer tailer;
  private final LogFollower follower;
  private final Recurring recurring =
      new Recurring(LOG, "Followers cannot be found for notifications; retrying every second");

  PushFeed(
      LogFollowers followers,
      EditionService editions,
      PushDeliveryRepository repository,
      PushKeys keys,
      DatabaseClock clock,
      Tailer tailer) {
    this.editions = editions;
    this.repository = repository;
    this.keys = keys;
    this.clock = clock;
    this.tailer = tailer;
    this.follower = followers.of("push_position", "push", this);
  }

  /** Another node may have ended before it reached all followers, so those are looked for too. */
  @Scheduled(every = "1s", concurrentExecution = ConcurrentExecution.SKIP)
  void look() {
    if (keys.usable() && !tailer.standby()) {
      follower.look();
      recurring.run(this::notifyAllFollowers);
    }
  }

  /** Reads to the end of the log and inserts deliveries; returns their number. */
  int runOnce() {
    follower.runOnce();
    return notifyAllFollowers();
  }

  @Override
  public int take(List<LogPage.Row> rows) {
    Set<UUID> changed =
        rows.stream()
            .filter(row -> row.thing() == ChangedThing.EDITION)
            .map(LogPage.Row::id)
            .collect(Collectors.toSet());
    Instant old = clock.now().minus(ClaimedPush.LIFE);
    int added = 0;
    for (EditionReferences edition : editions.present(changed).views().values()) {
      if (edition.publishedAt().isAfter(old)) {
        repository.add(edition);
        added++;
      }
    }
    return added;
  }

  /** The log of another server says nothing about what is new. */
  @Override
  public int startOver() {
    return 0;
  }

  @Override
  public void wake() {
    recurring.run(this::notifyAllFollowers);
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

  void onStop(@Observes ShutdownEvent stop) {
    follower.stop();
  }
}
