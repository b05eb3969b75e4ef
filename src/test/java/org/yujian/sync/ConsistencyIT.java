package org.yujian.sync;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.UncheckedIOException;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.concurrent.Callable;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.LongAdder;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Supplier;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.yujian.testing.Client;
import org.yujian.testing.Client.Answer;
import org.yujian.testing.Nodes;
import org.yujian.testing.RandomEditor;
import org.yujian.testing.Report;
import org.yujian.testing.Seed;
import org.yujian.testing.Together;

/**
 * The harness of the change log: writers do anything on two nodes that are killed in between, sync
 * readers with and without filters poll all the time and stop anywhere; in the end each reader's
 * copy is what the database says. {@code -Dconsistency.steps=10000} for the long run, {@code
 * -Dtesting.seed} to repeat one.
 */
class ConsistencyIT {
  private static final Report REPORT = new Report(ConsistencyIT.class);
  private static final int WRITERS = 4;
  private static final int STEPS = Integer.getInteger("consistency.steps", 60);
  private static final int NODES = 2;
  private static final int NO_ANSWER = 0;

  /** The contract says one second; a busy machine needs more to ask. */
  private static final Duration BEHIND = Duration.ofSeconds(10);

  /** About this many kills in the whole run. */
  private static final int KILLS = Integer.getInteger("consistency.kills", 2);

  private static final List<String> HANDLES = List.of("a", "b", "c", "d");
  private static final List<String> TAGS = List.of("x", "y", "z");

  private final Map<Integer, LongAdder> statuses = new ConcurrentHashMap<>();
  private final AtomicInteger done = new AtomicInteger();
  private final AtomicInteger working = new AtomicInteger(WRITERS);
  private Nodes nodes;
  private int kills;

  @BeforeEach
  void start() throws InterruptedException {
    nodes = new Nodes("consistency", NODES, "yujian.sample=false");
  }

  @AfterEach
  void end() {
    nodes.close();
  }

  @Test
  void everyReadersCopyEqualsTheDatabase() throws Exception {
    Random random = Seed.random("consistency");
    long began = System.nanoTime();
    RandomEditor editor = new RandomEditor(anyNode(random.nextLong()), HANDLES, TAGS);
    editor.prepare();
    List<SyncReader> readers = readers(random);
    List<Callable<Void>> tasks = new ArrayList<>();
    for (int i = 0; i < WRITERS; i++) {
      Random chance = new Random(random.nextLong());
      tasks.add(() -> write(editor, chance));
    }
    readers.forEach(reader -> tasks.add(() -> follow(reader)));
    long seed = random.nextLong();
    tasks.add(() -> kill(new Random(seed)));
    Together.run(tasks, Duration.ofSeconds(180 + STEPS));
    awaitScheduled();
    report(began, readers);
    for (SyncReader reader : readers) {
      awaitCopy(reader);
      check(reader);
    }
    checkDatabase(readers.get(0));
    REPORT.line("every copy equals the database");
  }

  private Supplier<Client> anyNode(long seed) {
    Random chance = new Random(seed);
    return () -> nodes.client(chance.nextInt(NODES));
  }

  private List<SyncReader> readers(Random random) {
    Answer accounts = nodes.client(0).get("/v1/accounts");
    List<String> ids =
        accounts.items().stream().map(account -> account.path("id").asText()).toList();
    List<SyncReader> readers = new ArrayList<>();
    for (String filter :
        List.of(
            "",
            "",
            "&types=article",
            "&types=account,tag,followTarget",
            "&accounts=" + ids.get(0),
            "&types=edition,article&accounts=" + ids.get(1) + "," + ids.get(2))) {
      readers.add(new SyncReader(anyNode(random.nextLong()), filter, random.nextLong()));
    }
    return readers;
  }

  private Void write(RandomEditor editor, Random random) {
    try {
      for (int step = 0; step < STEPS; step++) {
        int status = act(editor, random);
        count(status);
        step -= status == NO_ANSWER ? 1 : 0;
        done.addAndGet(status == NO_ANSWER ? 0 : 1);
      }
    } finally {
      working.decrementAndGet();
    }
    return null;
  }

  /** A node that is down answers nothing; what was asked of it may have happened or not. */
  private static int act(RandomEditor editor, Random random) {
    try {
      return editor.step(random).status();
    } catch (UncheckedIOException nodeIsDown) {
      LockSupport.parkNanos(TimeUnit.MILLISECONDS.toNanos(20));
      return NO_ANSWER;
    }
  }

  private void count(int status) {
    statuses.computeIfAbsent(status, s -> new LongAdder()).increment();
  }

  /** Until the writers are done, and then until nothing is new. */
  private Void follow(SyncReader reader) {
    boolean last = false;
    while (true) {
      boolean upToDate = reader.poll();
      if (upToDate && last) {
        return null;
      }
      last = upToDate && working.get() == 0;
    }
  }

  private Void kill(Random random) {
    int all = WRITERS * STEPS;
    for (int i = 1; i <= KILLS; i++) {
      int next = all * i / (KILLS + 1);
      while (done.get() < next && working.get() > 0) {
        LockSupport.parkNanos(TimeUnit.MILLISECONDS.toNanos(10));
      }
      nodes.killAndRestart(random.nextInt(NODES));
      kills++;
    }
    return null;
  }

  private void report(long began, List<SyncReader> readers) {
    long seconds = TimeUnit.NANOSECONDS.toSeconds(System.nanoTime() - began);
    REPORT.line(
        "%d actions by %d writers on %d nodes in %d s, %d kills, answers %s",
        done.get(), WRITERS, NODES, seconds, kills, new TreeMap<>(statuses));
    readers.forEach(reader -> REPORT.line("%s", reader));
  }

  /** The clock works on when the writers have ended: what they scheduled goes live or fails. */
  private void awaitScheduled() throws SQLException {
    try (Connection connection = nodes.database();
        PreparedStatement statement =
            connection.prepareStatement("select from edition where state = 'scheduled'")) {
      nodes.node(0).await("what is scheduled", () -> isEmpty(statement));
    }
  }

  private static boolean isEmpty(PreparedStatement statement) {
    try (ResultSet rows = statement.executeQuery()) {
      return !rows.next();
    } catch (SQLException e) {
      throw new AssertionError(e);
    }
  }

  /** A node may be a second behind, in its lists and in what it says is new. */
  private void awaitCopy(SyncReader reader) {
    long deadline = System.nanoTime() + BEHIND.toNanos();
    while (!held(reader).equals(wanted(reader)) && System.nanoTime() < deadline) {
      reader.poll();
    }
  }

  private Map<String, JsonNode> wanted(SyncReader reader) {
    Map<String, JsonNode> wanted = new TreeMap<>(everything());
    String filter = reader.filter();
    wanted.keySet().removeIf(key -> !isWanted(key.split(" ")[0], wanted.get(key), filter));
    return wanted;
  }

  private static Map<String, JsonNode> held(SyncReader reader) {
    Map<String, JsonNode> held = reader.present();
    // The public list of tags does not show their ids; checkDatabase has them.
    held.keySet().removeIf(key -> key.startsWith("tag "));
    return held;
  }

  /** The copy against what anybody reads, page by page, from another node than it likes. */
  private void check(SyncReader reader) {
    assertThat(reader.faults()).isEmpty();
    assertThat(statuses.keySet())
        .as(nodes::errors)
        .allMatch(status -> status < 500 || status == 503);
    Map<String, JsonNode> wanted = wanted(reader);
    Map<String, JsonNode> held = held(reader);
    assertThat(held.keySet()).as("%s", reader).isEqualTo(wanted.keySet());
    wanted.forEach((key, content) -> assertThat(held.get(key)).as(key).isEqualTo(content));
  }

  private static boolean isWanted(String type, JsonNode content, String filter) {
    boolean typed =
        !filter.contains("types=") || filter.matches(".*types=[\\w,]*\\b" + type + "\\b.*");
    String account = content.path(type.equals("account") ? "id" : "accountId").asText("");
    return typed
        && (!filter.contains("accounts=") || account.isEmpty() || filter.contains(account));
  }

  /** Everything public in its light form, by {@code type id}. */
  private Map<String, JsonNode> everything() {
    Map<String, JsonNode> all = new TreeMap<>();
    list("/v1/accounts", all, "account");
    list("/v1/articles", all, "article");
    list("/v1/follow-targets", all, "followTarget");
    list("/v1/editions", all, "edition");
    all.replaceAll((key, thing) -> key.startsWith("edition ") ? references(thing) : thing);
    return all;
  }

  /** As sync shows an edition: what it holds is delivered by itself. */
  private static JsonNode references(JsonNode edition) {
    ObjectNode light = edition.deepCopy();
    ArrayNode articles = light.putArray("articleIds");
    light.remove("articles").forEach(article -> articles.add(article.path("id")));
    ArrayNode targets = light.putArray("followTargetIds");
    light.remove("followTargets").forEach(target -> targets.add(target.path("id")));
    return light;
  }

  private void list(String path, Map<String, JsonNode> all, String type) {
    String cursor = "";
    do {
      Answer page = nodes.client(1).get(path + "?limit=100" + cursor).expect(200);
      page.items().forEach(item -> all.put(type + " " + item.path("id").asText(), item));
      cursor = page.json().has("next") ? "&cursor=" + page.text("next") : null;
    } while (cursor != null);
  }

  /** Versions and numbers, from the tables themselves. */
  private void checkDatabase(SyncReader reader) throws SQLException {
    Map<String, Long> held = new TreeMap<>();
    reader.present().forEach((key, content) -> held.put(key, content.path("version").asLong()));
    Map<String, Long> stored = new TreeMap<>();
    try (Connection connection = nodes.database();
        Statement statement = connection.createStatement();
        ResultSet rows =
            statement.executeQuery(
                """
                select 'account ' || id, version from account where state = 'open'
                union all select 'article ' || id, version from article where state = 'published'
                union all select 'edition ' || id, version from edition where state = 'published'
                union all select 'tag ' || id, version from tag
                union all select 'followTarget ' || id, version from follow_target
                  where state = 'open'
                """)) {
      while (rows.next()) {
        stored.put(rows.getString(1), rows.getLong(2));
      }
    }
    assertThat(held).isEqualTo(stored);
  }
}
