package org.yujian.shared.edge;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Threads, queue and refusals, with tasks that end when the test says so. */
class BoundedExecutorTest {
  private static final int THREADS = 2;
  private static final int WAITING = 3;

  private final BoundedExecutor executor = new BoundedExecutor("test", THREADS, WAITING);
  private final CountDownLatch open = new CountDownLatch(1);

  @AfterEach
  void close() {
    executor.close();
  }

  private void occupyThreads() throws InterruptedException {
    CountDownLatch running = new CountDownLatch(THREADS);
    for (int i = 0; i < THREADS; i++) {
      executor.execute(
          () -> {
            running.countDown();
            await(open);
          });
    }
    await(running);
  }

  private static void await(CountDownLatch latch) {
    try {
      assertThat(latch.await(1, TimeUnit.MINUTES)).isTrue();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  @Test
  void whatFindsNoThreadWaitsAndRunsInItsOrder() {
    List<Integer> done = Collections.synchronizedList(new ArrayList<>());
    CountDownLatch left = new CountDownLatch(WAITING);
    try (BoundedExecutor one = new BoundedExecutor("one", 1, WAITING + 1)) {
      one.execute(() -> await(open));
      for (int i = 0; i < WAITING; i++) {
        int number = i;
        one.execute(
            () -> {
              done.add(number);
              left.countDown();
            });
      }
      assertThat(done).isEmpty();
      open.countDown();
      await(left);
    }
    assertThat(done).containsExactly(0, 1, 2);
  }

  @Test
  void aFullQueueRefusesUntilATaskEnds() throws InterruptedException {
    occupyThreads();
    CountDownLatch left = new CountDownLatch(WAITING);
    for (int i = 0; i < WAITING; i++) {
      assertThat(executor.full()).isFalse();
      executor.execute(left::countDown);
    }
    assertThat(executor.full()).isTrue();
    assertThat(executor.length()).isEqualTo(WAITING);
    assertThatThrownBy(() -> executor.execute(() -> {}))
        .isInstanceOf(RejectedExecutionException.class);
    open.countDown();
    await(left);
    assertThat(executor.full()).isFalse();
    assertThat(executor.length()).isZero();
  }

  @Test
  void noMoreRunAtOnceThanThereAreThreadsAndAFailureCostsNone() {
    int tasks = 20;
    AtomicInteger running = new AtomicInteger();
    AtomicInteger tooMany = new AtomicInteger();
    CountDownLatch left = new CountDownLatch(tasks);
    try (BoundedExecutor wide = new BoundedExecutor("wide", THREADS, tasks)) {
      for (int i = 0; i < tasks; i++) {
        boolean fails = i < THREADS;
        wide.execute(
            () -> {
              tooMany.addAndGet(running.incrementAndGet() > THREADS ? 1 : 0);
              running.decrementAndGet();
              left.countDown();
              if (fails) {
                throw new ExpectedFailure();
              }
            });
      }
      await(left);
    }
    assertThat(tooMany).hasValue(0);
  }

  /** Thrown on purpose; it has no stack trace that would fill the log. */
  private static final class ExpectedFailure extends RuntimeException {
    private static final long serialVersionUID = 1L;

    ExpectedFailure() {
      super("on purpose", null, false, false);
    }
  }
}
