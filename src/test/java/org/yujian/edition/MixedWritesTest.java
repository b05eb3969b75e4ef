package org.yujian.edition;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.junit.QuarkusTest;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.Callable;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.yujian.testing.Client.Answer;
import org.yujian.testing.Seed;
import org.yujian.testing.Together;

/**
 * Everything that the desk can do, at once and on the same few things: nobody gets a 5xx (so no
 * deadlock reaches a client), and what is left obeys all rules.
 */
@QuarkusTest
class MixedWritesTest extends FeedTest {
  private static final int EDITORS = 8;
  private static final int STEPS = 40;
  private static final List<String> HANDLES = List.of("a", "b", "c");
  private static final List<String> TAGS = List.of("x", "y", "z");
  private static final List<String> OUTSIDE = List.of("外一", "外二", "外三");

  private final List<String> articles = new CopyOnWriteArrayList<>();
  private final List<String> drafts = new CopyOnWriteArrayList<>();

  @Test
  void whateverEditorsDoAtOnceTheRulesHold() {
    Random random = Seed.random("mixedWrites");
    HANDLES.forEach(this::account);
    TAGS.forEach(this::tag);
    long deadlocks = deadlocks();
    List<List<Integer>> statuses =
        Together.run(
            IntStream.range(0, EDITORS)
                .mapToObj(i -> new Random(random.nextLong()))
                .map(chance -> (Callable<List<Integer>>) () -> work(chance))
                .toList());
    List<Integer> all = statuses.stream().flatMap(List::stream).toList();
    assertThat(all).hasSize(EDITORS * STEPS).allMatch(status -> status < 500);
    assertThat(all.stream().filter(status -> status < 300).count()).isGreaterThan(all.size() / 2);
    assertThat(deadlocks()).isEqualTo(deadlocks);
    ChangeLogRules.check(tables);
    FeedRules.check(tables);
  }

  private List<Integer> work(Random random) {
    List<Integer> statuses = new ArrayList<>();
    for (int i = 0; i < STEPS; i++) {
      Random again = new Random(random.nextLong());
      Answer answer = patiently(() -> step(again));
      if (answer.status() >= 500) {
        System.out.println(answer);
      }
      statuses.add(answer.status());
    }
    return statuses;
  }

  private Answer step(Random random) {
    return switch (random.nextInt(10)) {
      case 0, 1, 2 -> importOne(random, true);
      case 3 -> importOne(random, false);
      case 4 -> publishDraft(random);
      case 5, 6 -> tagOne(random);
      case 7 -> rename("/v1/desk/accounts/@" + oneOf(HANDLES, random), random);
      case 8 -> rename("/v1/desk/tags/" + oneOf(TAGS, random), random);
      default -> withdraw(random);
    };
  }

  /** A few titles only, so that the same articles come again with other texts. */
  private Answer importOne(Random random, boolean publish) {
    StringBuilder text = new StringBuilder();
    if (random.nextBoolean()) {
      text.append("扫描二维码\n关注“").append(oneOf(OUTSIDE, random)).append("”\n\n");
    }
    int first = random.nextInt(12);
    for (int i = first; i < first + 1 + random.nextInt(4); i++) {
      text.append("# 题")
          .append(i)
          .append("\n\n不变。\n\n第")
          .append(random.nextInt(3))
          .append("版。\n\n");
    }
    List<String> tags =
        random.nextBoolean() ? List.of(oneOf(TAGS, random), "新" + random.nextInt(4)) : List.of();
    Answer answer = client.importDocument(oneOf(HANDLES, random), text.toString(), publish, tags);
    answer
        .json()
        .path("articles")
        .forEach(
            article -> {
              articles.add(article.path("articleId").asText());
              drafts.add(article.path("editionId").asText());
            });
    return answer;
  }

  private Answer publishDraft(Random random) {
    if (drafts.isEmpty()) {
      return importOne(random, false);
    }
    String edition = oneOf(drafts, random);
    Answer seen = client.get("/v1/desk/editions/" + edition);
    return seen.status() == 200 ? client.publish(edition, seen.etag()) : seen;
  }

  private Answer tagOne(Random random) {
    if (articles.isEmpty()) {
      return importOne(random, true);
    }
    String path = "/v1/desk/articles/" + oneOf(articles, random) + "/tags/" + oneOf(TAGS, random);
    return random.nextInt(3) > 0 ? client.put(path) : client.delete(path);
  }

  private Answer rename(String path, Random random) {
    Answer seen = client.get(path);
    // Sometimes a name that an outside target has, which the account then takes over.
    String name = random.nextInt(4) == 0 ? oneOf(OUTSIDE, random) : "名" + random.nextInt(1_000);
    return client.patch(path, Map.of("name", name), seen.etag());
  }

  private Answer withdraw(Random random) {
    if (articles.isEmpty()) {
      return importOne(random, true);
    }
    return client.post(
        "/v1/desk/articles/" + oneOf(articles, random) + "/withdraw", Map.of("class", "error"));
  }
}
