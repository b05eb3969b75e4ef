package org.yujian.shared.edge;

import io.vertx.core.impl.ContextInternal;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.Executor;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;

/**
 * Runs one kind of requests on a fixed number of threads of its own, with a bounded queue. {@link
 * LoadShedder} has one for each kind.
 */
final class BoundedExecutor implements Executor, AutoCloseable {
  private final ThreadPoolExecutor pool;

  /**
   * @param threads number of tasks that run at once
   * @param waiting number of tasks that may wait
   */
  BoundedExecutor(String name, int threads, int waiting) {
    pool =
        new ThreadPoolExecutor(
            threads,
            threads,
            0,
            TimeUnit.SECONDS,
            new ArrayBlockingQueue<>(waiting),
            work -> thread(work, name));
  }

  private static Thread thread(Runnable work, String name) {
    Thread thread = new Thread(work, "yujian-" + name);
    thread.setDaemon(true);
    // The first request of an event loop starts it, with whatever class loader that has.
    thread.setContextClassLoader(BoundedExecutor.class.getClassLoader());
    return thread;
  }

  /**
   * Runs the task later, in the Vert.x context of the caller. Throws {@link
   * RejectedExecutionException} when the queue is full.
   */
  @Override
  public void execute(Runnable task) {
    ContextInternal context = ContextInternal.current();
    pool.execute(context == null ? task : () -> context.dispatch(ignored -> task.run()));
  }

  /** Whether the queue is full; the caller then refuses the request. */
  boolean full() {
    return pool.getQueue().remainingCapacity() == 0;
  }

  /** Number of tasks that wait. */
  int length() {
    return pool.getQueue().size();
  }

  /** Ends the threads when nothing waits any more; takes no further tasks. */
  @Override
  public void close() {
    pool.shutdown();
  }
}
