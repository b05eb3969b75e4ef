package org.yujian.search;

import static java.util.stream.Collectors.toSet;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.UncheckedIOException;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.BooleanSupplier;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.yujian.testing.Client;
import org.yujian.testing.Nodes;
import org.yujian.testing.Seed;

/**
 * Two nodes as processes: what one publishes, corrects or takes back the other finds, or finds no
 * more, in no time; and after kill -9 in the middle of it nothing live is missing and no hit leads
 * nowhere. {@code -Dsearch.rounds=…} for a longer run.
 */
class SearchNodesIT {
  private static final int ROUNDS = Integer.getInteger("search.rounds", 3);
  private static final long OLDEST_NANOS = TimeUnit.SECONDS.toNanos(3);
  private static final int WRITERS = 3;
  private static final int STEPS_BEFORE_KILL = 12;
  private static final String WORDS = "天地玄黄宇宙洪荒日月盈昃辰宿列张寒来暑往秋收冬藏闰余成岁律吕调阳";

  private static Nodes nodes;
  private static String account;

  private final Random random = Seed.random("SearchNodesIT");
  private static final AtomicInteger NUMBERS = new AtomicInteger();

  @BeforeAll
  static void start() throws InterruptedException {
    nodes = new Nodes("search", 2, "yujian.sample=false");
    account =
        nodes
            .client(0)
            .post("/v1/desk/accounts", Map.of("handle", "ceshi", "name", "测试号"))
            .expect(201)
            .text("id");
  }

  @AfterAll
  static void stop() {
    nodes.close();
  }

  /** A word that no other text has. */
  private String word() {
    int number = NUMBERS.incrementAndGet();
    int all = WORDS.length();
    return "" + WORDS.charAt(number % all) + "第" + number + "号" + WORDS.charAt(number / all % all);
  }

  private static List<String> found(int node, String word) {
    return found(node, word, 100);
  }

  private static List<String> found(int node, String word, int limit) {
    String path = "/v1/search?match=exact&type=articles&limit=" + limit + "&q=";
    String q = URLEncoder.encode('"' + word + '"', StandardCharsets.UTF_8);
    return nodes.client(node).get(path + q).expect(200).items().stream()
        .map(item -> item.path("article").path("id").asText())
        .toList();
  }

  private static void correct(Client client, String article, String text) {
    String path = "/v1/desk/articles/" + article;
    Map<String, Object> block = Map.of("type", "paragraph", "text", text);
    Client.Answer changed =
        client.patch(path, Map.of("blocks", List.of(block)), client.get(path).etag()).expect(200);
    client.post(path + "/corrections", Map.of("class", "typo"), changed.etag()).expect(200);
  }

  private static void withdraw(Client client, String article) {
    client.post("/v1/desk/articles/" + article + "/withdraw", Map.of("class", "other")).expect(200);
  }

  /**
   * A node hears of another's change within a quarter of a second; an answer from memory is never
   * older than a second, and what it takes to ask.
   */
  private static void await(BooleanSupplier condition) {
    long end = System.nanoTime() + OLDEST_NANOS;
    while (!condition.getAsBoolean()) {
      assertThat(System.nanoTime()).isLessThan(end);
    }
  }

  @Test
  void whatOneNodeChangesTheOtherFindsAtOnce() {
    for (int round = 0; round < ROUNDS * 5; round++) {
      Client here = nodes.client(round % 2);
      int there = (round + 1) % 2;
      String first = word();
      String second = word();
      // Remembered over there: found again as soon as that node has heard of it (E4).
      assertThat(found(there, first, 50)).isEmpty();
      String article = SearchFixtures.publish(here, account, "消息" + round, first + "开始");
      await(() -> found(there, first).equals(List.of(article)));
      await(() -> found(there, first, 50).equals(List.of(article)));
      correct(here, article, second + "开始");
      await(() -> found(there, second).equals(List.of(article)));
      assertThat(found(there, first + "开")).isEmpty();
      withdraw(here, article);
      await(() -> found(there, second + "开").isEmpty());
      await(() -> found(there, second).isEmpty());
    }
  }

  @Test
  void afterAKillNothingIsMissingAndNoHitLeadsNowhere() throws InterruptedException {
    Set<String> words = new HashSet<>();
    ExecutorService threads = Executors.newFixedThreadPool(WRITERS);
    for (int round = 0; round < ROUNDS; round++) {
      CountDownLatch enough = new CountDownLatch(STEPS_BEFORE_KILL);
      List<CompletableFuture<Void>> writers = new ArrayList<>();
      for (int i = 0; i < WRITERS; i++) {
        long seed = random.nextLong();
        writers.add(
            CompletableFuture.runAsync(() -> write(new Random(seed), words, enough), threads));
      }
      assertThat(enough.await(1, TimeUnit.MINUTES)).isTrue();
      nodes.killAndRestart(0);
      // Whoever got another answer than the expected one says so here.
      writers.forEach(CompletableFuture::join);
      everythingFits(words);
    }
    threads.shutdown();
  }

  /** Until the node is gone. */
  private void write(Random chance, Set<String> words, CountDownLatch enough) {
    Client client = nodes.client(0);
    List<String> live = new ArrayList<>();
    try {
      while (true) {
        String word = word();
        synchronized (words) {
          words.add(word);
        }
        int step = live.isEmpty() ? 0 : chance.nextInt(4);
        if (step < 2) {
          live.add(SearchFixtures.publish(client, account, word + "标题", word + "正文"));
        } else if (step == 2) {
          correct(client, live.get(chance.nextInt(live.size())), word + "更正");
        } else {
          withdraw(client, live.remove(chance.nextInt(live.size())));
        }
        enough.countDown();
      }
    } catch (UncheckedIOException killed) {
      // As it was meant.
    }
  }

  /** By the node that was not killed: texts of the public, against what is found. */
  private static void everythingFits(Set<String> words) {
    Client client = nodes.client(1);
    Map<String, String> texts = new HashMap<>();
    String next = "";
    while (next != null) {
      Client.Answer page = client.get("/v1/articles?limit=100" + next).expect(200);
      for (JsonNode item : page.items()) {
        String id = item.path("id").asText();
        Client.Answer article = client.get("/v1/articles/" + id + "?body=text").expect(200);
        texts.put(id, article.text("title") + "\n" + article.text("text"));
      }
      next = page.text("next").isEmpty() ? null : "&cursor=" + page.text("next");
    }
    assertThat(texts).isNotEmpty();
    for (String word : words) {
      Set<String> expected =
          texts.entrySet().stream()
              .filter(text -> text.getValue().contains(word))
              .map(Map.Entry::getKey)
              .collect(toSet());
      await(() -> expected.equals(new HashSet<>(found(1, word))));
    }
  }
}
