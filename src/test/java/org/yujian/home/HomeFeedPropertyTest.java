package org.yujian.home;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.yujian.testing.Client;
import org.yujian.testing.DeskTest;
import org.yujian.testing.Phone;
import org.yujian.testing.Seed;

/**
 * A reader follows, mutes and pages by chance while accounts publish, withdraw and publish again:
 * each page is what the tables say. {@code -Dhome.steps=…} for longer.
 */
@QuarkusTest
class HomeFeedPropertyTest extends DeskTest {
  private static final int STEPS = Integer.getInteger("home.steps", 100);

  /** Cursors that are kept; older ones are used as well as new ones. */
  private static final int CURSORS = 40;

  /** The first ones go far below the heads. */
  private static final List<Integer> ARTICLES = List.of(150, 80, 30, 9, 9, 3, 1, 0);

  private static final String EXPECTED =
      """
      select feed_order, id, edition_id from article where state = 'published' and account_id in
        (select account_id from follow where active and not muted) order by feed_order desc
      """;

  /** A cursor with what it means. */
  private record Kept(boolean editions, boolean upward, long key, String cursor) {}

  @TestHTTPResource("/")
  URI base;

  private final List<String> accounts = new ArrayList<>();
  private final List<Kept> kept = new ArrayList<>();
  private Random random;
  private Client office;
  private Client phone;
  private int pages;
  private int shown;

  @Test
  void eachPageIsWhatTheTablesSay() {
    random = Seed.random("home");
    office = new Client(base, adminKey());
    phone = office.with(Phone.signUp().accessToken());
    for (int articles : ARTICLES) {
      accounts.add(account("账号" + accounts.size()));
      publish(accounts.get(accounts.size() - 1), articles);
    }
    for (int step = 0; step < STEPS; step++) {
      change();
      look();
      look();
    }
    System.out.printf(Locale.ROOT, "home: %d pages, %d items%n", pages, shown);
    assertThat(shown).isGreaterThan(STEPS * 4);
  }

  private void change() {
    String account = oneOf(accounts);
    String follow = "/v1/me/follows/" + account;
    switch (random.nextInt(12)) {
      case 0, 1, 2, 3 -> phone.put(follow, Map.of("muted", false)).expect(200);
      case 4 -> phone.put(follow, Map.of("muted", true)).expect(200);
      case 5 -> phone.delete(follow).expect(204);
      case 6 -> publish(account, 1 + random.nextInt(12));
      case 7, 8 -> act("article", "published", "withdraw", Map.of("class", "error"));
      case 9 -> act("edition", "published", "withdraw", Map.of("class", "error"));
      case 10 -> act("article", "withdrawn", "republish", Map.of());
      default -> act("edition", "withdrawn", "republish", Map.of());
    }
  }

  private void publish(String account, int articles) {
    StringBuilder text = new StringBuilder();
    for (int i = 0; i < articles; i++) {
      text.append("# ").append(random.nextInt()).append("\n\n正文。\n\n");
    }
    if (articles > 0) {
      office.importDocument(account, text.toString(), true, List.of()).expect(201);
    }
  }

  private void act(String table, String state, String action, Map<String, String> request) {
    List<String> some =
        tables().texts("select id from " + table + " where state = ? order by id", state);
    if (!some.isEmpty()) {
      String path = "/v1/desk/" + table + "s/" + oneOf(some);
      String etag = office.get(path).expect(200).etag();
      office.post(path + "/" + action, request, etag).expect(200);
    }
  }

  private void look() {
    boolean top = kept.isEmpty() || random.nextInt(5) == 0;
    Kept from = top ? new Kept(random.nextBoolean(), false, Long.MAX_VALUE, null) : oneOf(kept);
    int limit = random.nextInt(6) == 0 ? 100 : 1 + random.nextInt(30);
    String path =
        "/v1/me/feed?limit="
            + limit
            + (from.editions() ? "&group=edition" : "")
            + (from.cursor() == null ? "" : "&cursor=" + from.cursor());
    JsonNode page = phone.get(path).expect(200).json();
    TreeMap<Long, String> all = expected(from.editions());
    List<Long> there =
        from.upward()
            ? List.copyOf(all.tailMap(from.key(), false).keySet())
            : List.copyOf(all.headMap(from.key(), false).descendingKeySet());
    List<Long> keys = new ArrayList<>(there.subList(0, Math.min(limit, there.size())));
    if (from.upward()) {
      keys.sort((one, other) -> Long.compare(other, one));
    }
    assertThat(items(page)).as(path).isEqualTo(keys.stream().map(all::get).toList());
    assertThat(page.has("next")).as(path).isEqualTo(from.upward() || there.size() > limit);
    keep(page, from.editions(), keys);
    pages++;
    shown += keys.size();
  }

  /** The whole feed: each item's key with its ids. */
  private TreeMap<Long, String> expected(boolean editions) {
    TreeMap<Long, String> all = new TreeMap<>();
    for (List<String> row : tables().rows(EXPECTED)) {
      long order = Long.parseLong(row.get(0));
      if (editions) {
        all.merge(
            order >> 3, row.get(2) + " " + row.get(1), (some, one) -> some + " " + row.get(1));
      } else {
        all.put(order, row.get(1));
      }
    }
    return all;
  }

  private static List<String> items(JsonNode page) {
    return page.path("items").valueStream().map(HomeFeedPropertyTest::ids).toList();
  }

  private static String ids(JsonNode item) {
    StringBuilder ids = new StringBuilder(item.path("id").asText());
    item.path("articles").forEach(article -> ids.append(' ').append(article.path("id").asText()));
    return ids.toString();
  }

  private void keep(JsonNode page, boolean editions, List<Long> keys) {
    if (keys.isEmpty()) {
      return;
    }
    long last = keys.get(keys.size() - 1);
    kept.add(new Kept(editions, true, keys.get(0), page.path("prev").asText()));
    if (page.has("next")) {
      kept.add(new Kept(editions, false, last, page.path("next").asText()));
    }
    IntStream.range(CURSORS, kept.size()).forEach(i -> kept.remove(random.nextInt(kept.size())));
  }

  private <T> T oneOf(List<T> some) {
    return some.get(random.nextInt(some.size()));
  }
}
