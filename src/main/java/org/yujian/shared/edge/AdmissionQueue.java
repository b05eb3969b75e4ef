package org.yujian.shared.edge;

import io.vertx.core.impl.ContextInternal;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.concurrent.Executor;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.function.LongSupplier;

/**
 * Runs one kind of requests on worker threads, with a concurrency limit and a bounded queue. Short
 * work runs best when no more of it runs at once than there are cores: more threads only compete
 * with each other and with the event loops. Work that runs for long usually waits for the disk or
 * for a lock: the next task then runs beside it.
 *
 * <p>The queue absorbs bursts. It counts as overloaded when for an interval no task was started
 * within the target time; then it admits only as many as keep that time (Nichols and Jacobson,
 * Controlling Queue Delay, ACM Queue 2012; for servers Maurer, Fail at Scale, ACM Queue 2015).
 */
final class AdmissionQueue implements RequestQueue {
  /** Time the delay must stay above target before the queue counts as overloaded. */
  static final long INTERVAL_NANOS = TimeUnit.MILLISECONDS.toNanos(100);

  /** A queued task, the context to run it in, and the time at which it was queued. */
  private record Waiting(Runnable work, ContextInternal context, long since) {}

  /** A running worker thread, and the time at which it began its current task. */
  private static final class Turn {
    private long since;
  }

  /**
   * Limits of one queue.
   *
   * @param places concurrency limit for short work; no more than {@code most}
   * @param most concurrency limit whatever the tasks wait for
   * @param few smallest queue limit: clients that send one request after the other are no overload
   * @param longest largest queue limit
   * @param targetNanos the shortest delay in an interval should not exceed this
   * @param longNanos a task that runs longer gives its slot to the next one
   */
  record Limits(int places, int most, int few, int longest, long targetNanos, long longNanos) {
    Limits {
      places = Math.min(places, most);
    }
  }

  private final Executor workers;
  private final Limits limits;
  private final LongSupplier nanos;
  private final Deque<Waiting> waiting = new ArrayDeque<>();

  /** Threads that count against the concurrency limit, the longest running first. */
  private final Deque<Turn> running = new ArrayDeque<>();

  /** All running threads, including those that gave their slots away. */
  private int active;

  /**
   * Overloaded: since an interval with all delays above target, until one without and without
   * refusals.
   */
  private boolean standing;

  /** Queue limit while overloaded. */
  private int soon;

  private long intervalBegin;

  /** Time in the interval with any task running, up to {@code busySince}. */
  private long busy;

  private long busySince;
  private int taken;
  private long leastWait;
  private boolean refused;

  AdmissionQueue(Executor workers, Limits limits, LongSupplier nanos) {
    this.workers = workers;
    this.limits = limits;
    this.nanos = nanos;
    intervalBegin = nanos.getAsLong();
  }

  /** Throws {@link RejectedExecutionException} when no thread is available. */
  @Override
  public void execute(Runnable work) {
    Waiting newcomer = new Waiting(work, ContextInternal.current(), nanos.getAsLong());
    Turn turn = new Turn();
    Waiting next;
    synchronized (this) {
      waiting.add(newcomer);
      next = take(turn);
    }
    RejectedExecutionException full = start(turn, next);
    if (full != null && leave(newcomer)) {
      throw full;
    }
  }

  private synchronized boolean leave(Waiting newcomer) {
    return waiting.remove(newcomer);
  }

  @Override
  public synchronized int length() {
    return waiting.size();
  }

  /** Whether the queue is full; the caller then refuses the request. */
  @Override
  public synchronized boolean full() {
    if (Boolean.getBoolean("bench.oldest")) {
      return waiting.size() >= limits.longest
          || waiting.size() >= limits.few
              && nanos.getAsLong() - waiting.peek().since() > Math.max(limits.targetNanos, 50_000_000);
    }
    boolean full = waiting.size() >= (standing ? soon : limits.longest);
    refused |= full;
    return full;
  }

  /** Starts the next task beside long-running ones, if there are any. */
  @Override
  public void look() {
    Turn turn = new Turn();
    // Without a free thread the task stays queued.
    start(turn, take(turn));
  }

  /** The reason why no thread could start; null when one did, or when there is no task. */
  private RejectedExecutionException start(Turn turn, Waiting next) {
    if (next == null) {
      return null;
    }
    try {
      workers.execute(() -> run(turn, next));
      return null;
    } catch (RejectedExecutionException full) {
      synchronized (this) {
        release(turn);
        waiting.addFirst(next);
      }
      return full;
    }
  }

  /** Runs tasks one after the other in the same thread, without a detour through the event loop. */
  private void run(Turn turn, Waiting first) {
    for (Waiting next = first; next != null; next = next(turn)) {
      Runnable work = next.work();
      if (next.context() == null) {
        work.run();
      } else {
        // Keeps the thread alive whatever is thrown.
        next.context().dispatch(ignored -> work.run());
      }
    }
  }

  /** The thread's next task; null when the queue is empty or the concurrency limit is reached. */
  private synchronized Waiting next(Turn turn) {
    release(turn);
    return take(turn);
  }

  /** The next task; null when the queue is empty or the concurrency limit is reached. */
  private synchronized Waiting take(Turn turn) {
    if (waiting.isEmpty() || !room()) {
      return null;
    }
    long now = nanos.getAsLong();
    Waiting next = waiting.poll();
    waited(now - next.since(), now);
    if (running.isEmpty()) {
      busySince = now;
    }
    active++;
    turn.since = now;
    running.add(turn);
    return next;
  }

  private boolean room() {
    if (running.size() < limits.places) {
      return true;
    }
    if (active >= limits.most || nanos.getAsLong() - running.peek().since <= limits.longNanos) {
      return false;
    }
    // The longest-running task gives its slot away.
    running.remove();
    return true;
  }

  private void release(Turn turn) {
    active--;
    if (running.remove(turn) && running.isEmpty()) {
      busy += nanos.getAsLong() - busySince;
    }
  }

  private void waited(long wait, long now) {
    taken++;
    leastWait = Math.min(leastWait, wait);
    if (now - intervalBegin < INTERVAL_NANOS) {
      return;
    }
    standing = leastWait > limits.targetNanos || standing && refused;
    long worked = busy + (running.isEmpty() ? 0 : now - busySince);
    long inTime = taken * limits.targetNanos / Math.max(1, worked);
    soon = (int) Math.max(limits.few, Math.min(limits.longest, inTime));
    intervalBegin = now;
    busySince = now;
    busy = 0;
    taken = 0;
    leastWait = wait;
    refused = false;
  }
}
