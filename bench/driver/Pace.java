package bench;

import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;

/** Steps at a constant rate whatever the server does: those that find no thread wait for one. */
final class Pace {

  /** What is done; {@code intended} is the moment at which it should begin. */
  interface Step {
    void run(long intended) throws Exception;
  }

  private final int threads;
  private final Step step;
  private volatile Exception failure;

  Pace(int threads, Step step) {
    this.threads = threads;
    this.step = step;
  }

  /** Returns when all are done; the first exception of a step ends the run. */
  void run(double rate, double seconds) throws Exception {
    ExecutorService pool = Executors.newFixedThreadPool(threads);
    try {
      long began = System.nanoTime();
      long count = (long) (rate * seconds);
      for (long i = 0; i < count && failure == null; i++) {
        long intended = began + (long) (i * 1e9 / rate);
        awaitMoment(intended);
        pool.execute(() -> run(intended));
      }
    } finally {
      pool.shutdown();
      if (!pool.awaitTermination(60, TimeUnit.SECONDS)) {
        pool.shutdownNow();
      }
    }
    if (failure != null) {
      throw failure;
    }
  }

  private void run(long intended) {
    try {
      step.run(intended);
    } catch (Exception e) {
      failure = e;
    }
  }

  private static void awaitMoment(long moment) {
    long wait = moment - System.nanoTime();
    while (wait > 0) {
      LockSupport.parkNanos(wait);
      wait = moment - System.nanoTime();
    }
  }
}
