package bench;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.SplittableRandom;
import java.util.concurrent.atomic.AtomicLong;

/** The steps of the mixed load by their weights: of 1,000 are 950 reads and 50 writes. */
final class MixedSteps {
  private static final int READERS = 50;
  private static final int FOLLOWED_AT_FIRST = 10;
  private static final int ALL = 1_000;

  private interface Action {
    void run(SplittableRandom random) throws IOException, InterruptedException;
  }

  /** {@code upTo}: the chance of this one and all before, in 1,000. */
  private record Part(int upTo, String kind, Action action) {}

  private final List<Part> parts = new ArrayList<>();
  private final List<Reader> readers = new ArrayList<>();
  private final MixedThings things;
  private final DeskClient desk;
  private final Tally tally;
  private final long seed = System.nanoTime();
  private final AtomicLong number = new AtomicLong();

  MixedSteps(Api api, Tally tally, MixedThings things, DeskClient desk)
      throws IOException, InterruptedException {
    this.tally = tally;
    this.things = things;
    this.desk = desk;
    SplittableRandom random = new SplittableRandom(seed);
    for (int i = 0; i < READERS; i++) {
      Reader reader = Reader.signUp(api);
      for (int f = 0; f < FOLLOWED_AT_FIRST; f++) {
        reader.follow(things.account(random));
      }
      readers.add(reader);
    }
    reads(new MixedReads(api, things));
    writes();
  }

  private void reads(MixedReads reads) {
    add(240, "hot list", reads::hotList);
    add(200, "detail", reads::detail);
    add(110, "cold list", reads::coldList);
    add(90, "If-None-Match", reads::again);
    add(60, "account list", reads::accountList);
    add(60, "tag list", reads::tagList);
    add(60, "sync", reads::sync);
    add(40, "home feed", random -> reader(random).feed());
    add(25, "search", reads::search);
    add(15, "suggest", reads::suggest);
    add(15, "QR picture", reads::picture);
    add(10, "accounts", reads::accounts);
    add(10, "account", reads::account);
    add(10, "tags", reads::tags);
    add(5, "editions", reads::editions);
  }

  private void writes() {
    add(34, "marks", this::mark);
    add(5, "follow", random -> reader(random).follow(things.account(random)));
    add(5, "unfollow", random -> reader(random).unfollow(things.account(random)));
    add(3, "publish", this::publish);
    add(
        2,
        "correct",
        random -> desk.correct(things.article(random), new Random(random.nextLong())));
    add(1, "withdraw", this::withdraw);
  }

  private void add(int weight, String kind, Action action) {
    int before = parts.isEmpty() ? 0 : parts.get(parts.size() - 1).upTo();
    parts.add(new Part(before + weight, kind, action));
  }

  void step(long intended) throws IOException, InterruptedException {
    SplittableRandom random = new SplittableRandom(seed + number.incrementAndGet());
    int chosen = random.nextInt(ALL);
    Part part = parts.stream().filter(one -> chosen < one.upTo()).findFirst().orElseThrow();
    part.action().run(random);
    tally.latency(part.kind(), System.nanoTime() - intended);
  }

  private Reader reader(SplittableRandom random) {
    return readers.get(random.nextInt(READERS));
  }

  private void mark(SplittableRandom random) throws IOException, InterruptedException {
    List<String> articles = new ArrayList<>();
    for (int i = 1 + random.nextInt(4); i > 0; i--) {
      articles.add(things.article(random));
    }
    reader(random).mark(articles, random);
  }

  private void publish(SplittableRandom random) throws IOException, InterruptedException {
    desk.publish(things.account(random), 1 + random.nextInt(3), new Random(random.nextLong()))
        .forEach(things::published);
  }

  private void withdraw(SplittableRandom random) throws InterruptedException {
    String article = things.toWithdraw();
    if (article != null) {
      desk.withdraw(article);
    }
  }
}
