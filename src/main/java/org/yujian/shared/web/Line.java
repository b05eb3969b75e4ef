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
 */
final class Line implements Executor {
  static final long LONG_NANOS = TimeUnit.MILLISECONDS.toNanos(20);

  /** Work, with the context that it is to find in its thread. */
  private record Waiting(Runnable work, ContextInternal context) {}

  /** A worker thread with a place, and since when it does its present work. */
  private static final class Turn {
    private long since;
  }

  private final Executor workers;
  private final int places;
  private final int most;
  private final LongSupplier nanos;
  private final Deque<Waiting> waiting = new ArrayDeque<>();

  /** Those whose places count, the longest first. */
  private final Deque<Turn> running = new ArrayDeque<>();

  /** Those too that lent their places. */
  private int active;

  /**
   * @param places at once, while the work is short
   * @param most at once, whatever they wait for
   * @param nanos the time, as {@link System#nanoTime()}
   */
  Line(Executor workers, int places, int most, LongSupplier nanos) {
    this.workers = workers;
    this.places = places;
    this.most = most;
    this.nanos = nanos;
  }

  @Override
  public void execute(Runnable work) {
    Waiting next = new Waiting(work, ContextInternal.current());
    Turn turn;
    synchronized (this) {
      turn = place();
      if (turn == null) {
        waiting.add(next);
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

  /** Lets the next run beside those who have their places for long, when there is such a one. */
  void look() {
    Waiting next = null;
    Turn turn;
    synchronized (this) {
      turn = waiting.isEmpty() ? null : place();
      if (turn != null) {
        next = waiting.poll();
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
    Waiting next = running.size() < places ? waiting.poll() : null;
    if (next == null) {
      active--;
    } else {
      running(turn);
    }
    return next;
  }
}
