package org.yujian.shared.edge;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Random;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.yujian.shared.edge.AdmissionQueue.Limits;
import org.yujian.testing.Seed;

/** Places and turns, with threads and a time that only the test moves; and once with real ones. */
class AdmissionQueueTest {
  private static final int PLACES = 2;
  private static final int MOST = 4;
  private static final int FEW = 3;
  private static final int LONGEST = 20;
  private static final long TARGET = AdmissionQueue.INTERVAL_NANOS / 10;
  private static final long LONG = AdmissionQueue.INTERVAL_NANOS / 5;

  /** What the worker threads were told to do. */
  private final Deque<Runnable> threads = new ArrayDeque<>();

  private final List<String> done = new ArrayList<>();
  private long now;
  private final AdmissionQueue line =
      new AdmissionQueue(threads::add, limits(PLACES, MOST), () -> now);

  private static Limits limits(int places, int most) {
    return new Limits(places, most, FEW, LONGEST, TARGET, LONG);
  }

  private void ask(String name) {
    line.execute(() -> done.add(name));
  }

  /** Asks for something that lasts until more was asked meanwhile. */
  private void askLong(String name, Runnable meanwhile) {
    line.execute(
        () -> {
          meanwhile.run();
          done.add(name);
        });
  }

  @Test
  void theThreadThatEndsGoesOnWithTheNextInTurn() {
    List.of("a", "b", "c", "d").forEach(this::ask);
    assertThat(threads).hasSize(PLACES);
    assertThat(line.length()).isEqualTo(2);
    threads.poll().run();
    assertThat(done).containsExactly("a", "c", "d");
    assertThat(line.length()).isZero();
    ask("e");
    assertThat(threads).hasSize(PLACES);
    threads.forEach(Runnable::run);
    assertThat(done).containsExactly("a", "c", "d", "b", "e");
  }

  @Test
  void moreCoresThanThreadsAreNoPlaces() {
    AdmissionQueue narrow = new AdmissionQueue(threads::add, limits(8, 1), () -> now);
    List.of("a", "b", "c").forEach(name -> narrow.execute(() -> done.add(name)));
    assertThat(threads).hasSize(1);
    assertThat(narrow.length()).isEqualTo(2);
  }

  @Test
  void whoHasAPlaceForLongLetsTheNextRunBeside() {
    List.of("a", "b", "c").forEach(this::ask);
    now = LONG;
    line.look();
    assertThat(threads).hasSize(PLACES);
    now++;
    line.look();
    assertThat(threads).hasSize(PLACES + 1);
    assertThat(line.length()).isZero();
    ask("d");
    assertThat(threads).as("a newcomer takes the other place that is held for long").hasSize(MOST);
    now += LONG + 1;
    ask("e");
    assertThat(threads).as("no more than the most").hasSize(MOST);
    threads.forEach(Runnable::run);
    assertThat(done).containsExactlyInAnyOrder("a", "b", "c", "d", "e");
  }

  @Test
  void whoLentItsPlaceTakesNoOther() {
    askLong(
        "long",
        () -> {
          now += LONG + 1;
          List.of("b", "c", "d").forEach(this::ask);
        });
    threads.poll().run();
    assertThat(done).containsExactly("long");
    assertThat(threads).hasSize(PLACES);
    assertThat(line.length()).isEqualTo(1);
    threads.forEach(Runnable::run);
    assertThat(done).containsExactly("long", "b", "d", "c");
  }

  @Test
  void aThreadThatIsNotToBeHadTakesNoPlace() {
    AdmissionQueue full =
        new AdmissionQueue(
            work -> {
              throw new RejectedExecutionException();
            },
            limits(1, 1),
            () -> now);
    for (int i = 0; i < 2; i++) {
      assertThatThrownBy(() -> full.execute(() -> done.add("never")))
          .isInstanceOf(RejectedExecutionException.class);
    }
    assertThat(full.length()).isZero();
  }

  @Test
  void whoFindsNoThreadTakesNobodysTurn() {
    Deque<Runnable> pool = new ArrayDeque<>();
    AtomicBoolean open = new AtomicBoolean(true);
    AdmissionQueue one =
        new AdmissionQueue(
            work -> {
              if (!open.get()) {
                throw new RejectedExecutionException();
              }
              pool.add(work);
            },
            limits(1, 2),
            () -> now);
    one.execute(() -> done.add("a"));
    one.execute(() -> done.add("b"));
    open.set(false);
    now = LONG + 1;
    one.look();
    assertThatThrownBy(() -> one.execute(() -> done.add("never")))
        .isInstanceOf(RejectedExecutionException.class);
    assertThat(one.length()).isEqualTo(1);
    open.set(true);
    one.execute(() -> done.add("c"));
    assertThat(pool).hasSize(2);
    pool.forEach(Runnable::run);
    assertThat(done).containsExactly("a", "b", "c");
    assertThat(one.length()).isZero();
  }

  @Test
  void nobodyOvertakesThoseWhoWait() {
    List.of("a", "b", "c").forEach(this::ask);
    now = LONG + 1;
    ask("d");
    assertThat(threads).hasSize(PLACES + 1);
    threads.removeLast().run();
    assertThat(done).containsExactly("c", "d");
  }

  /** Whoever ends frees one of the places at once, also the one that was lent. */
  @Test
  void whoEndsLetsTheNextBorrow() {
    ask("other");
    askLong(
        "long",
        () -> {
          now += LONG + 1;
          List.of("b", "c", "d", "e", "f").forEach(this::ask);
          now += LONG + 1;
        });
    threads.removeLast().run();
    assertThat(threads).hasSize(1 + 2);
    assertThat(done).containsExactly("long", "d", "e", "f");
  }

  /** Nothing is lost or done twice, and never more than the most at once. */
  @Test
  void manyWithRealThreads() throws InterruptedException {
    Random random = Seed.random("line");
    ExecutorService pool = Executors.newCachedThreadPool();
    AdmissionQueue real = new AdmissionQueue(pool, limits(PLACES, MOST), System::nanoTime);
    int all = 20_000;
    AtomicInteger running = new AtomicInteger();
    AtomicInteger tooMany = new AtomicInteger();
    CountDownLatch left = new CountDownLatch(all);
    for (int i = 0; i < all; i++) {
      int work = random.nextInt(2_000);
      real.execute(
          () -> {
            if (running.incrementAndGet() > MOST) {
              tooMany.incrementAndGet();
            }
            for (int j = 0; j < work; j++) {
              Thread.onSpinWait();
            }
            running.decrementAndGet();
            left.countDown();
          });
      real.look();
    }
    assertThat(left.await(1, TimeUnit.MINUTES)).isTrue();
    pool.shutdown();
    assertThat(tooMany).hasValue(0);
    assertThat(real.length()).isZero();
  }
}
