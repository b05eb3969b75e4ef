package org.yujian.home;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Supplier;
import org.yujian.testing.Client.Answer;

/** What devices read is what the model says. */
final class ModelChecks {
  private static final long PATIENCE = TimeUnit.SECONDS.toNanos(20);

  private static final int MOST_LIMIT = 100;

  private final ModelFeed feed;
  private final Random random;

  ModelChecks(ModelFeed feed, Random random) {
    this.feed = feed;
    this.random = random;
  }

  /** Answers from the database: at once and on any node. */
  void personal(ModelDevice device) {
    Map<String, String> wanted = new TreeMap<>();
    device
        .reader()
        .follows()
        .forEach(
            (account, follow) ->
                wanted.put(
                    account,
                    "since %s muted %s scene %s"
                        .formatted(follow.since, follow.muted, follow.scene)));
    Map<String, String> found = new TreeMap<>();
    for (JsonNode item : items(device, "/v1/me/follows")) {
      found.put(
          item.path("accountId").asText(),
          "since %s muted %s scene %s"
              .formatted(
                  Instant.parse(item.path("followedAt").asText()),
                  item.path("muted").asBoolean(),
                  item.path("scene").asText()));
    }
    assertThat(found).as("follows of %s", device).isEqualTo(wanted);
  }

  /** All pages of a list. */
  private List<JsonNode> items(ModelDevice device, String path) {
    int limit = 1 + random.nextInt(MOST_LIMIT);
    List<JsonNode> all = new ArrayList<>();
    String cursor = "";
    do {
      Answer page = device.client().get(path + "?limit=" + limit + cursor).expect(200);
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
