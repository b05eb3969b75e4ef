package org.yujian.search;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import org.yujian.shared.problem.ProblemCode;

/**
 * How many searches run at once on a node: a part of the worker threads and of the pool, so that
 * the costliest questions leave lists and articles their latency. Who finds no place within a
 * moment is told to come again.
 */
@Singleton
class SearchLine {

  /** Of 8 worker threads and 16 connections. */
  private static final int PLACES = 3;

  /** May wait for one, and keeps a worker thread meanwhile. */
  private static final int WAITING = 1;

  private static final int PATIENCE_MILLIS = 100;

  private final Semaphore places = new Semaphore(PLACES, true);
  private final Counter shed;

  @Inject
  SearchLine(MeterRegistry registry) {
    shed =
        Counter.builder("yujian.searches.shed")
            .description("Searches refused with 503 because too many ran")
            .register(registry);
  }

  /**
   * Does it when there is a place.
   *
   * @throws org.yujian.shared.problem.Problem {@code overloaded}
   */
  <T> T run(Supplier<T> search) {
    if (!enter()) {
      shed.increment();
      throw ProblemCode.OVERLOADED.problem();
    }
    try {
      return search.get();
    } finally {
      places.release();
    }
  }

  private boolean enter() {
    if (places.tryAcquire()) {
      return true;
    }
    if (places.getQueueLength() >= WAITING) {
      return false;
    }
    try {
      return places.tryAcquire(PATIENCE_MILLIS, TimeUnit.MILLISECONDS);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return false;
    }
  }
}
