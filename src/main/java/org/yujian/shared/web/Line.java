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
 * event loops. Who has a place for long waits for something else than a core, for the disk or for a
 * lock: the next then runs beside it.
 *
 * <p>A line takes a burst as long as it is, and ends when it stands: when for a while nobody had a
 * place within a short time, only so many are let in as keep that time (Nichols and Jacobson,
 * Controlling Queue Delay, ACM Queue 2012; for servers Maurer, Fail at Scale, ACM Queue 2015).
 */
final class Line implements Executor {
  static final long LONG_NANOS = TimeUnit.MILLISECONDS.toNanos(20);

  /** So long at least a burst is only a burst. */
  static final long INTERVAL_NANOS = TimeUnit.MILLISECONDS.toNanos(100);

  /** Work, with the context that it is to find in its thread, and since when it waits. */
  private record Waiting(Runnable work, ContextInternal context, long since) {}

  /** A worker thread with a place, and since when it does its present work. */
  private static final class Turn {
    private long since;
  }

  private final Executor workers;
  private final int places;
  private final int most;
  private final int longest;
  private final long target;
  private final LongSupplier nanos;
  private final Deque<Waiting> waiting = new ArrayDeque<>();

  /** Those whose places count, the longest first. */
  private final Deque<Turn> running = new ArrayDeque<>();

  /** Those too that lent their places. */
  private int active;

  /** From an interval in which nobody had a place in time to one in which nobody was refused. */
  private boolean standing;

  /** How many may wait while it stands. */
  private int few;

  private long intervalBegin;
  private int taken;
  private long leastWait;
  private boolean refused;

  /**
   * @param places at once, while the work is short
   * @param most at once, whatever they wait for
   * @param longest so many may wait
   * @param target nanoseconds that somebody at least should wait no longer than
   * @param nanos the time, as {@link System#nanoTime()}
   */
  Line(Executor workers, int places, int most, int longest, long target, LongSupplier nanos) {
    this.workers = workers;
    this.places = places;
    this.most = most;
    this.longest = longest;
    this.target = target;
    this.nanos = nanos;
    intervalBegin = nanos.getAsLong();
  }

  @Override
  public void execute(Runnable work) {
    Waiting next = new Waiting(work, ContextInternal.current(), nanos.getAsLong());
    Turn turn;
    synchronized (this) {
      turn = place();
      if (turn == null) {
        waiting.add(next);
      } else {
        waited(0);
      }
    }
    if (turn != null) {
      start(turn, next);
    }
  }

  /** How many wait for a place. */
  synchronized int length() {
    return waiting.size();
  }

  /** Whether nobody more is to be let in. */
  synchronized boolean full() {
    boolean full = waiting.size() >= (standing ? few : longest);
    refused |= full;
    return full;
  }

  /** The next in turn; null when nobody waits. */
  private Waiting poll() {
    Waiting next = waiting.poll();
    if (next != null) {
      waited(nanos.getAsLong() - next.since());
    }
    return next;
  }

  private void waited(long wait) {
    taken++;
    leastWait = Math.min(leastWait, wait);
    long elapsed = nanos.getAsLong() - intervalBegin;
    if (elapsed >= INTERVAL_NANOS) {
      standing = leastWait > target || standing && refused;
      few = (int) Math.max(places, taken * target / elapsed);
      intervalBegin += elapsed;
      taken = 0;
      leastWait = wait;
      refused = false;
    }
  }

  /** Lets the next run beside those who have their places for long, when there is such a one. */
  void look() {
    Waiting next = null;
    Turn turn;
    synchronized (this) {
      turn = waiting.isEmpty() ? null : place();
      if (turn != null) {
        next = poll();
      }
    }
    if (turn != null) {
      start(turn, next);
    }
  }

  /** Null when there is none. */
  private Turn place() {
    if (running.size() >= places) {
      if (active >= most || !lends(running.peek())) {
        return null;
      }
      running.remove();
    }
    active++;
    return running(new Turn());
  }

  private boolean lends(Turn longest) {
    return nanos.getAsLong() - longest.since > LONG_NANOS;
  }

  private Turn running(Turn turn) {
    turn.since = nanos.getAsLong();
    running.add(turn);
    return turn;
  }

  private void start(Turn turn, Waiting first) {
    try {
      workers.execute(() -> run(turn, first));
    } catch (RejectedExecutionException full) {
      next(turn);
      throw full;
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

  /** What this thread does next; null when it has lent its place, or nobody waits. */
  private synchronized Waiting next(Turn turn) {
    running.remove(turn);
    Waiting next = running.size() < places ? poll() : null;
    if (next == null) {
      active--;
    } else {
      running(turn);
    }
    return next;
  }
}
