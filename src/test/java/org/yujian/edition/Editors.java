package org.yujian.edition;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Queue;
import java.util.Random;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.BiConsumer;
import org.yujian.testing.Client.Answer;

/**
 * Editors who work side by side, course after course, until the program is killed under them. A 503
 * ends a course, whose last step may or may not be done; any other answer than success is
 * remembered, and fails whoever asks how far they are.
 */
final class Editors {
  /** The course ends here. */
  private static final class NotNow extends RuntimeException {
    private static final long serialVersionUID = 1;
  }

  private final Queue<String> broken = new ConcurrentLinkedQueue<>();
  private final Queue<String> wrong = new ConcurrentLinkedQueue<>();
  private final AtomicInteger acknowledged = new AtomicInteger();
  private final List<Thread> threads = new ArrayList<>();
  private volatile boolean stopped;

  /** Each does its courses with its number and its own source of chance. */
  void start(int count, long seed, BiConsumer<Integer, Random> course) {
    for (int i = 0; i < count; i++) {
      int number = i;
      Random random = new Random(seed * 31 + i);
      threads.add(new Thread(() -> work(number, random, course), "editor-" + i));
    }
    threads.forEach(Thread::start);
  }

  private void work(int number, Random random, BiConsumer<Integer, Random> course) {
    while (!stopped) {
      try {
        course.accept(number, random);
      } catch (NotNow notNow) {
        continue;
      } catch (UncheckedIOException killed) {
        broken.add(killed.toString());
        return;
      }
    }
  }

  boolean stopped() {
    return stopped;
  }

  /** A step was answered. */
  void heard() {
    acknowledged.incrementAndGet();
  }

  /** How many steps were answered, asked before the kill: no connection broke until then. */
  int acknowledged() {
    assertThat(broken).isEmpty();
    assertThat(wrong).isEmpty();
    return acknowledged.get();
  }

  /** The answer, when it is a success. */
  Answer done(Answer answer) {
    if (answer.status() / 100 != 2) {
      if (answer.status() != 503) {
        wrong.add(answer.toString());
        stopped = true;
      }
      throw new NotNow();
    }
    return answer;
  }

  /** Ends the editors; nothing but the kill was in their way. */
  void stop() {
    stopped = true;
    try {
      for (Thread thread : threads) {
        thread.join();
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(e);
    }
    assertThat(wrong).isEmpty();
  }
}
