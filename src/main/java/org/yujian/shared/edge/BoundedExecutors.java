package org.yujian.shared.edge;

import io.vertx.core.impl.ContextInternal;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;

/** Runs one kind of requests on a fixed number of threads of its own, with a bounded queue. */
final class BoundedExecutors implements RequestQueue {
  private final ThreadPoolExecutor pool;

  BoundedExecutors(String name, int threads, int longest) {
    pool =
        new ThreadPoolExecutor(
            threads,
            threads,
            0,
            TimeUnit.SECONDS,
            new ArrayBlockingQueue<>(longest),
            work -> {
              Thread thread = new Thread(work, "yujian-" + name);
              thread.setDaemon(true);
              return thread;
            });
  }

  /** Throws {@link RejectedExecutionException} when the queue is full. */
  @Override
  public void execute(Runnable work) {
    ContextInternal context = ContextInternal.current();
    pool.execute(context == null ? work : () -> context.dispatch(ignored -> work.run()));
  }

  @Override
  public int length() {
    return pool.getQueue().size();
  }

  @Override
  public boolean full() {
    return pool.getQueue().remainingCapacity() == 0;
  }

  @Override
  public void look() {
    // All threads run whenever something waits.
  }
}
