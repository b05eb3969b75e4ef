package org.yujian.testing;

import io.restassured.response.Response;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.function.IntFunction;
import java.util.function.Supplier;
import java.util.stream.IntStream;

/** Runs tasks at the same moment, each in a thread of its own, and waits for all of them. */
public final class Together {
  /** Reached only by what hangs, on a busy machine too. */
  private static final Duration PATIENCE = Duration.ofMinutes(10);

  private static final String OVERLOADED = "overloaded";

  private Together() {}

  /** The results in the order of the tasks; the first failure fails the test. */
  public static <T> List<T> run(List<? extends Callable<T>> tasks) {
    return run(tasks, PATIENCE);
  }

  /** As {@link #run(List)}, for tasks that may take as long as this, each. */
  public static <T> List<T> run(List<? extends Callable<T>> tasks, Duration patience) {
    CyclicBarrier start = new CyclicBarrier(tasks.size());
    ExecutorService threads = Executors.newFixedThreadPool(tasks.size());
    try {
      List<Future<T>> running = new ArrayList<>();
      for (Callable<T> task : tasks) {
        running.add(
            threads.submit(
                () -> {
                  start.await();
                  return task.call();
                }));
      }
      List<T> results = new ArrayList<>();
      for (Future<T> one : running) {
        results.add(one.get(patience.toSeconds(), TimeUnit.SECONDS));
      }
      return results;
    } catch (ExecutionException e) {
      throw new AssertionError("A task failed: " + e.getCause(), e.getCause());
    } catch (Exception e) {
      throw new AssertionError("A task did not end: " + e, e);
    } finally {
      threads.shutdownNow();
    }
  }

  /**
   * Sends a request as every client should: again after the time that {@code Retry-After} names,
   * when the server has shed it unread because too many wait (503 {@code overloaded}). Any other
   * answer is the result.
   */
  public static Response accepted(Supplier<Response> request) {
    long deadline = System.nanoTime() + PATIENCE.toNanos();
    Response answer = request.get();
    while (answer.statusCode() == 503 && OVERLOADED.equals(JsonPath.of(answer).getString("code"))) {
      if (System.nanoTime() > deadline) {
        throw new AssertionError("Overloaded for " + PATIENCE);
      }
      LockSupport.parkNanos(TimeUnit.SECONDS.toNanos(Long.parseLong(answer.header("Retry-After"))));
      answer = request.get();
    }
    return answer;
  }

  /** As many tasks, made from their numbers. */
  public static <T> List<T> run(int count, IntFunction<? extends Callable<T>> task) {
    return run(IntStream.range(0, count).<Callable<T>>mapToObj(task::apply).toList());
  }
}
