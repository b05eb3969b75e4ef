package org.yujian.webhook;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import java.net.ServerSocket;
import java.time.Duration;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.yujian.testing.JsonPath;
import org.yujian.testing.RawServer;
import org.yujian.testing.Upload;
import org.yujian.testing.WebhookReceiver;
import org.yujian.testing.WebhookReceiver.Answer;

/** Webhooks at the desk: making, changing, disabling, and who may. */
@QuarkusTest
class WebhookResourceTest extends WebhookTests {

  @Test
  void theSecretIsShownOnceAndStoredEncrypted() {
    JsonPath made =
        webhook("/a", Map.of("description", "门户", "events", List.of("article.changed")));
    assertThat(made.getString("secret")).matches("whsec_[A-Za-z0-9+/]{43}=");
    assertThat(made.getString("webhook.algorithm")).isEqualTo("hmac-sha256");
    assertThat(made.getString("webhook.state")).isEqualTo("enabled");
    String id = made.getString("webhook.id");
    Response read = desk().get(WEBHOOKS + "/" + id);
    assertThat(read.header("ETag")).isEqualTo("\"v1\"");
    assertThat(ok(read, 200).getString("secret")).isNull();
    String stored = tables().texts("select encode(secret, 'hex') from webhook_endpoint").get(0);
    String hex = HexFormat.of().formatHex(key(made.getString("secret")));
    assertThat(stored).doesNotContain(hex);
    assertThat(deskRead(WEBHOOKS).getList("items.id")).containsExactly(id);
  }

  @Test
  void theReceiverMustReturnTheChallenge() throws Exception {
    for (String answer :
        List.of(
            "HTTP/1.1 200 OK\r\nContent-Length: 2\r\n\r\nok",
            "HTTP/1.1 404 Not Found\r\nContent-Length: 0\r\n\r\n",
            "HTTP/1.1 302 Found\r\nLocation: /\r\nContent-Length: 0\r\n\r\n")) {
      try (RawServer server = new RawServer(c -> RawServer.write(c, answer))) {
        refused(server.url("127.0.0.1"));
      }
    }
    ServerSocket closed = new ServerSocket(0);
    closed.close();
    refused("http://127.0.0.1:" + closed.getLocalPort() + "/");
    assertThat(count("webhook_endpoint")).isZero();
  }

  private void refused(String url) {
    JsonPath problem =
        problem(desk().body(Map.of("url", url)).post(WEBHOOKS), 422, "webhook-challenge-failed");
    assertThat(problem.getString("reason"))
        .matches("challenge-not-returned|http-404|http-302|connect: .*");
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "ftp://example.org/", "https://u:p@example.org/", "nonsense"})
  void badAddressesAreRefused(String url) {
    JsonPath problem = problem(desk().body(Map.of("url", url)).post(WEBHOOKS), 422, "invalid-body");
    assertThat(problem.getString("errors[0].pointer")).isEqualTo("/url");
  }

  @Test
  void unknownEventsAndAccountsAreRefused() {
    Map<String, Object> events = Map.of("url", receiver.url("/"), "events", List.of("x.changed"));
    JsonPath problem = problem(desk().body(events).post(WEBHOOKS), 422, "invalid-body");
    assertThat(problem.getString("errors[0].pointer")).isEqualTo("/events");
    Map<String, Object> accounts =
        Map.of(
            "url", receiver.url("/"), "accounts", List.of("0190a000-0000-7000-8000-000000000000"));
    problem(desk().body(accounts).post(WEBHOOKS), 404, "account-not-found");
  }

  @Test
  void aRepeatedRequestMakesNoSecondOne() {
    Map<String, Object> body = Map.of("url", receiver.url("/a"));
    Response first = desk().header("Idempotency-Key", "k").body(body).post(WEBHOOKS);
    Response again = desk().header("Idempotency-Key", "k").body(body).post(WEBHOOKS);
    assertThat(again.asString()).isEqualTo(first.asString()).contains("whsec_");
    assertThat(again.header("Cache-Control")).isEqualTo("no-store");
    assertThat(count("webhook_endpoint")).isEqualTo(1);
    assertThat(receiver.all()).hasSize(1);
  }

  @Test
  void aNewAddressIsChallenged() {
    String id = webhook("/a");
    change(id, Map.of("url", receiver.url("/b"), "description", "新的"), 200);
    assertThat(receiver.all()).hasSize(2);
    assertThat(seen(id).getString("url")).isEqualTo(receiver.url("/b"));
    try (RawServer server = new RawServer(c -> RawServer.write(c, "HTTP/1.1 200 OK\r\n\r\n"))) {
      change(id, Map.of("url", server.url("127.0.0.1")), 422);
    }
    assertThat(seen(id).getString("url")).isEqualTo(receiver.url("/b"));
  }

  @Test
  void aNewAddressIsNotCalledWhenSomebodyElseChangedTheWebhook() {
    String id = webhook("/a");
    String path = WEBHOOKS + "/" + id;
    String stale = desk().get(path).header("ETag");
    change(id, Map.of("description", "新的"), 200);
    Map<String, Object> patch = Map.of("url", receiver.url("/b"));
    problem(desk().header("If-Match", stale).body(patch).patch(path), 412, "precondition-failed");
    problem(desk().body(patch).patch(path), 428, "precondition-required");
    assertThat(receiver.all()).extracting(WebhookReceiver.Request::path).containsOnly("/a");
    assertThat(seen(id).getString("url")).isEqualTo(receiver.url("/a"));
  }

  private JsonPath change(String id, Map<String, Object> patch, int status) {
    String path = WEBHOOKS + "/" + id;
    String etag = desk().get(path).header("ETag");
    return ok(desk().header("If-Match", etag).body(patch).patch(path), status);
  }

  @Test
  void nothingIsKeptForADisabledOne() {
    String id = webhook("/a");
    JsonPath disabled = change(id, Map.of("state", "disabled"), 200);
    assertThat(disabled.getInt("version")).isEqualTo(2);
    tag("one");
    deliver();
    assertThat(count("webhook_delivery")).isZero();
    problem(
        desk().body(Map.of("since", "2020-01-01T00:00:00Z")).post(WEBHOOKS + "/" + id + "/replay"),
        409,
        "webhook-disabled");
    change(id, Map.of("state", "enabled"), 200);
    tag("two");
    deliver();
    assertThat(receiver.events("/a")).hasSize(1);
  }

  @Test
  void goneDisablesWithAnAuditEntry() {
    String id = webhook("/a");
    receiver.answer(410);
    tag("one");
    tag("two");
    deliver();
    JsonPath seen = seen(id);
    assertThat(seen.getString("state")).isEqualTo("disabled");
    assertThat(seen.getString("reason")).isEqualTo("gone");
    assertThat(seen.getInt("version")).isEqualTo(2);
    assertThat(tables().texts("select by_name from audit where action = 'webhook.disable'"))
        .containsExactly("webhooks");
    change(id, Map.of("state", "enabled"), 200);
    assertThat(seen(id).getString("reason")).isNull();
  }

  @Test
  void fiveDaysOfFailuresDisable() {
    String id = webhook("/a");
    receiver.answer(500);
    tag("one");
    deliver();
    clock.stepTo(Duration.ofDays(4));
    tag("two");
    deliver();
    assertThat(seen(id).getString("state")).isEqualTo("enabled");
    clock.stepTo(Duration.ofDays(5).plusMinutes(1));
    deliver();
    assertThat(seen(id).getString("state")).isEqualTo("disabled");
    assertThat(seen(id).getString("reason")).isEqualTo("failing");
  }

  @Test
  void oneSuccessEndsTheFailing() {
    String id = webhook("/a");
    receiver.answer(request -> Answer.of(500, ""));
    tag("one");
    deliver();
    assertThat(seen(id).getString("failingSince")).isNotNull();
    receiver.answer(204);
    clock.stepTo(Duration.ofSeconds(10));
    deliver();
    assertThat(seen(id).getString("failingSince")).isNull();
  }

  @Test
  void aKeyOfAnAccountSeesAndMakesOnlyItsOwn() {
    String own = account("甲社区");
    String other = account("乙社区");
    String key = key(Set.of("webhooks"), own);
    String all = webhook("/all");
    String both = webhook("/both", Map.of("accounts", List.of(own, other))).getString("webhook.id");
    Map<String, Object> body = Map.of("url", receiver.url("/"), "accounts", List.of(own));
    String mine = ok(desk(key).body(body).post(WEBHOOKS), 201).getString("webhook.id");
    assertThat(ok(desk(key).get(WEBHOOKS), 200).getList("items.id")).containsExactly(mine);
    for (String id : List.of(all, both)) {
      problem(desk(key).get(WEBHOOKS + "/" + id), 404, "webhook-not-found");
      problem(desk(key).get(WEBHOOKS + "/" + id + "/deliveries"), 404, "webhook-not-found");
      problem(desk(key).post(WEBHOOKS + "/" + id + "/secret"), 404, "webhook-not-found");
      problem(desk(key).post(WEBHOOKS + "/" + id + "/test"), 404, "webhook-not-found");
      problem(desk(key).delete(WEBHOOKS + "/" + id), 404, "webhook-not-found");
    }
    Map<String, Object> unlimited = Map.of("url", receiver.url("/"));
    problem(desk(key).body(unlimited).post(WEBHOOKS), 403, "key-limited");
    Map<String, Object> beyond = Map.of("url", receiver.url("/"), "accounts", List.of(other));
    problem(desk(key).body(beyond).post(WEBHOOKS), 404, "account-not-found");
    String path = WEBHOOKS + "/" + mine;
    Map<String, Object> wider = Map.of("accounts", List.of(own, other));
    problem(
        desk(key).header("If-Match", "\"v1\"").body(wider).patch(path), 404, "account-not-found");
  }

  @Test
  void deletingTakesItsDeliveries() {
    String id = webhook("/a");
    tag("one");
    feed.runOnce();
    assertThat(desk().delete(WEBHOOKS + "/" + id).statusCode()).isEqualTo(204);
    assertThat(count("webhook_delivery")).isZero();
    problem(desk().get(WEBHOOKS + "/" + id), 404, "webhook-not-found");
  }

  @Test
  void deliveriesArePagedAndFiltered() {
    String id = webhook("/a");
    for (int i = 0; i < 5; i++) {
      tag("t" + i);
    }
    receiver.answer(request -> Answer.of(request.body().contains("\"t3\"") ? 404 : 204, ""));
    deliver();
    String list = WEBHOOKS + "/" + id + "/deliveries";
    JsonPath first = deskRead(list + "?limit=3");
    JsonPath second = deskRead(list + "?limit=3&cursor=" + first.getString("next"));
    assertThat(first.getList("items")).hasSize(3);
    assertThat(second.getList("items")).hasSize(2);
    assertThat(second.getString("next")).isNull();
    assertThat(deskRead(list + "?state=failed").getList("items.status")).containsExactly(404);
    problem(desk().get(list + "?state=x"), 400, "invalid-parameter");
  }

  @Test
  void anEventIsSmall() {
    webhook("/a");
    String long64 = "长".repeat(64);
    String text = "# " + long64 + "\n## " + long64 + "\n\n" + "文".repeat(5_000) + "。\n";
    ok(upload(Upload.text(text).with("account", account("丁社区")).publish()), 201);
    deliver();
    assertThat(receiver.events("/a")).hasSizeGreaterThan(2);
    assertThat(receiver.events("/a"))
        .allSatisfy(event -> assertThat(event.body().getBytes("UTF-8")).hasSizeLessThan(20_000));
  }
}
