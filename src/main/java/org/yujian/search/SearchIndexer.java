package org.yujian.search;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.scheduler.Scheduled;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.locks.ReadWriteLock;
import java.util.concurrent.locks.ReentrantReadWriteLock;
import java.util.function.IntFunction;
import java.util.function.IntSupplier;
import org.jboss.logging.Logger;
import org.yujian.change.ChangeLog;
import org.yujian.change.ChangedThing;
import org.yujian.shared.time.DatabaseClock;
import org.yujian.shared.transaction.Recurring;

/**
 * What the index needs besides the projection, on every node: rows of older folding rules are made
 * anew in small steps while searches go on, marked drafts are folded, grams are counted, and what
 * writers appended is sorted in. Each step is a transaction that skips what others hold, so a node
 * that dies leaves nothing half done and two nodes share the work.
 */
@ApplicationScoped
public class SearchIndexer {

  private static final Logger LOG = Logger.getLogger(SearchIndexer.class);

  /** Articles of a step: some tens of milliseconds, for which publishing waits. */
  private static final int STEP = 20;

  /** Steps of one call, so that other work of the clock gets its turn. */
  private static final int STEPS = 250;

  /** Steps for somebody who waits for an answer. */
  private static final int FEW_STEPS = 10;

  private static final List<DeskCopy> DESK = List.of(DeskCopy.DRAFT, DeskCopy.WITHDRAWN);

  /** The newest ones are enough: a release is rolled out within minutes. */
  private static final int NEWEST = 1_000;

  private static final int SAMPLE = 5_000;
  private static final double LEAST_SHARE = 0.002;
  private static final Duration SHARES_HOLD = Duration.ofHours(6);
  private static final double GROWN = 1.2;

  @Inject SearchIndexRepository index;
  @Inject SearchProjection projection;
  @Inject GramShareRepository shareCounts;
  @Inject GramShares shares;
  @Inject ChangeLog log;
  @Inject DatabaseClock clock;

  private final Recurring folding =
      new Recurring(LOG, "Texts cannot be folded for searching; trying on every second");

  private final Recurring counting =
      new Recurring(LOG, "Grams cannot be counted for searching; trying on every minute");

  /** Shared by the steps, so that the end of the program waits for one that has begun. */
  private final ReadWriteLock working = new ReentrantReadWriteLock();

  private volatile boolean ending;

  /** Live articles and names; below 0 before anybody looked. */
  private volatile long waiting = -1;

  private final FoldingProgress progress = new FoldingProgress();

  /** Looks how many wait. */
  void measure() {
    waiting = index.waiting();
    progress.line(waiting).ifPresent(LOG::info);
  }

  @Inject
  void register(MeterRegistry registry) {
    Gauge.builder("yujian.search.waiting", this, indexer -> indexer.waiting)
        .description("Articles and names that wait to be folded by the present rules")
        .register(registry);
  }

  @Scheduled(every = "1s", concurrentExecution = Scheduled.ConcurrentExecution.SKIP)
  void tick() {
    folding.run(this::runOnce);
  }

  @Scheduled(
      every = "60s",
      delayed = "5s",
      concurrentExecution = Scheduled.ConcurrentExecution.SKIP)
  void tickSlowly() {
    counting.run(this::countOnce);
  }

  /** Folds what waits, up to some thousand texts; how many it were. */
  public int runOnce() {
    boolean waited = waiting > 0;
    measure();
    if (waited && waiting == 0) {
      // Parts of the feed can be asked for, if no newer release writes.
      shares.read();
    }
    int done = 0;
    if (waiting > 0) {
      done += steps(locked(index::staleLive), projection::live);
      for (ChangedThing kind : List.of(ChangedThing.ACCOUNT, ChangedThing.TAG)) {
        done +=
            steps(locked(most -> index.staleNames(kind, most)), ids -> projection.names(kind, ids));
      }
    }
    for (DeskCopy copy : DESK) {
      done += steps(most -> index.staleDesk(copy, most), ids -> projection.desk(copy, ids));
    }
    QuarkusTransaction.requiringNew().run(index::sortIn);
    return done;
  }

  /**
   * Folds what the desk has just written and taken back, for who searches there now, and waits for
   * who is at it. Of more than some hundred, an archive's, the rest comes with the clock.
   */
  public void foldWritten() {
    for (DeskCopy copy : DESK) {
      steps(FEW_STEPS, most -> index.writtenDesk(copy, most), ids -> projection.desk(copy, ids));
    }
  }

  /** Counts grams when the count is old or the articles have become many more. */
  public void countOnce() {
    QuarkusTransaction.requiringNew().run(() -> index.addMissed(NEWEST));
    QuarkusTransaction.requiringNew()
        .run(
            () -> {
              Instant now = clock.now();
              if (shareCounts.claimCount(now.minus(SHARES_HOLD), GROWN)) {
                shareCounts.countShares(SAMPLE, LEAST_SHARE, now);
              }
            });
    shares.read();
  }

  /** The log's lock first and rows after it, as whoever publishes does. */
  private IntFunction<List<UUID>> locked(IntFunction<List<UUID>> claim) {
    return most -> {
      log.lock();
      return claim.apply(most);
    };
  }

  /** Makes rows anew. */
  private interface Work {
    void on(List<UUID> ids);
  }

  /** No step begins any more: its transaction would lose the database in the middle. */
  void end(@Observes ShutdownEvent event) {
    ending = true;
    working.writeLock().lock();
    working.writeLock().unlock();
  }

  private int steps(IntFunction<List<UUID>> claim, Work work) {
    return steps(STEPS, claim, work);
  }

  private int steps(int most, IntFunction<List<UUID>> claim, Work work) {
    IntSupplier step =
        () -> {
          List<UUID> ids = claim.apply(STEP);
          if (!ids.isEmpty()) {
            work.on(ids);
          }
          return ids.size();
        };
    int done = 0;
    for (int i = 0; i < most && !ending; i++) {
      working.readLock().lock();
      int some;
      try {
        some = QuarkusTransaction.requiringNew().call(step::getAsInt);
      } finally {
        working.readLock().unlock();
      }
      done += some;
      // What others made meanwhile is missing from a step, so a short one is not the last.
      if (some == 0) {
        break;
      }
    }
    return done;
  }
}
