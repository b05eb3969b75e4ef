package org.yujian.webhook;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.locks.LockSupport;
import org.junit.jupiter.api.Test;
import org.yujian.testing.Client;
import org.yujian.testing.Nodes;
import org.yujian.testing.WebhookReceiver;
import org.yujian.testing.WebhookReceiver.Answer;
import org.yujian.testing.WebhookReceiver.Request;

/**
 * Two nodes send, and each is killed (kill -9) while changes are written: every change reaches
 * every receiver, also one that fails at times. {@code -Dkill.seed} to repeat a run.
 */
class WebhookNodesIT {
  private static final long SEED = Long.getLong("kill.seed", System.nanoTime() % 1_000_000);
  private static final int CHANGES = 150;
  private static final List<String> PATHS = List.of("/steady", "/flaky", "/slow");
  private static final int SLOW_MILLIS = 20;

  private final Random random = new Random(SEED);

  /** Ids that came to the flaky receiver; each tenth is refused once. */
  private final Set<String> seen = ConcurrentHashMap.newKeySet();

  @Test
  void everyChangeReachesEveryReceiver() throws SQLException, InterruptedException {
    System.out.printf(Locale.ROOT, "WebhookNodesIT: %d changes, seed %d%n", CHANGES, SEED);
    try (WebhookReceiver receiver = new WebhookReceiver();
        Nodes nodes =
            new Nodes(
                "webhook-nodes",
                2,
                "yujian.sample=false",
                "yujian.outgoing.plain-http=true",
                "yujian.outgoing.private-addresses=true")) {
      receiver.answer(this::answer);
      for (String path : PATHS) {
        Map<String, Object> webhook = Map.of("url", receiver.url(path));
        nodes.client(0).post("/v1/desk/webhooks", webhook).expect(201);
      }
      Set<String> changed = changes(nodes);
      assertThat(changed).hasSize(CHANGES);
      for (String path : PATHS) {
        nodes
            .node(0)
            .await("all changes at " + path, () -> slugs(receiver, path).containsAll(changed));
        Set<String> deliveries = new HashSet<>();
        receiver.events(path).forEach(event -> deliveries.add(event.id()));
        // A repetition has the id of the first attempt.
        assertThat(deliveries).as(path).hasSize(CHANGES);
        System.out.printf(
            Locale.ROOT,
            "WebhookNodesIT: %s got %d requests%n",
            path,
            receiver.events(path).size());
      }
      assertThat(nodes.errors()).isEmpty();
    }
  }

  /** Writes through both nodes and kills one after the other; returns the slugs of new tags. */
  private Set<String> changes(Nodes nodes) throws SQLException {
    Set<String> changed = new HashSet<>();
    for (int i = 0; i < CHANGES; i++) {
      Client client = nodes.client(random.nextInt(2));
      changed.add(client.post("/v1/desk/tags", Map.of("name", "标签" + i)).expect(201).text("slug"));
      if (i == CHANGES / 3 || i == 2 * CHANGES / 3) {
        nodes.killAndRestart(i == CHANGES / 3 ? 0 : 1);
        endLeases(nodes);
      }
    }
    return changed;
  }

  private Answer answer(Request request) {
    if (request.path().equals("/flaky") && seen.add(request.id()) && seen.size() % 10 == 0) {
      return new Answer(503, "", Map.of("Retry-After", "0"));
    }
    if (request.path().equals("/slow")) {
      LockSupport.parkNanos(SLOW_MILLIS * 1_000_000L);
    }
    return Answer.of(204, "");
  }

  private static Set<String> slugs(WebhookReceiver receiver, String path) {
    Set<String> slugs = new HashSet<>();
    receiver.events(path).forEach(event -> slugs.add(event.json().at("/data/tag/slug").asText()));
    return slugs;
  }

  /** As if the minute of a lease had passed. */
  private static void endLeases(Nodes nodes) throws SQLException {
    try (Connection connection = nodes.database();
        Statement statement = connection.createStatement()) {
      statement.execute("update webhook_delivery set next_at = now() where claim is not null");
    }
  }
}
