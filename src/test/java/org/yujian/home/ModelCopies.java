package org.yujian.home;

import static java.util.stream.Collectors.toSet;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.yujian.home.ModelFeed.Article;
import org.yujian.testing.SyncedPhone;

/** The copies that devices keep: synced in any steps, and in the end what the model says. */
final class ModelCopies {
  private static final int MOST_LIMIT = 40;

  private final ModelFeed feed;
  private final ModelChecks checks;
  private final Random random;

  ModelCopies(ModelFeed feed, ModelChecks checks, Random random) {
    this.feed = feed;
    this.checks = checks;
    this.random = random;
  }

  /** A few answers, often small ones; the app may end in the middle of the last. */
  String some(ModelDevice device) {
    int limit = random.nextBoolean() ? 1 + random.nextInt(3) : 1 + random.nextInt(MOST_LIMIT);
    int times = 1 + random.nextInt(6);
    boolean more = true;
    for (int i = 0; i < times && more; i++) {
      more = device.copy().step(limit);
    }
    if (more && random.nextBoolean()) {
      device.copy().step(limit, random.nextInt(limit));
    }
    return String.format(Locale.ROOT, "%s %d x %d", device, times, limit);
  }

  /** Synced to its end, the copy is what the model says. */
  void check(ModelDevice device) {
    ModelReader reader = device.reader();
    SyncedPhone copy = device.copy();
    ModelChecks.eventually(
        "articles of the copy of " + device,
        articles(reader),
        () -> articles(reader, copy.sync(1 + random.nextInt(MOST_LIMIT))));
    Map<String, String> follows = new TreeMap<>();
    copy.things("follow").forEach((id, follow) -> follows.put(id, ModelChecks.follow(follow)));
    assertThat(follows)
        .as("follows of the copy of %s", device)
        .isEqualTo(ModelChecks.follows(reader, false));
    assertThat(copy.things("account")).containsOnlyKeys(follows.keySet());
    Set<String> editions =
        feed.live(reader::follows).stream().map(article -> article.edition).collect(toSet());
    assertThat(editions).containsAll(copy.things("edition").keySet());
    marks(device, copy);
  }

  /** Revisions of what the copy must have. */
  private Map<String, Integer> articles(ModelReader reader) {
    Map<String, Integer> revs = new TreeMap<>();
    for (String account : reader.follows().keySet()) {
      List<Article> live = feed.live(account::equals);
      live.stream().limit(certain(account)).forEach(article -> revs.put(article.id, article.rev));
    }
    return revs;
  }

  /** A follow brought the newest 200 of then; which of the older ones, depends on when it came. */
  private int certain(String account) {
    return Math.max(0, ReaderSyncWalk.NEWEST - feed.withdrawals(account));
  }

  /** Revisions of what it has; only the certain ones of accounts that have many. */
  private Map<String, Integer> articles(ModelReader reader, SyncedPhone copy) {
    Set<String> older = new TreeSet<>();
    for (String account : reader.follows().keySet()) {
      feed.live(account::equals).stream()
          .skip(certain(account))
          .forEach(article -> older.add(article.id));
    }
    Map<String, Integer> revs = new TreeMap<>();
    copy.things("article").forEach((id, article) -> revs.put(id, article.path("rev").asInt()));
    revs.keySet().removeAll(older);
    return revs;
  }

  /** Marks of the articles that it has, and everything with a star, as the API tells them. */
  private void marks(ModelDevice device, SyncedPhone copy) {
    ModelReader reader = device.reader();
    Map<String, JsonNode> states = copy.things("state");
    for (String article : copy.things("article").keySet()) {
      JsonNode mark = states.get(article);
      ModelMark.Shown shown = mark == null ? ModelMark.Shown.NONE : ModelMark.Shown.of(mark);
      assertThat(shown)
          .as("mark of %s in the copy of %s", article, device)
          .isEqualTo(reader.shown(article));
    }
    Set<String> starred = new TreeSet<>(states.keySet());
    starred.removeIf(article -> !states.get(article).path("star").asBoolean());
    assertThat(starred)
        .as("stars in the copy of %s", device)
        .isEqualTo(new TreeSet<>(reader.starred()));
    List<String> known = new ArrayList<>(starred);
    copy.things("article").keySet().stream().filter(states::containsKey).forEach(known::add);
    checks
        .marks(device, known.stream().distinct().toList())
        .forEach((id, mark) -> assertThat(plain(states.get(id))).isEqualTo(plain(mark)));
  }

  /** Whether it was corrected since, a copy knows by the article's revision. */
  private static JsonNode plain(JsonNode mark) {
    ObjectNode plain = mark.deepCopy();
    plain.remove("corrected");
    return plain;
  }
}
