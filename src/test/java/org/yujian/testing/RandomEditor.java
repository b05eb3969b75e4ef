package org.yujian.testing;

import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.CopyOnWriteArrayList;
import org.yujian.testing.Client.Answer;

/** An editor who does anything that the desk can do, on a few accounts and tags. Thread-safe. */
public final class RandomEditor {
  private static final List<String> OUTSIDE = List.of("外一", "外二", "外三");

  private final Client client;
  private final List<String> handles;
  private final List<String> tags;
  private final List<String> articles = new CopyOnWriteArrayList<>();
  private final List<String> drafts = new CopyOnWriteArrayList<>();

  /**
   * @param handles of accounts that exist
   * @param tags slugs that exist
   */
  public RandomEditor(Client client, List<String> handles, List<String> tags) {
    this.client = client;
    this.handles = handles;
    this.tags = tags;
  }

  /** Ids of every article that came in. */
  public List<String> articles() {
    return articles;
  }

  /** One action; what it is follows from {@code random} and from what was done before. */
  public Answer step(Random random) {
    return switch (random.nextInt(10)) {
      case 0, 1, 2 -> importOne(random, true);
      case 3 -> importOne(random, false);
      case 4 -> publishDraft(random);
      case 5, 6 -> tagOne(random);
      case 7 -> rename("/v1/desk/accounts/@" + oneOf(handles, random), random);
      case 8 -> rename("/v1/desk/tags/" + oneOf(tags, random), random);
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
    List<String> given =
        random.nextBoolean() ? List.of(oneOf(tags, random), "新" + random.nextInt(4)) : List.of();
    Answer answer = client.importDocument(oneOf(handles, random), text.toString(), publish, given);
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
    String path = "/v1/desk/articles/" + oneOf(articles, random) + "/tags/" + oneOf(tags, random);
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

  private static <T> T oneOf(List<T> some, Random random) {
    return some.get(random.nextInt(some.size()));
  }
}
