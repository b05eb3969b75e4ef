package org.yujian.shared.web;

import io.vertx.core.impl.ContextInternal;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.concurrent.Executor;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.function.LongSupplier;

/**
 * A few places on the worker threads, and a line before them. Short work runs best when there is no
 * more of it at once than cores: more threads only take the cores from each other, and from the
 * event loops. Who has a place for long waits, as a rule, for something else than a core, for the
 * disk or for a lock: the next then runs beside it.
 *
 * <p>A line takes a burst as long as it is, and ends when it stands: when for a while nobody had a
 * place within a short time, only so many are let in as keep that time (Nichols and Jacobson,
 * Controlling Queue Delay, ACM Queue 2012; for servers Maurer, Fail at Scale, ACM Queue 2015).
 */
final class Line implements Executor {
  /** So long at least a burst is only a burst. */
  static final long INTERVAL_NANOS = TimeUnit.MILLISECONDS.toNanos(100);

  /** Work, with the context that it is to find in its thread, and since when it waits. */
  private record Waiting(Runnable work, ContextInternal context, long since) {}

  /** A worker thread with a place, and since when it does its present work. */
  private static final class Turn {
    private long since;
  }

  /**
   * How much and how many.
   *
   * @param places at once, while the work is short; no more than {@code most}
   * @param most at once, whatever they wait for
   * @param few so many may always wait: clients that ask one after the other are no overload
   * @param longest more never wait
   * @param targetNanos somebody at least should wait no longer
   * @param longNanos who has a place for longer lends it to the next
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

  /** Those whose places count, the longest first. */
  private final Deque<Turn> running = new ArrayDeque<>();

  /** Those too that lent their places. */
  private int active;

  /** From an interval in which nobody had a place in time to one in which nobody was refused. */
  private boolean standing;

  /** How many may wait while it stands. */
  private int soon;

  private long intervalBegin;

  /** Of the interval, the time in which anybody worked; and since when somebody does. */
  private long busy;

  private long busySince;
  private int taken;
  private long leastWait;
  private boolean refused;

  /**
   * @param nanos the time, as {@link System#nanoTime()}
   */
  Line(Executor workers, Limits limits, LongSupplier nanos) {
    this.workers = workers;
    this.limits = limits;
    this.nanos = nanos;
    intervalBegin = nanos.getAsLong();
  }

  /**
   * @throws RejectedExecutionException when no thread is to be had for it
   */
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

  /** How many wait for a place. */
  synchronized int length() {
    return waiting.size();
  }

  /** Whether nobody more is to be let in. */
  synchronized boolean full() {
    boolean full = waiting.size() >= (standing ? soon : limits.longest);
    refused |= full;
    return full;
  }

  /** Lets the next run beside those who have their places for long, when there is such a one. */
  void look() {
    Turn turn = new Turn();
    // Without a thread it waits on.
    start(turn, take(turn));
  }

  /** What keeps it from a thread; null for nothing, or when there is none to start. */
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

  /** One after the other in the same thread, without a way back to the event loop. */
  private void run(Turn turn, Waiting first) {
    for (Waiting next = first; next != null; next = next(turn)) {
      Runnable work = next.work();
      if (next.context() == null) {
        work.run();
      } else {
        // Keeps the thread going whatever is thrown.
        next.context().dispatch(ignored -> work.run());
      }
    }
  }

  /** What this thread does next; null when nobody waits, or all places are taken. */
  private synchronized Waiting next(Turn turn) {
    release(turn);
    return take(turn);
  }

  /** Gives the first of those who wait a place; null when there is none, or nobody waits. */
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
    // Lends its place.
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
