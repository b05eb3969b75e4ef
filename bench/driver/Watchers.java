package bench;

import bench.Api.Answer;
import bench.Api.Question;
import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.locks.LockSupport;

/**
 * Readers who look at lists and details, plain, packed, with If-None-Match and with {@code ?v=},
 * and tell {@link Versions} what they saw. 304 counts as the answer whose ETag was sent.
 */
final class Watchers implements AutoCloseable {
  private static final int THREADS = 4;
  private static final long PAUSE_NANOS = 30_000_000;

  private record Version(String thing, long version) {}

  private record Known(String etag, List<Version> versions) {}

  private final Api api;
  private final MixedThings things;
  private final List<String> hot;
  private final Versions versions;
  private final List<Thread> threads = new ArrayList<>();
  private final AtomicLong answers = new AtomicLong();
  private final AtomicLong unchanged = new AtomicLong();
  private final AtomicLong notYet = new AtomicLong();
  private volatile boolean ended;
  private volatile Exception failure;

  /**
   * @param hot articles that are corrected while they are watched
   */
  Watchers(Api api, MixedThings things, List<String> hot, Versions versions) {
    this.api = api;
    this.things = things;
    this.hot = hot;
    this.versions = versions;
    for (int i = 0; i < THREADS; i++) {
      Thread thread = new Thread(this::watch, "watcher");
      thread.start();
      threads.add(thread);
    }
  }

  private void watch() {
    SplittableRandom random = new SplittableRandom();
    Map<String, Known> known = new HashMap<>();
    try {
      while (!ended) {
        look(random, known);
        LockSupport.parkNanos(PAUSE_NANOS);
      }
    } catch (Exception e) {
      failure = e;
    }
  }

  private void look(SplittableRandom random, Map<String, Known> known)
      throws IOException, InterruptedException {
    switch (random.nextInt(5)) {
      case 0 -> list(Requests.LIST, random, known);
      case 1 -> list(Requests.LIST + "?account=" + things.account(random), random, known);
      case 2 -> newest(random);
      default -> detail(article(random), random, known);
    }
  }

  private String article(SplittableRandom random) {
    String other =
        switch (random.nextInt(8)) {
          case 0, 1 -> things.recent(random);
          case 2 -> things.withdrawn(random);
          default -> null;
        };
    return other == null ? hot.get(random.nextInt(hot.size())) : other;
  }

  private void list(String path, SplittableRandom random, Map<String, Known> known)
      throws IOException, InterruptedException {
    ask(path, path, random, known, 200, 304);
  }

  private void detail(String id, SplittableRandom random, Map<String, Known> known)
      throws IOException, InterruptedException {
    ask(Requests.LIST + "/" + id, "article " + id, random, known, 200, 304, 410);
  }

  /** With the version that somebody was told: never an older one. */
  private void newest(SplittableRandom random) throws IOException, InterruptedException {
    String id = article(random);
    long began = System.nanoTime();
    long version = versions.before("article " + id, began);
    if (version == 0 || version == Versions.GONE) {
      return;
    }
    String path = Requests.LIST + "/" + id + "?v=" + version;
    Answer answer = api.ask(Question.get("watch ?v=", path, 200, 410, 503));
    notYet.addAndGet(answer.status() == 503 ? 1 : 0);
    tell("article " + id, answer, began, null);
  }

  private void ask(
      String path,
      String thing,
      SplittableRandom random,
      Map<String, Known> known,
      Integer... expected)
      throws IOException, InterruptedException {
    String coding = random.nextBoolean() ? "gzip" : "identity";
    Known before = random.nextInt(3) == 0 ? null : known.get(path + coding);
    List<String> headers = new ArrayList<>(List.of("Accept-Encoding", coding));
    if (before != null) {
      headers.addAll(List.of("If-None-Match", before.etag()));
    }
    long began = System.nanoTime();
    Answer answer = api.ask(Question.get("watch", path, expected), headers.toArray(String[]::new));
    List<Version> told = tell(thing, answer, began, before);
    if (answer.status() == 200) {
      known.put(path + coding, new Known(answer.etag(), told));
    }
  }

  private List<Version> tell(String thing, Answer answer, long began, Known before)
      throws IOException {
    long received = System.nanoTime();
    List<Version> told = new ArrayList<>();
    if (answer.status() == 304) {
      unchanged.incrementAndGet();
      told = before.versions();
    } else if (answer.status() == 410) {
      told.add(new Version(thing, Versions.GONE));
    } else if (answer.status() == 200) {
      read(thing, answer.json(), told);
    }
    answers.incrementAndGet();
    told.forEach(one -> versions.note(one.thing(), one.version(), began, received));
    return told;
  }

  private static void read(String thing, JsonNode body, List<Version> told) {
    if (body.has("version")) {
      told.add(new Version(thing, body.path("version").longValue()));
    }
    JsonNode items = body.path("items");
    for (JsonNode item : items) {
      told.add(
          new Version("article " + item.path("id").textValue(), item.path("version").longValue()));
    }
    if (thing.equals(Requests.LIST)) {
      told.add(new Version("newest of the list", place(items.path(0))));
    }
  }

  /** Rises with each edition: the moment in microseconds; the list's first is the newest. */
  static long place(JsonNode article) {
    return ChronoUnit.MICROS.between(
        Instant.EPOCH, Instant.parse(article.path("publishedAt").textValue()));
  }

  long answers() {
    return answers.get();
  }

  long unchanged() {
    return unchanged.get();
  }

  long notYet() {
    return notYet.get();
  }

  @Override
  public void close() {
    ended = true;
    try {
      for (Thread thread : threads) {
        thread.join();
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  /** Fails when a watcher did. */
  void requireLife() throws Exception {
    if (failure != null) {
      throw failure;
    }
  }
}
