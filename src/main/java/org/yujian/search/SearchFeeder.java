package org.yujian.search;

import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import jakarta.annotation.Priority;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jboss.logging.Logger;
import org.yujian.change.ChangeConsumer;
import org.yujian.change.LogBatch;
import org.yujian.change.SyncToken;
import org.yujian.change.Tailer;
import org.yujian.search.index.IndexGeneration;
import org.yujian.search.index.SearchIndex;
import org.yujian.search.question.DocumentTokens;
import org.yujian.shared.order.StartupOrder;
import org.yujian.shared.transaction.Recurring;

/**
 * Feeds this node's search index from the change log, in one thread of its own. Without the
 * scheduler, as in tests, there is no thread: {@link #catchUp} does the work.
 */
@ApplicationScoped
public class SearchFeeder implements ChangeConsumer {

  private static final Logger LOG = Logger.getLogger(SearchFeeder.class);

  /** Time until the log is read without a notification, and after a failure. */
  private static final long PAUSE = TimeUnit.SECONDS.toNanos(1);

  private static final long PURGES = TimeUnit.MINUTES.toNanos(1);
  private static final long END = TimeUnit.SECONDS.toMillis(10);

  private final Tailer tailer;
  private final IndexFeed feed;
  private final boolean enabled;
  private final boolean threaded;

  private final Recurring recurring =
      new Recurring(LOG, "The search index cannot be fed; retrying every second");

  /** Guards {@link #wanted}. */
  private final ReentrantLock lock = new ReentrantLock();

  private final Condition changed = lock.newCondition();
  private boolean wanted;

  /** How often the log was replaced; changed by one thread at a time. */
  private volatile int resets;

  private volatile int resetsTaken;
  private volatile boolean stopping;
  private volatile boolean failing;
  private long purgesReadAt = System.nanoTime() - PURGES;
  private FillingProgress said = FillingProgress.UNKNOWN;
  private Thread thread;

  SearchFeeder(
      SearchIndex engine,
      LiveTexts texts,
      Tailer tailer,
      @ConfigProperty(name = "quarkus.scheduler.enabled", defaultValue = "true") boolean scheduled,
      @ConfigProperty(name = "quarkus.http.host-enabled", defaultValue = "true") boolean serving) {
    this.tailer = tailer;
    this.feed =
        new IndexFeed(engine, texts, IndexRules.current(), new BatchWriter(DocumentTokens::of));
    // A command-line run ends soon.
    this.enabled = serving;
    this.threaded = scheduled;
  }

  void onStart(@Observes @Priority(StartupOrder.SCHEDULED_WORK) StartupEvent start) {
    if (enabled && threaded) {
      thread = new Thread(this::run, "yujian-search-feeder");
      thread.setDaemon(true);
      thread.start();
    }
  }

  /** Waits for the last commit. The engine is closed later, when nobody searches any more. */
  void onStop(@Observes ShutdownEvent stop) throws InterruptedException {
    stopping = true;
    signal();
    if (thread != null) {
      thread.join(END);
    } else {
      attempt(feed::commit);
    }
  }

  @Override
  public void tailed(LogBatch batch) {
    lock.lock();
    try {
      wanted = true;
      resets += batch.reset() ? 1 : 0;
      changed.signalAll();
    } finally {
      lock.unlock();
    }
  }

  private void signal() {
    lock.lock();
    try {
      changed.signalAll();
    } finally {
      lock.unlock();
    }
  }

  /** The generation for searches; empty until the first one is whole, or in a command-line run. */
  Optional<IndexGeneration> served() {
    return enabled ? feed.served() : Optional.empty();
  }

  FillingProgress progress() {
    return feed.progress();
  }

  boolean enabled() {
    return enabled;
  }

  /** Whether the last attempt to write failed. */
  boolean failing() {
    return failing;
  }

  /** Numbers of the log that this node knows and searches do not find yet. */
  long behind() {
    SyncToken applied = feed.applied();
    return applied == null
        ? tailer.position().seq()
        : Math.max(0, tailer.position().seq() - applied.seq());
  }

  /** See {@link CurrentIndex#catchUp}. */
  boolean catchUp(Duration atMost) {
    if (!enabled || stopping) {
      return false;
    }
    if (!threaded) {
      attempt(this::runOnce);
      return !failing;
    }
    SyncToken end = tailer.token().orElse(null);
    long left = atMost.toNanos();
    lock.lock();
    try {
      while (!has(end)) {
        if (failing || !isAtHand() || left <= 0) {
          return false;
        }
        wanted = true;
        changed.signalAll();
        left = changed.awaitNanos(left);
      }
      return true;
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return false;
    } finally {
      lock.unlock();
    }
  }

  /** Whether the index may get there within a second. */
  private boolean isAtHand() {
    FillingProgress progress = feed.progress();
    return progress.whole() || progress.soon() || feed.applied() != null;
  }

  private boolean has(SyncToken end) {
    SyncToken applied = feed.applied();
    return resets == resetsTaken
        && applied != null
        && (end == null || applied.epoch() == end.epoch() && applied.seq() >= end.seq());
  }

  private void run() {
    try {
      while (!stopping) {
        long began = System.nanoTime();
        attempt(this::work);
        signal();
        pause(System.nanoTime() - began);
      }
      attempt(feed::commit);
    } finally {
      // Searches do not wait for a thread that has ended.
      failing = true;
      signal();
    }
  }

  private void attempt(Runnable work) {
    recurring.run(
        () -> {
          try {
            work.run();
            failing = false;
          } catch (RuntimeException failure) {
            failing = true;
            feed.reopen();
            throw failure;
          }
        });
  }

  /** A portion of a filling, or everything up to the end of the log. */
  private void work() {
    boolean another = takeReset();
    if (another
        || !feed.progress().whole()
        || !tailer.newest().equals(Optional.ofNullable(feed.applied()))) {
      boolean more;
      do {
        if (feed.followPrevious()) {
          signal();
        }
        more = feed.step();
        feed.progress().line(said).ifPresent(LOG::info);
        said = feed.progress();
        feed.tick();
        signal();
      } while (more && !feed.filling() && !stopping);
    }
    feed.tick();
    if (System.nanoTime() - purgesReadAt >= PURGES) {
      feed.expunge();
      purgesReadAt = System.nanoTime();
    }
  }

  /** Forgets where the feed was, if the log was replaced meanwhile. */
  private boolean takeReset() {
    int all = resets;
    if (all == resetsTaken) {
      return false;
    }
    if (resetsTaken == 0) {
      feed.reopen();
    } else {
      feed.forget();
    }
    resetsTaken = all;
    return true;
  }

  /**
   * Until there are new rows. A filling leaves half of a core to others, unless searches wait for
   * the first index.
   */
  private void pause(long worked) {
    boolean filling = feed.filling();
    long rest = feed.served().isPresent() ? Math.min(worked, PAUSE) : 0;
    long left = filling && !failing ? rest : PAUSE;
    lock.lock();
    try {
      while (left > 0 && !stopping && (!wanted || filling || failing)) {
        left = changed.awaitNanos(left);
      }
      wanted = false;
    } catch (InterruptedException e) {
      stopping = true;
    } finally {
      lock.unlock();
    }
  }

  /** Everything up to the end of the log, a filling too, and what purges ask for. */
  void runOnce() {
    takeReset();
    while (feed.step()) {
      feed.tick();
    }
    feed.expunge();
  }
}
