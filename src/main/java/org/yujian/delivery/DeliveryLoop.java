package org.yujian.delivery;

import io.quarkus.narayana.jta.QuarkusTransaction;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import org.jboss.logging.Logger;
import org.yujian.shared.transaction.ConflictRetry;
import org.yujian.shared.transaction.Recurring;

/**
 * Claims deliveries, has them sent outside of transactions, and settles in batches what has ended.
 * One thread per node does all but the sending, which is asynchronous ({@link Lanes}).
 *
 * @param <O> how an attempt ended
 */
public final class DeliveryLoop<O> {

  /** Claimed at once. */
  public static final int BATCH = 100;

  private static final Logger LOG = Logger.getLogger(DeliveryLoop.class);

  /** At most in memory. */
  private static final int MOST = 4 * BATCH;

  /** Longest time until new deliveries are looked for while others are being sent. */
  private static final int WAIT_MILLIS = 100;

  /** Time to gather more results for one transaction. */
  private static final int GATHER_MILLIS = 5;

  private static final int SHUTDOWN_SECONDS = 5;

  /** What is special about one kind of delivery. */
  public interface Work<O> {

    /** Whether this node can send at all. */
    boolean ready();

    /**
     * Claims at most {@link #BATCH} deliveries, says so by {@link #claimed}, and begins to send
     * them; each must end by {@link #ended}. Returns how many were claimed.
     */
    int begin();

    /** Writes how attempts ended, in a transaction that may be repeated. */
    void settle(List<O> outcomes);

    /** Called after the commit. */
    default void settled(List<O> outcomes) {}
  }

  private final Work<O> work;
  private final BlockingQueue<O> ended = new LinkedBlockingQueue<>();
  private final Semaphore free = new Semaphore(1);
  private final ExecutorService thread;
  private final Recurring recurring;

  /** Claimed and not settled. */
  private int held;

  private volatile boolean stopping;

  /**
   * @param name name of what is sent, for the log and the thread
   * @param serving false for a command-line run, which ends soon and sends nothing
   */
  public DeliveryLoop(String name, boolean serving, Work<O> work) {
    this.work = work;
    this.stopping = !serving;
    this.thread =
        Executors.newSingleThreadExecutor(
            task -> {
              Thread daemon = new Thread(task, name);
              daemon.setDaemon(true);
              return daemon;
            });
    this.recurring = new Recurring(LOG, "Sending " + name + " failed; retrying every second");
  }

  /** Finds what is due: new deliveries, retries, and leases that have ended. Returns at once. */
  public void look() {
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
  public int runOnce() {
    free.acquireUninterruptibly();
    try {
      return sendWhileThereIsAny();
    } finally {
      free.release();
    }
  }

  /** Must be called before anything can fail after a claim. */
  public void claimed(int count) {
    held += count;
  }

  /** Called once for each claimed delivery, by any thread. */
  public void ended(O outcome) {
    ended.add(outcome);
  }

  /** Whether nothing should be sent any more, because the program ends. */
  public boolean stopping() {
    return stopping;
  }

  private int sendWhileThereIsAny() {
    int settled = 0;
    boolean more = work.ready();
    while (more || held > 0) {
      int begun = stopping || held > MOST - BATCH ? 0 : work.begin();
      List<O> some = results();
      settle(some);
      settled += some.size();
      more = begun > 0 || !some.isEmpty() && !stopping;
    }
    return settled;
  }

  /** Waits for a result while something is being sent, and gathers those that follow it. */
  private List<O> results() {
    List<O> some = new ArrayList<>();
    try {
      O first = held == 0 ? null : ended.poll(WAIT_MILLIS, TimeUnit.MILLISECONDS);
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

  private void settle(List<O> outcomes) {
    if (outcomes.isEmpty()) {
      return;
    }
    held -= outcomes.size();
    ConflictRetry.on(
        () -> {
          QuarkusTransaction.requiringNew().run(() -> work.settle(outcomes));
          return null;
        });
    work.settled(outcomes);
  }

  /** Results of the last seconds are still settled; other claims end with their lease. */
  public void stop() throws InterruptedException {
    stopping = true;
    thread.shutdown();
    thread.awaitTermination(SHUTDOWN_SECONDS, TimeUnit.SECONDS);
  }
}
