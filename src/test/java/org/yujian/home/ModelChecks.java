package org.yujian.home;

import static java.util.stream.Collectors.toSet;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Predicate;
import java.util.function.Supplier;
import org.yujian.home.ModelFeed.Article;
import org.yujian.home.ModelFeed.Place;
import org.yujian.testing.Client.Answer;

/** What devices read is what the model says. */
final class ModelChecks {
  private static final long PATIENCE = TimeUnit.MINUTES.toNanos(5);
  private static final int LEAST_LIMIT = 7;
  private static final int MOST_LIMIT = 100;

  private final ModelFeed feed;
  private final Random random;

  ModelChecks(ModelFeed feed, Random random) {
    this.feed = feed;
    this.random = random;
  }

  /** Follows, marks, stars and counts come from the database: at once and on any node. */
  void personal(ModelDevice device) {
    ModelReader reader = device.reader();
    Map<String, String> follows = new LinkedHashMap<>();
    for (JsonNode item : items(device, "/v1/me/follows?")) {
      String scene = " scene " + item.path("scene").asText();
      follows.put(item.path("accountId").asText(), follow(item) + scene);
    }
    assertThat(follows).as("follows of %s", device).isEqualTo(follows(reader, true));
    Answer unread = device.client().get("/v1/me/unread").expect(200);
    assertThat(unread(unread)).isEqualTo(unread(reader, account -> true));
    assertThat(unread.items())
        .as("in the order of the list")
        .extracting(item -> item.path("accountId").asText())
        .isEqualTo(List.copyOf(follows.keySet()));
    assertThat(
            items(device, "/v1/me/stars?").stream()
                .map(item -> item.path("mark").path("articleId").asText())
                .collect(toSet()))
        .as("stars of %s", device)
        .isEqualTo(new TreeSet<>(reader.starred()));
    List<String> marked = reader.marked();
    marks(device, marked)
        .forEach(
            (id, mark) -> {
              assertThat(ModelMark.Shown.of(mark)).as(id).isEqualTo(reader.shown(id));
              assertThat(mark.path("corrected").asBoolean()).isEqualTo(corrected(mark));
            });
  }

  /** One of the device's follows. */
  JsonNode shownFollow(ModelDevice device, String account) {
    return items(device, "/v1/me/follows?").stream()
        .filter(item -> item.path("accountId").asText().equals(account))
        .findFirst()
        .orElseThrow();
  }

  private boolean corrected(JsonNode mark) {
    int rev = feed.article(mark.path("articleId").asText()).rev;
    return mark.path("read").asBoolean() && mark.path("readRev").asInt() < rev;
  }

  /** The marks of these articles as the API has them, one for each. */
  Map<String, JsonNode> marks(ModelDevice device, List<String> articles) {
    Map<String, JsonNode> found = new TreeMap<>();
    for (int i = 0; i < articles.size(); i += MOST_LIMIT) {
      List<String> some = articles.subList(i, Math.min(articles.size(), i + MOST_LIMIT));
      String ids = String.join(",", some);
      for (JsonNode mark :
          device.client().get("/v1/me/states?articleIds=" + ids).expect(200).items()) {
        found.put(mark.path("articleId").asText(), mark);
      }
    }
    assertThat(found).containsOnlyKeys(articles);
    return found;
  }

  /** A follow as the API and a copy show it. */
  static String follow(JsonNode follow) {
    JsonNode upTo = follow.path("readUpTo");
    Place place =
        upTo.isMissingNode()
            ? Place.NOWHERE
            : new Place(
                Instant.parse(upTo.path("publishedAt").asText()), upTo.path("position").asInt());
    return String.format(
        Locale.ROOT,
        "since %s muted %s read up to %s",
        Instant.parse(follow.path("followedAt").asText()),
        follow.path("muted").asBoolean(),
        place);
  }

  /** The same of the model. */
  static Map<String, String> follows(ModelReader reader, boolean scenes) {
    Map<String, String> told = new TreeMap<>();
    reader
        .follows()
        .forEach(
            (account, follow) ->
                told.put(
                    account,
                    String.format(
                            Locale.ROOT,
                            "since %s muted %s read up to %s",
                            follow.since,
                            follow.muted,
                            follow.watermark())
                        + (scenes ? " scene " + follow.scene : "")));
    return told;
  }

  /** Value and relation by account. */
  static Map<String, String> unread(Answer answer) {
    Map<String, String> found = new TreeMap<>();
    for (JsonNode item : answer.items()) {
      JsonNode unread = item.path("unread");
      found.put(
          item.path("accountId").asText(),
          unread.path("relation").asText() + unread.path("value").asInt());
    }
    return found;
  }

  static Map<String, String> unread(ModelReader reader, Predicate<String> accounts) {
    Map<String, String> counts = new TreeMap<>();
    for (String account : reader.follows().keySet()) {
      if (accounts.test(account)) {
        int count = reader.unread(account);
        counts.put(account, count > Unread.HIGHEST ? "gte" + Unread.HIGHEST : "eq" + count);
      }
    }
    return counts;
  }

  /** The home feed, plain and by edition. */
  void home(ModelDevice device) {
    List<Article> home = device.reader().home();
    eventually(
        "home feed of " + device,
        home.stream().map(article -> article.id + " " + article.rev).toList(),
        () ->
            items(device, "/v1/me/feed?").stream()
                .map(item -> item.path("id").asText() + " " + item.path("rev").asInt())
                .toList());
    Map<String, List<String>> editions = new LinkedHashMap<>();
    for (Article article : home) {
      String key = article.edition + " " + article.publishedAt;
      editions.computeIfAbsent(key, edition -> new ArrayList<>()).add(article.id);
    }
    eventually(
        "home feed of " + device + " by editions",
        List.copyOf(editions.entrySet()),
        () ->
            items(device, "/v1/me/feed?group=edition&").stream()
                .map(ModelChecks::edition)
                .toList());
  }

  private static Map.Entry<String, List<String>> edition(JsonNode item) {
    Instant publishedAt = Instant.parse(item.path("publishedAt").asText());
    return Map.entry(
        item.path("id").asText() + " " + publishedAt,
        item.path("articles").valueStream().map(article -> article.path("id").asText()).toList());
  }

  /** Whom the reader does not follow, or not aloud, is gone from the feed at once. */
  void isQuiet(ModelDevice device, String account) {
    List<JsonNode> items = device.client().get("/v1/me/feed?limit=100").expect(200).items();
    assertThat(items).extracting(item -> item.path("accountId").asText()).doesNotContain(account);
  }

  /** All pages of a list. */
  private List<JsonNode> items(ModelDevice device, String path) {
    int limit = LEAST_LIMIT + random.nextInt(MOST_LIMIT - LEAST_LIMIT);
    List<JsonNode> all = new ArrayList<>();
    String cursor = "";
    do {
      Answer page = device.client().get(path + "limit=" + limit + cursor).expect(200);
      all.addAll(page.items());
      cursor = page.json().has("next") ? "&cursor=" + page.text("next") : null;
    } while (cursor != null);
    return all;
  }

  /** Another node hears of what was published within a second, on a busy machine later. */
  static <T> void eventually(String what, T wanted, Supplier<T> look) {
    long deadline = System.nanoTime() + PATIENCE;
    T found = look.get();
    while (!found.equals(wanted) && System.nanoTime() < deadline) {
      LockSupport.parkNanos(TimeUnit.MILLISECONDS.toNanos(20));
      found = look.get();
    }
    assertThat(found).as(what).isEqualTo(wanted);
  }
}
