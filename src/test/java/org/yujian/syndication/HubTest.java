package org.yujian.syndication;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.HexFormat;
import java.util.Map;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.junit.jupiter.api.Test;
import org.yujian.syndication.HubSubscriber.Answer;
import org.yujian.syndication.HubSubscriber.Call;

/** The hub with a subscriber on this machine: from the request to the content and to the end. */
@QuarkusTest
class HubTest extends HubTests {

  @Inject HubService service;

  private static String hmac(String body, String secret) throws Exception {
    Mac mac = Mac.getInstance("HmacSHA256");
    mac.init(new SecretKeySpec(secret.getBytes(StandardCharsets.UTF_8), "HmacSHA256"));
    byte[] hash = mac.doFinal(body.getBytes(StandardCharsets.UTF_8));
    return "sha256=" + HexFormat.of().formatHex(hash);
  }

  @Test
  void aSubscriberGetsSignedContentUntilItUnsubscribes() throws Exception {
    subscribe(ACCOUNT_TOPIC, "/hook?own=1", Map.of("hub.secret", "密码"));
    Call verification = subscriber.asked().get(0);
    assertThat(verification.query())
        .containsEntry("own", "1")
        .containsEntry("hub.mode", "subscribe")
        .containsEntry("hub.topic", links.link(ACCOUNT_TOPIC))
        .containsEntry("hub.lease_seconds", "864000");
    assertThat(verification.query().get("hub.challenge")).hasSizeGreaterThan(20);
    assertThat(count(SUBSCRIPTIONS)).isEqualTo(1);
    assertThat(count(REQUESTS)).isZero();

    publish("灯会");
    feed.runOnce();
    publish("花展", "庙会");
    feed.runOnce();
    sender.runOnce();
    assertThat(subscriber.got()).as("a burst may go on").isEmpty();
    deliver();
    assertThat(subscriber.got()).hasSize(1);
    Call content = subscriber.got().get(0);
    Response topic = get(ACCOUNT_TOPIC);
    assertThat(content.body()).isEqualTo(topic.asString()).contains("灯会", "花展", "庙会");
    assertThat(content.headers())
        .containsEntry("content-type", topic.contentType())
        .containsEntry("link", topic.header("Link"))
        .containsEntry("x-hub-signature", hmac(content.body(), "密码"));
    assertThat(content.query()).containsOnlyKeys("own");

    deliver();
    assertThat(subscriber.got()).as("nothing changed").hasSize(1);
    String url = subscriber.url("/hook?own=1");
    assertThat(ask("unsubscribe", ACCOUNT_TOPIC, url, Map.of()).statusCode()).isEqualTo(202);
    assertThat(count(SUBSCRIPTIONS)).as("until it is verified").isEqualTo(1);
    sender.runOnce();
    assertThat(subscriber.asked().get(1).mode()).isEqualTo("unsubscribe");
    assertThat(count(SUBSCRIPTIONS)).isZero();
    publish("灯谜");
    deliver();
    assertThat(subscriber.got()).hasSize(1);
  }

  @Test
  void feedsNameTheHub() {
    publishEight("甲");
    publishEight("乙");
    publishEight("丙");
    String topic = "<" + links.hub() + ">; rel=\"hub\", <" + links.link(ALL) + ">; rel=\"self\"";
    Response first = get(ALL);
    assertThat(first.header("Link")).startsWith(topic + ", <" + ALL + "?cursor=");
    assertThat(json(ALL).getString("hubs[0].url")).isEqualTo(links.hub());
    String next = json(ALL).getString("next_url");
    assertThat(get(ALL + next.substring(next.indexOf('?'))).header("Link")).isNull();
  }

  @Test
  void onlyWhoReturnsTheChallengeIsSubscribed() {
    subscriber.verify(call -> new Answer(200, "other"));
    subscribe(ALL, "/a");
    subscriber.verify(call -> new Answer(404, call.query().get("hub.challenge")));
    subscribe(ALL, "/b");
    assertThat(count(SUBSCRIPTIONS) + count(REQUESTS)).isZero();

    subscriber.verify(call -> new Answer(200, call.query().get("hub.challenge")));
    subscribe(ALL, "/c");
    subscriber.verify(call -> new Answer(404, ""));
    ask("unsubscribe", ALL, subscriber.url("/c"), Map.of());
    subscribe(ALL, "/c", Map.of("hub.secret", "of somebody else"));
    assertThat(count(SUBSCRIPTIONS)).isEqualTo(1);
    publish("灯会");
    deliver();
    assertThat(subscriber.got()).hasSize(1);
    assertThat(subscriber.got().get(0).headers()).doesNotContainKey("x-hub-signature");
  }

  @Test
  void aSubscriberThatIsAwayIsAskedAgain() {
    subscriber.verify(call -> new Answer(503, ""));
    subscribe(ALL, "/a");
    assertThat(count(REQUESTS)).isEqualTo(1);
    subscriber.verify(call -> new Answer(200, call.query().get("hub.challenge")));
    sender.runOnce();
    assertThat(subscriber.asked()).hasSize(1);
    later(Duration.ofSeconds(12));
    sender.runOnce();
    assertThat(subscriber.asked()).hasSize(2);
    assertThat(count(SUBSCRIPTIONS)).isEqualTo(1);
  }

  @Test
  void topicsThatDoNotExistOrEndAreDenied() {
    subscribe("/feeds/accounts/nobody.rss", "/a");
    Call denied = subscriber.asked().get(0);
    assertThat(denied.mode()).isEqualTo("denied");
    assertThat(denied.query())
        .containsEntry("hub.topic", links.link("/feeds/accounts/nobody.rss"))
        .containsKey("hub.reason")
        .doesNotContainKey("hub.challenge");
    assertThat(count(SUBSCRIPTIONS) + count(REQUESTS)).isZero();

    subscribe(ACCOUNT_TOPIC, "/b");
    String path = "/v1/desk/accounts/" + account;
    ok(act(path).body("{}").post(path + "/close"), 200);
    deliver();
    assertThat(subscriber.got()).isEmpty();
    assertThat(subscriber.asked()).extracting(Call::mode).endsWith("subscribe", "denied");
    assertThat(count(SUBSCRIPTIONS) + count(REQUESTS)).isZero();
  }

  @Test
  void aLeaseEndsUnlessItIsRenewed() {
    subscribe(ALL, "/a", Map.of("hub.lease_seconds", "300"));
    subscribe(ALL, "/b", Map.of("hub.lease_seconds", "300"));
    later(Duration.ofSeconds(200));
    subscribe(ALL, "/b", Map.of("hub.lease_seconds", "300"));
    publish("灯会");
    feed.runOnce();
    later(Duration.ofSeconds(101));
    sender.runOnce();
    assertThat(subscriber.got()).extracting(Call::path).containsExactly("/b");
    subscribe(ALL, "/c", Map.of("hub.lease_seconds", "300"));
    later(Duration.ofSeconds(250));
    publish("花展");
    assertThat(feed.runOnce()).isEqualTo(1);
    assertThat(service.deleteExpired()).isEqualTo(1);
    assertThat(count(SUBSCRIPTIONS)).isEqualTo(1);
  }

  @Test
  void contentIsRetriedAFewTimesAndThenWithTheNextChange() {
    subscribe(ALL, "/a");
    subscriber.answer(500);
    publish("灯会");
    deliver();
    for (int attempt = 2; attempt <= 5; attempt++) {
      later(Duration.ofMinutes(20));
      sender.runOnce();
    }
    assertThat(subscriber.got()).hasSize(4);
    subscriber.answer(204);
    later(Duration.ofDays(1));
    sender.runOnce();
    assertThat(subscriber.got()).hasSize(4);
    publish("花展");
    deliver();
    assertThat(subscriber.got()).hasSize(5);
    assertThat(subscriber.got().get(4).body()).isEqualTo(get(ALL).asString());
    subscriber.answer(410);
    publish("庙会");
    deliver();
    assertThat(subscriber.got()).hasSize(6);
    assertThat(count(SUBSCRIPTIONS)).isZero();
  }

  @Test
  void onlyChangedTopicsAreSent() {
    subscribe(ALL, "/all");
    subscribe(ACCOUNT_TOPIC, "/account");
    subscribe("/feeds/tags/lights.rss", "/tag");
    publish("灯会");
    deliver();
    assertThat(subscriber.got())
        .extracting(Call::path)
        .containsExactlyInAnyOrder("/all", "/account", "/tag");
    account("别的社区");
    deliver();
    assertThat(subscriber.got()).as("no feed shows it").hasSize(3);
  }

  @Test
  void wrongRequestsAreRefusedAtOnce() {
    problem(ask("publish", ALL, subscriber.url("/a"), Map.of()), 422, "invalid-body");
    problem(ask("subscribe", "/a/b", subscriber.url("/a"), Map.of()), 422, "invalid-body");
    problem(ask("subscribe", ALL, "ftp://127.0.0.1/", Map.of()), 422, "invalid-body");
    Response json =
        anyone().noFilters().contentType("application/json").body("{}").post("/feeds/hub");
    problem(json, 415, "unsupported-media-type");
    assertThat(count(REQUESTS)).isZero();
  }

  @Test
  void aHostHasALimit() {
    subscribe(ALL, "/0");
    tables()
        .run(
            """
            insert into websub_subscription (id, topic, callback, host, expires_at)
            select gen_random_uuid(), topic, callback || i, host, expires_at
            from websub_subscription, generate_series(1, 999) i
            """);
    Response refused = ask("subscribe", ALL, subscriber.url("/more"), Map.of());
    problem(refused, 503, "overloaded");
    assertThat(refused.header("Retry-After")).isEqualTo("3600");
    String elsewhere = subscriber.url("/more").replace("127.0.0.1", "localhost");
    assertThat(ask("subscribe", ALL, elsewhere, Map.of()).statusCode()).isEqualTo(202);
    assertThat(ask("subscribe", ALL, subscriber.url("/0"), Map.of()).statusCode())
        .as("renewed")
        .isEqualTo(202);
  }
}
