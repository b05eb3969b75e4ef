package org.yujian.feed;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.quarkus.test.junit.QuarkusTest;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import java.util.concurrent.Callable;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.yujian.testing.Seed;
import org.yujian.testing.Together;

/**
 * Paging while eight editors publish: whoever walks down and up again sees each item exactly once,
 * and whoever keeps the first page's {@code prev} and polls it gets everything new, in order.
 */
@QuarkusTest
class PagingUnderPublicationTest extends FeedTest {
  private static final int ARTICLES = 1_000;
  private static final int EDITORS = 8;
  private static final int DOCUMENTS = 4;

  /** A list, and the ids that it should have by the tables, newest first. */
  private record Feed(String path, String query) {}

  private static final String ARTICLE_IDS =
      "select a.id from article a where a.state = 'published' %s order by a.feed_order desc";
  private static final String EDITION_IDS =
      "select e.id from edition e where e.state = 'published' %s order by e.published_at desc";
  private static final List<Feed> FEEDS =
      List.of(
          new Feed("/v1/articles?", String.format(Locale.ROOT, ARTICLE_IDS, "")),
          new Feed(
              "/v1/articles?account=@a", String.format(Locale.ROOT, ARTICLE_IDS, ofAccount("a"))),
          new Feed(
              "/v1/articles?tag=x",
              String.format(Locale.ROOT, ARTICLE_IDS, "and 'x' = any (a.tags)")),
          new Feed(
              "/v1/articles?account=@a&tag=x",
              String.format(Locale.ROOT, ARTICLE_IDS, "and 'x' = any (a.tags) " + ofAccount("a"))),
          new Feed("/v1/editions?", String.format(Locale.ROOT, EDITION_IDS, "")),
          new Feed(
              "/v1/editions?account=@a", String.format(Locale.ROOT, EDITION_IDS, ofAccount("a"))));

  private static String ofAccount(String handle) {
    return "and account_id = (select id from account where handle = '" + handle + "')";
  }

  private final AtomicInteger editors = new AtomicInteger(EDITORS);

  @Test
  void eachItemIsSeenOnceWhileOthersPublish() {
    Random random = Seed.random("paging");
    List.of("a", "b", "c").forEach(this::account);
    List.of("x", "y").forEach(this::tag);
    Together.run(EDITORS, i -> () -> crowd(i, new Random(random.nextLong())));
    assertThat(tables.number("select count(*) from article")).isGreaterThanOrEqualTo(ARTICLES);

    List<List<String>> before = FEEDS.stream().map(feed -> tables.texts(feed.query())).toList();
    List<Callable<List<String>>> tasks = new ArrayList<>();
    for (int i = 0; i < FEEDS.size(); i++) {
      Feed feed = FEEDS.get(i);
      List<String> there = before.get(i);
      JsonNode top = client.get(feed.path()).expect(200).json();
      int limit = 1 + random.nextInt(50);
      tasks.add(() -> poll(feed, top.path("prev").asText(), limit));
      tasks.add(() -> downAndUp(feed, there, 1 + limit * 2 % 60));
    }
    IntStream.range(0, EDITORS)
        .mapToObj(i -> new Random(random.nextLong()))
        .forEach(chance -> tasks.add(() -> publishSome(chance)));
    List<List<String>> seen = Together.run(tasks);

    for (int i = 0; i < FEEDS.size(); i++) {
      List<String> now = tables.texts(FEEDS.get(i).query());
      List<String> added = now.subList(0, now.size() - before.get(i).size());
      assertThat(seen.get(2 * i)).as("polled %s", FEEDS.get(i)).isEqualTo(added);
      assertThat(seen.get(2 * i + 1)).as("walked %s", FEEDS.get(i)).isEqualTo(now);
    }
  }

  /** Big documents: many editions in one transaction, a microsecond apart. */
  private List<String> crowd(int editor, Random random) {
    int written = 0;
    while (written * EDITORS < ARTICLES) {
      int count = 1 + random.nextInt(40);
      publishOne(editor + "-" + written, count, random);
      written += count;
    }
    return List.of();
  }

  private List<String> publishSome(Random random) {
    for (int i = 0; i < DOCUMENTS; i++) {
      publishOne("新" + random.nextLong(), 1 + random.nextInt(10), random);
    }
    editors.decrementAndGet();
    return List.of();
  }

  private void publishOne(String name, int articles, Random random) {
    List<String> titles = IntStream.range(0, articles).mapToObj(i -> name + "篇" + i).toList();
    List<String> tags = List.of("x", "y").subList(0, random.nextInt(3));
    publish(oneOf(List.of("a", "b", "c"), random), titles, tags);
  }

  /** From a kept cursor upward until all editors are done and nothing comes any more. */
  private List<String> poll(Feed feed, String prev, int limit) {
    List<String> seen = new ArrayList<>();
    String cursor = prev;
    boolean more = true;
    while (more) {
      boolean done = editors.get() == 0;
      JsonNode page = page(feed, limit, cursor);
      List<String> ids = ids(page);
      seen.addAll(0, ids);
      cursor = page.path("prev").asText();
      more = !done || !ids.isEmpty();
      if (ids.isEmpty()) {
        LockSupport.parkNanos(TimeUnit.MILLISECONDS.toNanos(50));
      }
    }
    return seen;
  }

  /** Down to the end, which has just what was there, below what is new; then all the way up. */
  private List<String> downAndUp(Feed feed, List<String> there, int limit) {
    List<String> down = new ArrayList<>();
    JsonNode page = client.get(feed.path() + "&limit=" + limit).expect(200).json();
    down.addAll(ids(page));
    while (page.has("next")) {
      page = page(feed, limit, page.path("next").asText());
      down.addAll(ids(page));
    }
    assertThat(down).as("down %s", feed).doesNotHaveDuplicates();
    assertThat(down.subList(down.size() - there.size(), down.size())).isEqualTo(there);
    List<String> all = new ArrayList<>(ids(page));
    all.addAll(0, poll(feed, page.path("prev").asText(), limit));
    return all;
  }

  private JsonNode page(Feed feed, int limit, String cursor) {
    String path = feed.path() + "&limit=" + limit + "&cursor=" + cursor;
    return client.get(path).expect(200).json();
  }

  private static List<String> ids(JsonNode page) {
    return page.path("items").valueStream().map(item -> item.path("id").asText()).toList();
  }
}
