package org.yujian.home;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.UUID;
import org.yujian.home.ModelFeed.Article;
import org.yujian.home.ModelFeed.Place;
import org.yujian.testing.Client.Answer;

/** What the devices of a walk do with articles, at once or later, by clocks that are wrong. */
final class ModelMarks {

  /** Something done with an article; what is null was not. */
  record Op(String article, Boolean read, Integer rev, Boolean star, Integer offset, Instant at) {
    private static final String BLOCK = "b1";

    Map<String, Object> request(int clientSeq) {
      Map<String, Object> op = new HashMap<>();
      op.put("clientSeq", clientSeq);
      op.put("articleId", article);
      op.put("read", read);
      op.put("rev", rev);
      op.put("star", star);
      op.put("position", offset == null ? null : Map.of("blockId", BLOCK, "offset", offset));
      op.put("at", at.toString());
      op.values().removeIf(value -> value == null);
      return op;
    }

    /** True when anything changed. */
    boolean apply(ModelMark mark, int liveRev, Instant now) {
      Instant counted = at.isAfter(now) ? now : at;
      boolean rose = read != null && mark.read(rev == null ? liveRev : Math.min(rev, liveRev));
      boolean starred = star != null && mark.star(star, counted);
      boolean moved = offset != null && mark.position(BLOCK, offset, counted);
      return rose || starred || moved;
    }
  }

  private static final int RECENT = 30;
  private static final int MOST_REVS = 3;
  private static final int MOST_DAYS_LATE = 5;

  private final ModelFeed feed;
  private final Random random;

  ModelMarks(ModelFeed feed, Random random) {
    this.feed = feed;
    this.random = random;
  }

  /** By the device's clock, mostly just now, sometimes as if it had been offline for days. */
  Op any(ModelDevice device) {
    Instant at = device.now();
    if (random.nextInt(4) == 0) {
      at = at.minus(random.nextInt(MOST_DAYS_LATE), ChronoUnit.DAYS);
    }
    int what = 1 + random.nextInt(7);
    boolean read = (what & 1) > 0;
    return new Op(
        article(),
        read ? true : null,
        read && random.nextInt(3) == 0 ? 1 + random.nextInt(MOST_REVS) : null,
        (what & 2) > 0 ? random.nextInt(3) > 0 : null,
        (what & 4) > 0 ? random.nextInt(10) : null,
        at);
  }

  private String article() {
    List<Article> all = feed.all();
    if (all.isEmpty() || random.nextInt(30) == 0) {
      return UUID.randomUUID().toString();
    }
    int recent = Math.min(all.size(), random.nextInt(3) == 0 ? all.size() : RECENT);
    return all.get(all.size() - 1 - random.nextInt(recent)).id;
  }

  /** Sends ops together; the answers and the model agree on each. */
  void send(ModelDevice device, List<Op> ops) {
    List<Map<String, Object>> requests = new ArrayList<>();
    for (Op op : ops) {
      requests.add(op.request(requests.size()));
    }
    Instant before = Instant.now().truncatedTo(ChronoUnit.MICROS);
    Answer answer = device.client().post("/v1/me/states", Map.of("ops", requests)).expect(200);
    List<JsonNode> results = answer.json().path("results").valueStream().toList();
    assertThat(results).hasSameSizeAs(ops);
    Instant now = clamped(ops, results, before);
    List<String> wanted = new ArrayList<>();
    for (Op op : ops) {
      Article article = feed.article(op.article());
      boolean changed =
          article != null && op.apply(device.reader().mark(article.id), article.rev, now);
      wanted.add(article == null ? "unknown" : changed ? "applied" : "kept");
    }
    assertThat(results).extracting(result -> result.path("result").asText()).isEqualTo(wanted);
    for (JsonNode result : results) {
      String id = result.path("articleId").asText();
      assertThat(ModelMark.Shown.of(result.path("mark")))
          .as(id)
          .isEqualTo(device.reader().shown(id));
    }
  }

  /** What a future counted as: the server's now, which one of the marks shows. */
  private static Instant clamped(List<Op> ops, List<JsonNode> results, Instant before) {
    Instant after = Instant.now();
    Instant now = after;
    for (int i = 0; i < ops.size(); i++) {
      JsonNode mark = results.get(i).path("mark");
      boolean shows = ops.get(i).star() != null || ops.get(i).offset() != null;
      if (ops.get(i).at().isAfter(after) && shows && !mark.isMissingNode()) {
        JsonNode at =
            ops.get(i).star() == null ? mark.path("position").path("at") : mark.path("starAt");
        now = Instant.parse(at.asText());
        assertThat(now).isBetween(before, after);
      }
    }
    return now;
  }

  /** Everything of some accounts up to an article, or to a place in the feed that is shown. */
  String readUpTo(ModelDevice device, List<String> accounts) {
    List<Article> all = feed.all();
    String upTo;
    Place place;
    if (!all.isEmpty() && random.nextBoolean()) {
      Article article = all.get(random.nextInt(all.size()));
      upTo = article.id;
      place = article.place();
    } else {
      Answer page = device.client().get("/v1/me/feed?limit=" + (1 + random.nextInt(9))).expect(200);
      boolean end = page.json().has("next") && random.nextBoolean();
      upTo = page.text(end ? "next" : "prev");
      place = page.items().isEmpty() ? Place.NOWHERE : place(page.items(), end);
    }
    Map<String, Object> request = Map.of("accountIds", accounts, "upTo", upTo);
    Answer answer = device.client().post("/v1/me/states/mark-read", request).expect(200);
    accounts.forEach(account -> device.reader().readUpTo(account, place));
    assertThat(ModelChecks.unread(answer))
        .isEqualTo(ModelChecks.unread(device.reader(), accounts::contains));
    return place.toString();
  }

  private static Place place(List<JsonNode> items, boolean end) {
    JsonNode item = items.get(end ? items.size() - 1 : 0);
    return new Place(
        Instant.parse(item.path("publishedAt").asText()), item.path("position").asInt());
  }
}
