package org.yujian.testing;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Supplier;
import org.yujian.testing.Client.Answer;

/**
 * An editor who does anything that changes what the public sees, on a few accounts and tags.
 * Thread-safe. What is refused because of what others did is refused; nothing may fail.
 */
public final class RandomEditor {
  private static final List<String> OUTSIDE = List.of("外一", "外二", "外三");
  private static final Map<String, String> WITHDRAWAL = Map.of("class", "error");
  private static final int TITLES = 12;
  private static final int TEXTS = 3;
  private static final int NAMES = 1_000;

  private final Supplier<Client> clients;
  private final List<String> handles;
  private final List<String> tags;
  private final List<String> articles = new CopyOnWriteArrayList<>();
  private final List<String> editions = new CopyOnWriteArrayList<>();
  private final AtomicInteger newcomers = new AtomicInteger();

  /**
   * @param handles of accounts that exist; the editor closes some and opens others
   * @param tags slugs that exist
   */
  public RandomEditor(Client client, List<String> handles, List<String> tags) {
    this(() -> client, handles, tags);
  }

  /**
   * @param clients asked for each action, so that it may go to any node
   */
  public RandomEditor(Supplier<Client> clients, List<String> handles, List<String> tags) {
    this.clients = clients;
    this.handles = new CopyOnWriteArrayList<>(handles);
    this.tags = List.copyOf(tags);
  }

  /** Makes the accounts and tags that it works on. */
  public void prepare() {
    handles.forEach(handle -> open(clients.get(), handle).expect(201));
    for (String tag : tags) {
      clients.get().post("/v1/desk/tags", Map.of("slug", tag, "name", tag)).expect(201);
    }
  }

  private static Answer open(Client client, String handle) {
    return client.post("/v1/desk/accounts", Map.of("handle", handle, "name", "账号" + handle));
  }

  /** One action; what it is follows from {@code random} and from what was done before. */
  public Answer step(Random random) {
    Client client = clients.get();
    int action = random.nextInt(100);
    if (articles.isEmpty() || action < 30) {
      return importOne(client, random, action % 4 != 0);
    }
    if (action < 38) {
      return asSeen(client, editionPath(random), "/publish", Map.of());
    }
    if (action < 42) {
      String soon = Instant.now().plusSeconds(1 + random.nextInt(2)).toString();
      return asSeen(client, editionPath(random), "/schedule", Map.of("at", soon));
    }
    if (action < 44) {
      return asSeen(client, editionPath(random), "/unschedule", Map.of());
    }
    if (action < 52) {
      return correct(client, random);
    }
    if (action < 68) {
      String path = articlePath(random) + "/tags/" + oneOf(tags, random);
      return action < 62 ? client.put(path) : client.delete(path);
    }
    if (action < 86) {
      return rename(client, action, random);
    }
    if (action < 93) {
      return client.post(articlePath(random) + "/withdraw", WITHDRAWAL);
    }
    if (action < 95) {
      return client.post(editionPath(random) + "/withdraw", WITHDRAWAL);
    }
    return action < 99
        ? asSeen(client, articlePath(random), "/republish", Map.of())
        : close(client, random);
  }

  /** A few titles only, so that the same articles come again with other texts. */
  private Answer importOne(Client client, Random random, boolean publish) {
    StringBuilder text = new StringBuilder();
    if (random.nextBoolean()) {
      text.append("扫描二维码\n关注“").append(oneOf(OUTSIDE, random)).append("”\n\n");
    }
    int first = random.nextInt(TITLES);
    for (int i = first; i < first + 1 + random.nextInt(4); i++) {
      text.append("# 题").append(i).append("\n\n不变。\n\n第");
      text.append(random.nextInt(TEXTS)).append("版。\n\n");
    }
    List<String> given =
        random.nextBoolean() ? List.of(oneOf(tags, random), "新" + random.nextInt(4)) : List.of();
    Answer answer = client.importDocument(account(random), text.toString(), publish, given);
    for (var article : answer.json().path("articles")) {
      articles.add(article.path("articleId").asText());
      editions.add(article.path("editionId").asText());
    }
    return answer;
  }

  /** What was looked at is what is acted on. */
  private static Answer asSeen(Client client, String path, String action, Map<String, ?> body) {
    Answer seen = client.get(path);
    return seen.status() == 200 ? client.post(path + action, body, seen.etag()) : seen;
  }

  /** A draft of a live article, made by whoever imported last, goes live as a correction. */
  private Answer correct(Client client, Random random) {
    Map<String, String> why =
        random.nextBoolean() ? Map.of("class", "typo") : Map.of("class", "fact", "note", "更正");
    return asSeen(client, articlePath(random), "/corrections", why);
  }

  private Answer rename(Client client, int action, Random random) {
    String path =
        switch (action % 3) {
          case 0 -> "/v1/desk/accounts/@" + account(random);
          case 1 -> "/v1/desk/tags/" + oneOf(tags, random);
          default -> {
            List<String> targets =
                client.get("/v1/desk/follow-targets").items().stream()
                    .map(target -> target.path("id").asText())
                    .toList();
            yield targets.isEmpty()
                ? "/v1/desk/tags/" + oneOf(tags, random)
                : "/v1/desk/follow-targets/" + oneOf(targets, random);
          }
        };
    Answer seen = client.get(path);
    // Sometimes a name that an outside target has, which the account then takes over.
    String name = random.nextInt(4) == 0 ? oneOf(OUTSIDE, random) : "名" + random.nextInt(NAMES);
    return client.patch(path, Map.of("name", name), seen.etag());
  }

  /** For each account that closes another one opens. */
  private Answer close(Client client, Random random) {
    String handle = account(random);
    String other = handle.replaceAll("-\\d+$", "") + "-" + newcomers.incrementAndGet();
    if (open(client, other).status() == 201) {
      handles.add(other);
    }
    Answer closed = asSeen(client, "/v1/desk/accounts/@" + handle, "/close", Map.of());
    if (closed.status() == 200) {
      handles.remove(handle);
    }
    return closed;
  }

  private String account(Random random) {
    return oneOf(handles, random);
  }

  private String articlePath(Random random) {
    return "/v1/desk/articles/" + oneOf(articles, random);
  }

  private String editionPath(Random random) {
    return "/v1/desk/editions/" + oneOf(editions, random);
  }

  /** The list may grow meanwhile, never to nothing. */
  private static <T> T oneOf(List<T> some, Random random) {
    Object[] now = some.toArray();
    @SuppressWarnings("unchecked")
    T one = (T) now[random.nextInt(now.length)];
    return one;
  }
}
