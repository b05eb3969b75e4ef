package bench;

import java.io.IOException;
import java.util.List;
import java.util.Random;
import java.util.SplittableRandom;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * Editors at several connections: so many editions a second from draft to publication; for every
 * fifth one a correction of an article that is read much, for every twentieth a withdrawal.
 */
final class Publishers {
  private static final int THREADS = 12;
  private static final int CORRECT_EVERY = 5;
  private static final int WITHDRAW_EVERY = 20;

  private final DeskClient desk;
  private final MixedThings things;
  private final List<String> hot;
  private final AtomicInteger editions = new AtomicInteger();
  private final AtomicInteger corrections = new AtomicInteger();
  private final AtomicInteger withdrawals = new AtomicInteger();
  private final AtomicInteger steps = new AtomicInteger();

  Publishers(DeskClient desk, MixedThings things, List<String> hot) {
    this.desk = desk;
    this.things = things;
    this.hot = hot;
  }

  /** Editions a second that went live while this ran, which is longer when they are late. */
  double run(double rate, double seconds) throws Exception {
    int before = editions.get();
    long began = System.nanoTime();
    new Pace(THREADS, intended -> step()).run(rate, seconds);
    return (editions.get() - before) * 1e9 / Math.max(System.nanoTime() - began, seconds * 1e9);
  }

  private void step() throws IOException, InterruptedException {
    int number = steps.incrementAndGet();
    SplittableRandom random = new SplittableRandom();
    publish(random);
    if (number % CORRECT_EVERY == 0) {
      correct(hot.get(random.nextInt(hot.size())));
    }
    if (number % WITHDRAW_EVERY == 0) {
      withdraw();
    }
  }

  private void publish(SplittableRandom random) throws IOException, InterruptedException {
    List<String> live =
        desk.publish(things.account(random), 1 + random.nextInt(3), new Random(random.nextLong()));
    live.forEach(things::published);
    editions.addAndGet(live.isEmpty() ? 0 : 1);
  }

  private void correct(String article) throws IOException, InterruptedException {
    if (desk.correct(article, new Random())) {
      corrections.incrementAndGet();
    }
  }

  /** One that left the first page long ago. */
  private void withdraw() throws InterruptedException {
    String article = things.toWithdraw();
    if (article != null && desk.withdraw(article)) {
      withdrawals.incrementAndGet();
    }
  }

  int editions() {
    return editions.get();
  }

  int corrections() {
    return corrections.get();
  }

  int withdrawals() {
    return withdrawals.get();
  }
}
