package org.yujian.ops;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.yujian.testing.Client;
import org.yujian.testing.Client.Answer;
import org.yujian.testing.EventStream;
import org.yujian.testing.Folders;
import org.yujian.testing.Program;

/** Two nodes on the database of the first: what one does, the other knows at once. */
class TwoNodesIT {
  private static final String KEYS = "/v1/desk/keys";
  private static final Duration SEALED_WITHIN = Duration.ofSeconds(3);

  private static Program first;
  private static Program second;
  private static Client here;
  private static Client there;
  private static int publications;

  @BeforeAll
  static void start() {
    first = Program.start(Folders.empty("two-nodes-first"), "yujian.sample=false");
    second =
        Program.start(
            Folders.empty("two-nodes-second"),
            "quarkus.datasource.jdbc.url=" + first.jdbcUrl("yujian"),
            "quarkus.datasource.username=yujian",
            "quarkus.datasource.password=" + first.databasePassword());
    here = new Client(first.baseUrl(), first.adminKey());
    there = new Client(second.baseUrl(), first.adminKey());
    here.post("/v1/desk/accounts", Map.of("handle", "a", "name", "账号")).expect(201);
  }

  @AfterAll
  static void end() {
    second.close();
    first.close();
  }

  @Test
  void aRevokedKeyOpensNothingAtTheOtherNode() {
    for (int i = 0; i < 10; i++) {
      Map<String, Object> wish = Map.of("label", "k" + i, "scopes", List.of("content:read"));
      Answer made = here.post(KEYS, wish).expect(201);
      Client holder = there.with(made.text("secret"));
      holder.get("/v1/desk/accounts").expect(200);
      String key = KEYS + "/" + made.json().at("/key/id").asText();
      here.post(key + "/revoke", Map.of()).expect(200);
      holder.get("/v1/desk/accounts").expect(401);
    }
  }

  @Test
  void whatWasDoneIsSealedSoon() {
    there.post("/v1/desk/tags", Map.of("name", "封存")).expect(201);
    long done = System.nanoTime();
    first.await(
        "the sealer", () -> here.get("/v1/desk/audit/verify").json().at("/unsealed").asInt() == 0);
    assertThat(Duration.ofNanos(System.nanoTime() - done)).isLessThan(SEALED_WITHIN);
    assertThat(here.get("/v1/desk/audit/verify").json().at("/intact").asBoolean()).isTrue();
  }

  /** The streams stay open meanwhile: what is published next is told by them, at both nodes. */
  @Test
  void hintsAndSyncOutliveTheEndOfPostgresql() {
    String article = publish();
    String token = here.get("/v1/sync?types=article&since=now").text("token");
    try (EventStream at = listen(first);
        EventStream other = listen(second)) {
      long postmaster = first.postmasterPid();
      first.killPostmaster9();
      first.await("another PostgreSQL", () -> first.hasOtherPostmasterThan(postmaster));
      first.await("this node", () -> here.get("/v1/desk/accounts").status() == 200);
      first.await("the other", () -> there.get("/v1/desk/accounts").status() == 200);
      String next = publish();
      for (EventStream stream : List.of(at, other)) {
        EventStream.Event event = stream.next();
        assertThat(event.name()).isEqualTo("change");
        assertThat(event.data().at("/changes/0/id").asText()).isEqualTo(next);
      }
      for (Client client : List.of(here, there)) {
        assertThat(synced(client, token)).contains(next).doesNotContain(article);
        client.get("/v1/articles/" + next).expect(200);
        assertThat(client.get("/v1/articles").items().get(0).path("id").asText()).isEqualTo(next);
      }
    }
  }

  private static EventStream listen(Program node) {
    EventStream stream =
        new EventStream(URI.create(node.baseUrl() + "/v1/events?types=article"), null);
    assertThat(stream.next().name()).isEqualTo("ready");
    return stream;
  }

  private static List<String> synced(Client client, String token) {
    Answer page = client.get("/v1/sync?types=article&since=" + token).expect(200);
    return page.json().path("changes").valueStream().map(one -> one.path("id").asText()).toList();
  }

  private static String publish() {
    publications++;
    String document = "# 题" + publications + "\n\n正文" + publications + "。\n";
    return here.importDocument("@a", document, true, List.of())
        .expect(201)
        .json()
        .at("/articles/0/articleId")
        .asText();
  }
}
