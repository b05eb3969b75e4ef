package org.yujian.syndication;

import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.scheduler.Scheduled;
import io.quarkus.scheduler.Scheduled.ConcurrentExecution;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.time.Duration;
import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.yujian.change.ChangeConsumer;
import org.yujian.change.LogBatch;
import org.yujian.change.LogFollower;
import org.yujian.change.LogFollowers;
import org.yujian.change.LogPage;
import org.yujian.shared.time.DatabaseClock;

/** Makes subscriptions due when the change log says that their topics may have changed. */
@ApplicationScoped
class HubFeed implements ChangeConsumer, LogFollower.Work {

  /** Further changes within this time need no delivery of their own. */
  static final Duration BURST = Duration.ofSeconds(2);

  private final HubRepository hub;
  private final DatabaseClock clock;
  private final LogFollower follower;

  HubFeed(LogFollowers followers, HubRepository hub, DatabaseClock clock) {
    this.hub = hub;
    this.clock = clock;
    this.follower = followers.of("websub_position", "websub", this);
  }

  @Override
  public void tailed(LogBatch batch) {
    follower.tailed();
  }

  @Scheduled(every = "1s", concurrentExecution = ConcurrentExecution.SKIP)
  void look() {
    follower.look();
  }

  /** Reads to the end of the log; returns the number of subscriptions that became due. */
  int runOnce() {
    return follower.runOnce();
  }

  /** What has no account, such as a tag, can be shown in every feed. */
  @Override
  public int take(List<LogPage.Row> rows) {
    Set<UUID> accounts = new HashSet<>();
    rows.forEach(row -> accounts.addAll(row.accounts()));
    return changed(accounts, rows.stream().anyMatch(row -> row.accounts().isEmpty()));
  }

  @Override
  public int startOver() {
    return changed(Set.of(), true);
  }

  private int changed(Set<UUID> accounts, boolean everyone) {
    Instant now = clock.now();
    return hub.changed(accounts, everyone, now.plus(BURST), now);
  }

  /** Nothing is due before {@link #BURST} is over; the sender looks by the clock. */
  @Override
  public void wake() {}

  void onStop(@Observes ShutdownEvent stop) {
    follower.stop();
  }
}
