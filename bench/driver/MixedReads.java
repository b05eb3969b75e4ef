package bench;

import bench.Api.Answer;
import bench.Api.Question;
import java.io.IOException;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.SplittableRandom;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import java.util.concurrent.atomic.AtomicReferenceArray;

/** What readers, apps and pages ask. */
final class MixedReads {
  private static final String[] GZIP = {"Accept-Encoding", "gzip"};
  private static final int SYNC_CLIENTS = 20;
  private static final int KNOWN = 1_000;

  private final Api api;
  private final MixedThings things;

  /** ETags of addresses that were read, for 304. */
  private final ConcurrentMap<String, String> known = new ConcurrentHashMap<>();

  /** One for each copy; null while somebody uses it. */
  private final AtomicReferenceArray<String> tokens = new AtomicReferenceArray<>(SYNC_CLIENTS);

  MixedReads(Api api, MixedThings things) {
    this.api = api;
    this.things = things;
    for (int i = 0; i < SYNC_CLIENTS; i++) {
      tokens.set(i, "now");
    }
  }

  void hotList(SplittableRandom random) throws InterruptedException {
    read("hot list", Requests.LIST, 200);
  }

  void coldList(SplittableRandom random) throws InterruptedException {
    api.ask(Question.get("cold list", things.requests.coldList(random.nextLong()), 200), GZIP);
  }

  void detail(SplittableRandom random) throws InterruptedException {
    read("detail", Requests.LIST + "/" + things.article(random), 200, 410);
  }

  void accountList(SplittableRandom random) throws InterruptedException {
    read("account list", Requests.LIST + "?account=" + things.account(random), 200);
  }

  void tagList(SplittableRandom random) throws InterruptedException {
    read("tag list", Requests.LIST + "?tag=" + things.tag(random), 200);
  }

  void accounts(SplittableRandom random) throws InterruptedException {
    read("accounts", "/v1/accounts", 200);
  }

  void account(SplittableRandom random) throws InterruptedException {
    read("account", "/v1/accounts/" + things.account(random), 200);
  }

  void tags(SplittableRandom random) throws InterruptedException {
    read("tags", "/v1/tags", 200);
  }

  void editions(SplittableRandom random) throws InterruptedException {
    read("editions", "/v1/editions", 200);
  }

  void picture(SplittableRandom random) throws InterruptedException {
    read("QR picture", things.picture(random), 200);
  }

  /** Something that was read before, with its ETag. */
  void again(SplittableRandom random) throws InterruptedException {
    String path =
        random.nextInt(3) == 0
            ? Requests.LIST
            : known.keySet().stream()
                .skip(random.nextInt(known.size() + 1))
                .findFirst()
                .orElse(Requests.LIST);
    String etag = known.getOrDefault(path, "\"unknown\"");
    Question question = Question.get("If-None-Match", path, 200, 304, 410);
    remember(path, api.ask(question, "Accept-Encoding", "gzip", "If-None-Match", etag));
  }

  /** A page of what changed; the token is kept as an app keeps it. */
  void sync(SplittableRandom random) throws IOException, InterruptedException {
    int client = random.nextInt(SYNC_CLIENTS);
    String token = tokens.getAndSet(client, null);
    if (token == null) {
      hotList(random);
      return;
    }
    Answer page = api.ask(Question.get("sync", "/v1/sync?limit=100&since=" + token, 200));
    tokens.set(client, page.status() == 200 ? page.json().path("token").textValue() : token);
  }

  void search(SplittableRandom random) throws InterruptedException {
    String words = encoded(things.words(random, 2 + random.nextInt(3)));
    api.ask(Question.get("search", "/v1/search?q=" + words, 200), GZIP);
  }

  void suggest(SplittableRandom random) throws InterruptedException {
    String words = encoded(things.words(random, 1 + random.nextInt(2)));
    api.ask(Question.get("suggest", "/v1/search/suggest?q=" + words, 200), GZIP);
  }

  private static String encoded(String text) {
    return URLEncoder.encode(text, StandardCharsets.UTF_8);
  }

  private void read(String kind, String path, Integer... expected) throws InterruptedException {
    remember(path, api.ask(Question.get(kind, path, expected), GZIP));
  }

  private void remember(String path, Answer answer) {
    if (answer.status() == 200 && answer.etag() != null) {
      if (known.size() < KNOWN || known.containsKey(path)) {
        known.put(path, answer.etag());
      }
    } else if (answer.status() != 304) {
      known.remove(path);
    }
  }
}
