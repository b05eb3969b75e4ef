package org.yujian.feed;

import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.mapping;
import static java.util.stream.Collectors.toList;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.quarkus.test.junit.QuarkusTest;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.yujian.edition.ChangeLogRules;
import org.yujian.testing.Client.Answer;
import org.yujian.testing.Seed;
import org.yujian.testing.Together;

/** Several editors at the same moment: one order of publication, whole editions, one winner. */
@QuarkusTest
class PublishingConcurrencyTest extends FeedTest {
  private static final int EDITORS = 8;
  private static final int ROUNDS = 6;

  @Test
  void publishedAtRisesInTheOrderOfCommits() {
    Random random = Seed.random("publishedAtRises");
    List<String> accounts = List.of(account("a"), account("b"), account("c"));
    Together.run(
        EDITORS,
        editor ->
            () -> {
              for (int round = 0; round < ROUNDS; round++) {
                publish(oneOf(accounts, random), titles(editor + "-" + round, 3), List.of());
              }
              return null;
            });
    List<List<String>> order =
        tables.rows(
            """
            select e.published_at, e.id from change c join edition e on e.id = c.thing_id
            where c.type = 'edition' order by c.seq
            """);
    assertThat(order).hasSize(EDITORS * ROUNDS);
    assertThat(order.stream().map(row -> row.get(0)).toList()).isSorted().doesNotHaveDuplicates();
    ChangeLogRules.check(tables);
    FeedRules.check(tables);
  }

  @Test
  void readersSeeEditionsWholeOrNotAtAll() {
    String account = account("a");
    AtomicInteger publishing = new AtomicInteger(4);
    List<Callable<Integer>> tasks = new ArrayList<>();
    IntStream.range(0, 4).forEach(i -> tasks.add(() -> publishMany(account, i, publishing)));
    IntStream.range(0, 3).forEach(i -> tasks.add(() -> readWhile(publishing)));
    assertThat(Together.run(tasks)).allMatch(count -> count > 0);
  }

  private int publishMany(String account, int editor, AtomicInteger publishing) {
    for (int round = 0; round < ROUNDS; round++) {
      int count = 1 + (editor + round) % 8;
      publish(account, titles(editor + "-" + round, count), List.of());
    }
    publishing.decrementAndGet();
    return ROUNDS;
  }

  /** Titles end with the number of articles in their edition. */
  private int readWhile(AtomicInteger publishing) {
    int read = 0;
    boolean more = true;
    while (more) {
      more = publishing.get() > 0;
      for (JsonNode edition : client.get("/v1/editions?limit=100").expect(200).items()) {
        assertWhole(edition.path("articles").valueStream().toList());
      }
      List<JsonNode> feed = client.get("/v1/articles?limit=100").expect(200).items();
      Map<String, List<JsonNode>> editions =
          feed.stream().collect(groupingBy(article -> article.path("editionId").asText()));
      editions.remove(feed.isEmpty() ? "" : feed.get(feed.size() - 1).path("editionId").asText());
      editions.values().forEach(PublishingConcurrencyTest::assertWhole);
      read++;
    }
    return read;
  }

  private static void assertWhole(List<JsonNode> articles) {
    int count = Integer.parseInt(articles.get(0).path("title").asText().split("共")[1]);
    assertThat(articles.stream().map(article -> article.path("position").asInt()))
        .containsExactlyElementsOf(IntStream.rangeClosed(1, count).boxed().toList());
  }

  @Test
  void ofTwoWhoPublishTheSameEditionOneIsTold() {
    String account = account("a");
    for (int round = 0; round < ROUNDS; round++) {
      String edition = draft(account, titles("round" + round, 4));
      String etag = client.get("/v1/desk/editions/" + edition).expect(200).etag();
      List<Answer> answers = Together.run(2, i -> () -> client.publish(edition, etag));
      assertThat(answers.stream().map(Answer::status)).containsOnlyOnce(200);
      Answer other = answers.stream().filter(a -> a.status() != 200).findFirst().orElseThrow();
      assertThat(other.status() + other.code())
          .isIn("409already-published", "412precondition-failed");
      assertThat(changes(edition)).hasSize(1);
    }
    ChangeLogRules.check(tables);
    FeedRules.check(tables);
  }

  @Test
  void ofTwoWhoMakeTheSameAccountOrTagOneIsTold() {
    for (int round = 0; round < ROUNDS; round++) {
      String name = "同名" + round;
      assertOneWins("/v1/desk/accounts", name, "account-name-taken");
      assertOneWins("/v1/desk/tags", name, "tag-name-taken");
    }
    assertThat(tables.number("select count(*) from account")).isEqualTo(ROUNDS);
    assertThat(tables.number("select count(*) from tag")).isEqualTo(ROUNDS);
    ChangeLogRules.check(tables);
  }

  private void assertOneWins(String path, String name, String code) {
    List<Answer> answers = Together.run(2, i -> () -> client.post(path, Map.of("name", name)));
    assertThat(answers.stream().map(Answer::status)).containsExactlyInAnyOrder(201, 409);
    assertThat(answers.stream().filter(a -> a.status() == 409).map(Answer::code))
        .containsExactly(code);
  }

  @Test
  void ofTagsGivenAtTheSameMomentNoneIsLost() {
    List<String> tags = IntStream.range(0, EDITORS).mapToObj(i -> tag("tag" + i)).toList();
    String article = published("甲").get(0);
    Together.run(
        EDITORS,
        i -> () -> client.put("/v1/desk/articles/" + article + "/tags/" + tags.get(i)).expect(200));
    JsonNode now = client.get("/v1/articles/" + article).expect(200).json();
    assertThat(now.path("tags").valueStream().map(JsonNode::asText))
        .containsExactlyInAnyOrderElementsOf(tags);
    assertThat(now.path("version").asInt()).isEqualTo(1 + EDITORS);
    assertThat(changes(article)).hasSize(1 + EDITORS);
    ChangeLogRules.check(tables);
    FeedRules.check(tables);
  }

  @Test
  void ofTwoWhoWithdrawOneIsTold() {
    for (int round = 0; round < ROUNDS; round++) {
      List<String> articles = published("乙" + round, "丙" + round);
      String path = "/v1/desk/articles/" + articles.get(0) + "/withdraw";
      Map<String, String> why = Map.of("class", "error");
      List<Answer> answers = Together.run(2, i -> () -> client.post(path, why));
      assertThat(answers.stream().map(Answer::status)).containsExactlyInAnyOrder(200, 410);
      assertThat(changes(articles.get(0))).hasSize(2);
    }
    ChangeLogRules.check(tables);
    FeedRules.check(tables);
  }

  @Test
  void ofTwoRenamesAtTheSameMomentOneIsStale() {
    String account = account("a");
    String path = "/v1/desk/accounts/" + account;
    for (int round = 0; round < ROUNDS; round++) {
      String etag = client.get(path).etag();
      String name = "新名" + round + "-";
      List<Answer> answers =
          Together.run(2, i -> () -> client.patch(path, Map.of("name", name + i), etag));
      assertThat(answers.stream().map(Answer::status)).containsExactlyInAnyOrder(200, 412);
    }
    ChangeLogRules.check(tables);
  }

  /** Publishing waits for the log; a rename of its tag comes then and must not wait for the log. */
  @Test
  void aRenameOfATagDoesNotStandInTheWayOfPublishing() {
    account("a");
    tag("x");
    long deadlocks = deadlocks();
    String etag = client.get("/v1/desk/tags/x").expect(200).etag();
    List<Answer> answers =
        whileTheLogIsHeld(
            () -> client.importDocument("a", document(List.of("甲")), true, List.of("x")),
            () -> client.patch("/v1/desk/tags/x", Map.of("name", "新"), etag));
    answers.get(0).expect(201);
    answers.get(1).expect(200);
    assertThat(deadlocks()).isEqualTo(deadlocks);
  }

  /** The long run of ConsistencyIT found it: an edition that lost its code kept its version. */
  @Test
  void anEditionThatGoesLiveWhileAnAccountClosesLosesItsCodeWithARow() {
    account("a");
    String closing = account("b");
    String name = client.get("/v1/accounts/" + closing).text("name");
    String path = "/v1/desk/accounts/" + closing;
    String etag = client.get(path).etag();
    String shows = "扫描二维码 关注“" + name + "”\n\n" + document(List.of("甲"));
    List<Answer> answers =
        whileTheLogIsHeld(
            () -> client.importDocument("a", shows, true, List.of()),
            () -> client.post(path + "/close", Map.of(), etag));
    String edition = answers.get(0).expect(201).json().at("/articles/0/editionId").asText();
    answers.get(1).expect(200);
    JsonNode now = client.get("/v1/editions/" + edition).expect(200).json();
    assertThat(now.path("followTargets")).isEmpty();
    assertThat(now.path("version").asInt()).isEqualTo(2);
    assertThat(changes(edition)).hasSize(2);
    ChangeLogRules.check(tables);
  }

  /** What the draft showed is another target when it goes live. */
  @Test
  void anEditionGoesLiveWhileAnAccountTakesOverWhatItShows() {
    account("a");
    String own = account("b");
    String shows = "扫描二维码 关注“外社区”\n\n" + document(List.of("甲"));
    String edition =
        client
            .importDocument("a", shows, false, List.of())
            .expect(201)
            .json()
            .at("/articles/0/editionId")
            .asText();
    String path = "/v1/desk/accounts/" + own;
    String etag = client.get(path).etag();
    String seen = client.get("/v1/desk/editions/" + edition).etag();
    List<Answer> answers =
        whileTheLogIsHeld(
            () -> client.patch(path, Map.of("name", "外社区"), etag),
            () -> client.publish(edition, seen));
    answers.get(0).expect(200);
    answers.get(1).expect(200);
    JsonNode now = client.get("/v1/editions/" + edition).expect(200).json();
    assertThat(now.at("/followTargets/0/accountId").asText()).isEqualTo(own);
    assertThat(now.path("followTargets")).hasSize(1);
    ChangeLogRules.check(tables);
  }

  /** Both wait then, the second behind the first or not, and go on together. */
  private List<Answer> whileTheLogIsHeld(Callable<Answer> first, Callable<Answer> second) {
    ExecutorService editors = Executors.newFixedThreadPool(2);
    try (Connection log = database.getConnection()) {
      log.setAutoCommit(false);
      log.createStatement().execute("select pg_advisory_xact_lock(" + 0x59554A49414EL + ")");
      Future<Answer> one = editors.submit(first);
      awaitWaiting(1);
      Future<Answer> other = editors.submit(second);
      awaitWaiting(2);
      log.rollback();
      return List.of(one.get(20, TimeUnit.SECONDS), other.get(20, TimeUnit.SECONDS));
    } catch (InterruptedException | ExecutionException | TimeoutException | SQLException e) {
      throw new AssertionError(e);
    } finally {
      editors.shutdownNow();
    }
  }

  private void awaitWaiting(int sessions) {
    long deadline = System.nanoTime() + TimeUnit.SECONDS.toNanos(4);
    while (tables.number("select count(distinct pid) from pg_locks where not granted") < sessions) {
      assertThat(System.nanoTime()).as("%d sessions wait", sessions).isLessThan(deadline);
      LockSupport.parkNanos(TimeUnit.MILLISECONDS.toNanos(20));
    }
  }

  private List<String> published(String... titles) {
    if (tables.number("select count(*) from account") == 0) {
      account("a");
    }
    return publish("a", List.of(titles), List.of())
        .json()
        .path("articles")
        .valueStream()
        .map(article -> article.path("articleId").asText())
        .collect(mapping(id -> id, toList()));
  }

  private List<String> changes(String thing) {
    return tables.texts("select seq from change where thing_id = ?::uuid", thing);
  }

  private static List<String> titles(String name, int count) {
    return IntStream.rangeClosed(1, count).mapToObj(i -> name + "第" + i + "篇共" + count).toList();
  }
}
