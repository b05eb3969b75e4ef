package org.yujian.ops;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.yujian.testing.Folders;
import org.yujian.testing.Program;

/**
 * Kill -9 in the middle of imports, again and again. What was acknowledged is there once and whole;
 * what was not is there wholly or not at all, and sending it again makes it once. {@code
 * -Dkill.rounds=25} for a long run, {@code -Dkill.seed} to repeat one, {@code -Dkill.kinds} for
 * some of the {@link Kind}s only.
 */
class KillIT {
  private static final Path DATA = Folders.empty("kill");
  private static final int ROUNDS = Integer.getInteger("kill.rounds", 4);
  private static final long SEED = Long.getLong("kill.seed", System.nanoTime() % 1_000_000);
  private static final List<Kind> KINDS =
      Stream.of(System.getProperty("kill.kinds", "PROGRAM,POSTMASTER,BOTH").split(","))
          .map(Kind::valueOf)
          .toList();
  private static final int MOST_BEFORE_THE_KILL = 25;
  private static final int AFTER_THE_KILL = 5;
  private static final int MOST_LATER_NANOS = 60_000_000;

  /** What is killed. */
  private enum Kind {
    PROGRAM,
    POSTMASTER,
    BOTH
  }

  private final Random random = new Random(SEED);
  private final AtomicInteger numbers = new AtomicInteger();
  private final List<GeneratedDocument> kept = new ArrayList<>();
  private final Map<Kind, List<Long>> millisAway = new EnumMap<>(Kind.class);
  private int acknowledged;
  private int storedUnheard;
  private int unavailable;
  private Program program;

  @AfterEach
  void end() {
    if (program != null) {
      program.close();
    }
  }

  @Test
  void whateverIsKilledNothingAcknowledgedIsLostOrDoubled() throws Exception {
    System.out.printf(Locale.ROOT, "KillIT: %d rounds, seed %d%n", ROUNDS, SEED);
    List<Kind> kinds = new ArrayList<>();
    for (int i = 0; i < ROUNDS; i++) {
      kinds.add(KINDS.get(i % KINDS.size()));
    }
    Collections.shuffle(kinds, random);
    program = Program.start(DATA, "yujian.sample=false");
    for (Kind kind : kinds) {
      round(kind);
    }
    checkFeed();
    System.out.printf(
        Locale.ROOT,
        "KillIT: %d imports acknowledged, none lost or doubled; %d stored without an answer;"
            + " %d times 503%n",
        acknowledged,
        storedUnheard,
        unavailable);
    millisAway.forEach(
        (kind, times) ->
            System.out.printf(Locale.ROOT, "KillIT: back after %s, ms: %s%n", kind, times));
  }

  private void round(Kind kind) throws Exception {
    int before = 1 + random.nextInt(MOST_BEFORE_THE_KILL);
    ImportLoad load = ImportLoad.start(new ImportClient(program), numbers);
    try {
      program.await("imports", () -> load.acknowledged() >= before);
      LockSupport.parkNanos(random.nextInt(MOST_LATER_NANOS));
      long killed = System.nanoTime();
      killAndComeBack(kind);
      millisAway
          .computeIfAbsent(kind, k -> new ArrayList<>())
          .add(TimeUnit.NANOSECONDS.toMillis(System.nanoTime() - killed));
      if (kind == Kind.POSTMASTER) {
        int healed = load.acknowledged() + AFTER_THE_KILL;
        program.await("imports again", () -> load.acknowledged() >= healed);
      }
    } finally {
      load.stop();
    }
    assertThat(load.wrongAnswers()).as("%s", program.errors()).isEmpty();
    unavailable += load.unavailable();
    check(load.sent());
  }

  private void killAndComeBack(Kind kind) {
    long postmaster = program.postmasterPid();
    if (kind != Kind.PROGRAM) {
      program.killPostmaster9();
    }
    if (kind == Kind.POSTMASTER) {
      program.await("another PostgreSQL", () -> program.hasOtherPostmasterThan(postmaster));
    } else {
      program.kill9();
      program = Program.start(DATA, "yujian.sample=false");
    }
    program.await("the feed", () -> program.get("/v1/articles").statusCode() == 200);
  }

  private void check(List<ImportLoad.Sent> sent) throws Exception {
    StoredImports stored = StoredImports.in(program::database);
    ImportClient client = new ImportClient(program);
    for (ImportLoad.Sent one : sent) {
      GeneratedDocument document = one.document();
      int times = stored.times(document);
      assertThat(times).as("reports of %s", document).isBetween(one.acknowledged() ? 1 : 0, 1);
      String state = document.publish() ? "published" : "draft";
      for (String title : document.titles()) {
        assertThat(stored.states(title)).as(title).isEqualTo(Collections.nCopies(times, state));
      }
      if (one.acknowledged()) {
        acknowledged++;
        checkAnswered(client, document, one.report());
      } else {
        storedUnheard += times;
        sendAgain(client, document, times);
      }
      kept.add(document);
    }
    assertThat(StoredImports.inconsistencies(program::database)).isEmpty();
  }

  /** As a client does that heard nothing. */
  private static void sendAgain(ImportClient client, GeneratedDocument document, int times)
      throws IOException, InterruptedException {
    HttpResponse<String> answer = client.post(document);
    assertThat(answer.statusCode()).as(answer.body()).isEqualTo(201);
    JsonNode report = ImportClient.json(answer);
    assertThat(report.path("result").asText()).isEqualTo(times == 0 ? "created" : "unchanged");
    checkAnswered(client, document, report);
  }

  private static void checkAnswered(
      ImportClient client, GeneratedDocument document, JsonNode acknowledged)
      throws IOException, InterruptedException {
    JsonNode report = read(client, "/v1/desk/imports/" + acknowledged.path("id").asText());
    assertThat(report).isEqualTo(acknowledged);
    JsonNode articles = report.path("articles");
    assertThat(articles).hasSize(document.size());
    for (int i = 0; i < document.size(); i++) {
      String id = articles.get(i).path("articleId").asText();
      String sha256 = document.canonicalSha256(document.titles().get(i));
      JsonNode copy =
          document.publish()
              ? read(client, "/v1/articles/" + id)
              : read(client, "/v1/desk/articles/" + id).path("draft");
      assertThat(articles.get(i).path("canonicalSha256").asText()).isEqualTo(sha256);
      assertThat(copy.path("canonicalSha256").asText()).isEqualTo(sha256);
      assertThat(copy.path("title").asText()).isEqualTo(document.titles().get(i));
    }
  }

  /** Every published article of every round is in the feed once, and nothing else is. */
  private void checkFeed() throws IOException, InterruptedException, SQLException {
    ImportClient client = new ImportClient(program);
    Map<String, Integer> expected = new HashMap<>();
    for (GeneratedDocument document : kept) {
      if (document.publish()) {
        document.titles().forEach(title -> expected.merge(title, 1, Integer::sum));
      }
    }
    Map<String, Integer> feed = new HashMap<>();
    String cursor = "";
    do {
      JsonNode page = read(client, "/v1/articles?limit=100" + cursor);
      page.path("items").forEach(item -> feed.merge(item.path("title").asText(), 1, Integer::sum));
      cursor = page.has("next") ? "&cursor=" + page.path("next").asText() : "";
    } while (!cursor.isEmpty());
    assertThat(feed).isEqualTo(expected);
    assertThat(StoredImports.in(program::database).states().keySet())
        .hasSize(kept.stream().mapToInt(GeneratedDocument::size).sum());
  }

  private static JsonNode read(ImportClient client, String path)
      throws IOException, InterruptedException {
    HttpResponse<String> answer = client.get(path);
    assertThat(answer.statusCode()).as("%s: %s", path, answer.body()).isEqualTo(200);
    return ImportClient.json(answer);
  }
}
