package org.yujian.webhook;

import static org.assertj.core.api.Assertions.assertThat;

import com.standardwebhooks.Webhook;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.security.KeyFactory;
import java.security.Signature;
import java.security.spec.X509EncodedKeySpec;
import java.time.Duration;
import java.util.Base64;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.yujian.testing.Desk;
import org.yujian.testing.JsonPath;
import org.yujian.testing.WebhookReceiver.Answer;
import org.yujian.testing.WebhookReceiver.Request;

/** From a change to the receiver: what arrives, how often, and what the desk sees of it. */
@QuarkusTest
class WebhookDeliveryTest extends WebhookTests {
  @Inject WebhookDeliveries all;

  @Test
  void aChangeArrivesSignedInTheLightForm() throws Exception {
    JsonPath made = webhook("/a", Map.of());
    String tag = tag("shequ");
    deliver();
    Request event = receiver.events("/a").get(0);
    new Webhook(made.getString("secret")).verify(event.body(), headers(event));
    assertThat(event.type()).isEqualTo("tag.changed");
    assertThat(event.json().at("/data/op").asText()).isEqualTo("upsert");
    assertThat(event.json().at("/data/tag/slug").asText()).isEqualTo(tag);
    assertThat(event.json().at("/timestamp").asText()).matches("\\d{4}-.*\\.\\d{6}Z");
    JsonPath delivery = deliveries(made.getString("webhook.id"));
    assertThat(delivery.getList("items")).hasSize(1);
    assertThat(delivery.getString("items[0].id")).isEqualTo(event.id());
    assertThat(delivery.getString("items[0].state")).isEqualTo("delivered");
    assertThat(delivery.getInt("items[0].status")).isEqualTo(200);
    assertThat(delivery.getString("items[0].response")).isEqualTo(event.body());
  }

  private static Map<String, List<String>> headers(Request event) {
    return Map.of(
        "webhook-id", List.of(event.id()),
        "webhook-timestamp", List.of(event.timestamp()),
        "webhook-signature", List.of(event.signature()));
  }

  @Test
  void aPublicKeyVerifies() throws Exception {
    JsonPath made = webhook("/a", Map.of("algorithm", "ed25519"));
    tag("shequ");
    deliver();
    Request event = receiver.events("/a").get(0);
    String prefix = "302a300506032b6570032100";
    byte[] raw = key(made.getString("secret"));
    byte[] encoded = HexFormat.of().parseHex(prefix + HexFormat.of().formatHex(raw));
    Signature signature = Signature.getInstance("Ed25519");
    signature.initVerify(
        KeyFactory.getInstance("Ed25519").generatePublic(new X509EncodedKeySpec(encoded)));
    signature.update((event.id() + "." + event.timestamp() + "." + event.body()).getBytes("UTF-8"));
    assertThat(made.getString("secret")).startsWith("whpk_");
    assertThat(event.signature()).startsWith("v1a,");
    assertThat(signature.verify(Base64.getDecoder().decode(event.signature().substring(4))))
        .isTrue();
  }

  @Test
  void endpointsGetWhatTheyAskedFor() {
    String one = account("甲社区");
    String other = account("乙社区");
    feed.runOnce();
    webhook("/all");
    webhook("/deleted", Map.of("events", List.of("article.deleted")));
    webhook("/one", Map.of("accounts", List.of(one), "events", List.of("article.changed")));
    webhook("/other", Map.of("accounts", List.of(other)));
    JsonPath report = new Desk(adminKey()).publish("扫描二维码关注“甲社区”\n\n# 甲\n\n正文。\n");
    deliver();
    assertThat(types("/all")).containsExactlyInAnyOrder("article.changed", "edition.changed");
    assertThat(types("/deleted")).isEmpty();
    assertThat(types("/one")).containsExactly("article.changed");
    assertThat(types("/other")).isEmpty();
    String article = report.getString("articles[0].articleId");
    new Desk(adminKey()).withdraw(article, "error", "有误");
    deliver();
    assertThat(types("/deleted")).containsExactly("article.deleted");
    Request gone = receiver.events("/deleted").get(0);
    assertThat(gone.json().at("/data/reason").asText()).isEqualTo("withdrawn");
    assertThat(gone.json().at("/data/class").asText()).isEqualTo("error");
    assertThat(gone.json().at("/data/id").asText()).isEqualTo(article);
    assertThat(types("/one")).containsExactly("article.changed");
  }

  @Test
  void aRetryHasTheSameIdAndTheNewestState() {
    String id = webhook("/a");
    receiver.answer(500);
    String slug = tag("shequ");
    deliver();
    JsonPath waiting = deliveries(id);
    assertThat(waiting.getString("items[0].state")).isEqualTo("waiting");
    assertThat(waiting.getString("items[0].reason")).isEqualTo("http-500");
    String etag = desk().get("/v1/desk/tags/" + slug).header("ETag");
    ok(
        desk().header("If-Match", etag).body(Map.of("name", "新名字")).patch("/v1/desk/tags/" + slug),
        200);
    receiver.answer(204);
    sender.runOnce();
    assertThat(receiver.events("/a")).hasSize(1);
    clock.stepTo(Duration.ofSeconds(10));
    sender.runOnce();
    List<Request> events = receiver.events("/a");
    assertThat(events).hasSize(2);
    assertThat(events.get(1).id()).isEqualTo(events.get(0).id());
    assertThat(events.get(1).json().at("/data/tag/name").asText()).isEqualTo("新名字");
    assertThat(deliveries(id).getInt("items[0].attempts")).isEqualTo(2);
    assertThat(deliveries(id).getString("items[0].state")).isEqualTo("delivered");
  }

  @Test
  void tenAttemptsWithinFourDays() {
    String id = webhook("/a");
    receiver.answer(503);
    tag("shequ");
    feed.runOnce();
    Duration step = Duration.ZERO;
    for (Duration delay : RetryPolicy.DELAYS) {
      sender.runOnce();
      step = step.plus(delay.multipliedBy(12).dividedBy(10));
      clock.stepTo(step);
    }
    sender.runOnce();
    clock.stepTo(step.plusDays(2));
    sender.runOnce();
    assertThat(receiver.events("/a")).hasSize(10);
    assertThat(receiver.events("/a").stream().map(Request::id).distinct()).hasSize(1);
    assertThat(deliveries(id).getString("items[0].state")).isEqualTo("failed");
    assertThat(deliveries(id).getString("items[0].reason")).isEqualTo("http-503");
  }

  @Test
  void otherAnswersFailAtOnce() {
    String id = webhook("/a");
    receiver.answer(
        request -> new Answer(302, "x".repeat(3_000), Map.of("Location", receiver.url("/b"))));
    tag("shequ");
    deliver();
    JsonPath failed = deliveries(id);
    assertThat(failed.getString("items[0].state")).isEqualTo("failed");
    assertThat(failed.getString("items[0].reason")).isEqualTo("http-302");
    assertThat(failed.getString("items[0].response")).hasSize(1_024);
    assertThat(receiver.events("/b")).isEmpty();
    assertThat(seen(id).getString("failingSince")).isNull();
  }

  @Test
  void retryAfterSlowsTheEndpointDown() {
    webhook("/a");
    webhook("/b");
    receiver.answer(
        request ->
            request.path().equals("/a")
                ? new Answer(429, "", Map.of("Retry-After", "120"))
                : Answer.of(200, ""));
    tag("one");
    deliver();
    tag("two");
    clock.stepTo(Duration.ofSeconds(100));
    deliver();
    assertThat(receiver.events("/a")).hasSize(1);
    assertThat(receiver.events("/b")).hasSize(2);
    clock.stepTo(Duration.ofSeconds(130));
    receiver.answer(200);
    sender.runOnce();
    assertThat(receiver.events("/a")).hasSize(3);
  }

  @Test
  void anotherLogTellsReceiversToSync() {
    String id = webhook("/a", Map.of("events", List.of("tag.changed"))).getString("webhook.id");
    String log = tables().texts("select log_id from change_state").get(0);
    tag("lost");
    tables().run("update change_state set log_id = gen_random_uuid()");
    try {
      deliver();
      assertThat(types("/a")).containsExactly("log.reset");
      tag("next");
      deliver();
      assertThat(types("/a")).containsExactly("log.reset", "tag.changed");
      assertThat(deliveries(id).getList("items.state")).containsOnly("delivered");
    } finally {
      tables().run("update change_state set log_id = '" + log + "'");
    }
  }

  @Test
  void whatIsReplayedArrivesUnderTheSameId() {
    String id = webhook("/a");
    tag("one");
    tag("two");
    deliver();
    String first = receiver.events("/a").get(0).id();
    ok(desk().post(WEBHOOKS + "/" + id + "/deliveries/" + first + "/replay"), 200);
    sender.runOnce();
    assertThat(receiver.events("/a").stream().filter(one -> one.id().equals(first))).hasSize(2);
    String all = WEBHOOKS + "/" + id + "/replay";
    Map<String, Object> since = Map.of("since", "2020-01-01T00:00:00Z");
    assertThat(ok(desk().body(since).post(all), 200).getInt("count")).isEqualTo(2);
    sender.runOnce();
    assertThat(receiver.events("/a")).hasSize(5);
    Map<String, Object> past =
        Map.of("since", "2020-01-01T00:00:00Z", "until", "2020-01-02T00:00:00Z");
    assertThat(ok(desk().body(past).post(all), 200).getInt("count")).isZero();
    problem(
        desk().post(WEBHOOKS + "/" + id + "/deliveries/" + id + "/replay"),
        404,
        "webhook-delivery-not-found");
  }

  @Test
  void bothSecretsSignForADay() throws Exception {
    JsonPath made = webhook("/a", Map.of());
    String id = made.getString("webhook.id");
    JsonPath rotated = ok(desk().post(WEBHOOKS + "/" + id + "/secret"), 200);
    tag("one");
    deliver();
    Request event = receiver.events("/a").get(0);
    assertThat(event.signature().split(" ")).hasSize(2);
    for (JsonPath one : List.of(made, rotated)) {
      new Webhook(one.getString("secret")).verify(event.body(), headers(event));
    }
    clock.stepTo(Duration.ofHours(25));
    tag("two");
    deliver();
    Request later = receiver.events("/a").get(1);
    assertThat(later.signature().split(" ")).hasSize(1);
    new Webhook(rotated.getString("secret")).verify(later.body(), headers(later));
  }

  @Test
  void aTestIsSentAtOnce() {
    String id = webhook("/a");
    receiver.answer(418);
    JsonPath result = ok(desk().post(WEBHOOKS + "/" + id + "/test"), 200);
    assertThat(result.getBoolean("delivered")).isFalse();
    assertThat(result.getInt("status")).isEqualTo(418);
    assertThat(result.getString("reason")).isEqualTo("http-418");
    assertThat(types("/a")).containsExactly("webhook.test");
    assertThat(deliveries(id).getList("items")).isEmpty();
  }

  @Test
  void oldDeliveriesAreDeleted() {
    String id = webhook("/a");
    tag("one");
    deliver();
    assertThat(all.deleteOld()).isZero();
    clock.stepTo(Duration.ofDays(31));
    assertThat(all.deleteOld()).isEqualTo(1);
    assertThat(deliveries(id).getList("items")).isEmpty();
  }
}
