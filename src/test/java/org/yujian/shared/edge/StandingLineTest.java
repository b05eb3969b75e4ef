package org.yujian.shared.edge;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Deque;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.yujian.shared.edge.AdmissionQueue.Limits;

/** When a line stands, and whom it takes then. */
class StandingLineTest {
  private static final int PLACES = 2;
  private static final int FEW = 3;
  private static final int LONGEST = 20;
  private static final long TARGET = AdmissionQueue.INTERVAL_NANOS / 10;
  private static final long LONG = AdmissionQueue.INTERVAL_NANOS / 5;
  private static final long WORK = TARGET / 5;

  /** What the worker threads were told to do. */
  private final Deque<Runnable> threads = new ArrayDeque<>();

  private final List<String> done = new ArrayList<>();
  private long now;
  private final AdmissionQueue line = line(PLACES, 2 * PLACES);

  private AdmissionQueue line(int places, int most) {
    return new AdmissionQueue(
        threads::add, new Limits(places, most, FEW, LONGEST, TARGET, LONG), () -> now);
  }

  private void ask(String name) {
    line.execute(() -> done.add(name));
  }

  /** However long work takes: as many as always may wait do so. */
  @Test
  void clientsThatAskOneAfterTheOtherAreNotRefused() {
    AdmissionQueue one = line(1, 1);
    int[] left = {200};
    for (int client = 0; client < FEW; client++) {
      askAgain(one, left);
    }
    threads.poll().run();
    assertThat(left[0]).isZero();
  }

  private void askAgain(AdmissionQueue one, int[] left) {
    assertThat(one.full()).isFalse();
    one.execute(
        () -> {
          now += 3 * TARGET;
          if (left[0] > 0) {
            left[0]--;
            askAgain(one, left);
          }
        });
  }

  @Test
  void shortBurstsWithRestBetweenThemAreNoOverload() {
    AdmissionQueue one = line(1, 1);
    flood(one, new ArrayList<>(), new AtomicInteger(1_000));
    threads.poll().run();
    assertThat(one.full()).isFalse();
    for (int burst = 0; burst < 5; burst++) {
      now += AdmissionQueue.INTERVAL_NANOS / 2;
      int refused = 0;
      for (int i = 0; i < LONGEST / 2; i++) {
        if (one.full()) {
          refused++;
        } else {
          one.execute(() -> now += WORK / 10);
        }
      }
      threads.removeLast().run();
      if (burst > 1) {
        assertThat(refused).as("burst %d", burst).isZero();
      }
    }
  }

  @Test
  void aBurstFillsTheLineToItsEnd() {
    for (int i = 0; i < PLACES + LONGEST; i++) {
      assertThat(line.full()).isFalse();
      ask("one");
    }
    assertThat(line.full()).isTrue();
    threads.forEach(Runnable::run);
    assertThat(line.full()).isFalse();
    assertThat(done).hasSize(PLACES + LONGEST);
  }

  @Test
  void aLineThatStandsTakesWhomItCanServeSoon() {
    AdmissionQueue one = line(1, 1);
    List<Long> waits = new ArrayList<>();
    AtomicInteger newcomers = new AtomicInteger(1_000);
    flood(one, waits, newcomers);
    threads.poll().run();
    assertThat(newcomers.get()).isNegative();
    assertThat(Collections.max(waits)).as("a burst").isEqualTo((LONGEST - 1) * WORK);
    List<Long> later = waits.subList(waits.size() / 2, waits.size());
    assertThat(Collections.max(later)).isEqualTo(TARGET - WORK);
    assertThat(Collections.min(later)).as("nobody takes the place at once").isPositive();
    assertThat(one.length()).isZero();

    now += AdmissionQueue.INTERVAL_NANOS;
    for (int i = 0; i <= LONGEST; i++) {
      assertThat(one.full()).as("a burst again").isFalse();
      one.execute(() -> {});
      now += TARGET;
    }
    assertThat(one.full()).isTrue();
  }

  /** Work during which two ask for the same. */
  private void flood(AdmissionQueue line, List<Long> waits, AtomicInteger newcomers) {
    long asked = now;
    line.execute(
        () -> {
          waits.add(now - asked);
          now += WORK;
          for (int i = 0; i < 2; i++) {
            if (newcomers.decrementAndGet() >= 0 && !line.full()) {
              flood(line, waits, newcomers);
            }
          }
        });
  }

  @Test
  void aPauseOfEverybodyIsNoOverload() {
    List.of("a", "b", "c", "d").forEach(this::ask);
    now += 3 * AdmissionQueue.INTERVAL_NANOS;
    threads.poll().run();
    assertThat(done).containsExactly("a", "c", "d");
    List.of("e", "f", "g", "h").forEach(this::ask);
    now += 2 * TARGET;
    assertThat(line.length()).isPositive();
    assertThat(line.full()).isFalse();
  }
}
