package org.yujian.testing;

import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.time.Duration;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;

/** Bounds the work of a task by its processor time, which does not depend on other programs. */
public final class ProcessorTime {
  private static final ThreadMXBean THREADS = ManagementFactory.getThreadMXBean();
  private static final int LOOK_MILLIS = 50;

  private ProcessorTime() {}

  /** Runs the task in a thread of its own; fails as soon as it has used more than the limit. */
  public static <T> T within(Duration limit, String what, Callable<T> task) {
    FutureTask<T> result = new FutureTask<>(task);
    Thread thread = new Thread(result, "bounded");
    thread.setDaemon(true);
    thread.start();
    try {
      for (thread.join(LOOK_MILLIS); thread.isAlive(); thread.join(LOOK_MILLIS)) {
        if (THREADS.getThreadCpuTime(thread.getId()) > limit.toNanos()) {
          AssertionError exceeded = new AssertionError(what + " took more than " + limit);
          exceeded.setStackTrace(thread.getStackTrace());
          thread.interrupt();
          throw exceeded;
        }
      }
      return result.get();
    } catch (ExecutionException e) {
      if (e.getCause() instanceof AssertionError failed) {
        throw failed;
      }
      throw new AssertionError(e.getCause());
    } catch (InterruptedException e) {
      throw new AssertionError(e);
    }
  }
}
