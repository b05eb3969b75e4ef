package org.yujian.syndication;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import io.vertx.core.Vertx;
import jakarta.inject.Inject;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.hibernate.SessionFactory;
import org.hibernate.stat.Statistics;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.yujian.delivery.OutgoingHttp;
import org.yujian.delivery.SecretBox;
import org.yujian.delivery.StrictHttp;
import org.yujian.shared.time.DatabaseClock;
import org.yujian.syndication.HubSubscriber.Answer;
import org.yujian.syndication.HubSubscriber.Call;

/** The hub with a subscriber on this machine: from the request to the content and to the end. */
@QuarkusTest
class HubTest extends OpenFeedTest {
  private static final String ACCOUNT_TOPIC = "/feeds/accounts/yuyuan.atom";
  private static final String ALL = "/feeds/all.json";
  private static final String SUBSCRIPTIONS = "websub_subscription";
  private static final String REQUESTS = "websub_request";

  @Inject HubFeed feed;
  @Inject HubSender sender;
  @Inject HubService service;
  @Inject HubRepository repository;
  @Inject HubTopics topics;
  @Inject HubRequests requests;
  @Inject FeedLinks links;
  @Inject OutgoingHttp http;
  @Inject SecretBox secrets;
  @Inject DatabaseClock clock;
  @Inject SessionFactory sessions;

  private HubSubscriber subscriber;
  private Duration step = Duration.ZERO;

  @BeforeEach
  void open() {
    subscriber = new HubSubscriber();
    // The position is stored.
    feed.runOnce();
  }

  @AfterEach
  void close() {
    clock.stepTo(Duration.ZERO);
    subscriber.close();
  }

  private Response ask(String mode, String topic, String callback, Map<String, Object> more) {
    Map<String, Object> form = new HashMap<>(more);
    form.put("hub.mode", mode);
    form.put("hub.topic", links.link(topic));
    form.put("hub.callback", callback);
    return anyone()
        .noFilters()
        .contentType("application/x-www-form-urlencoded; charset=UTF-8")
        .formParams(form)
        .post("/feeds/hub");
  }

  private void subscribe(String topic, String path, Map<String, Object> more) {
    assertThat(ask("subscribe", topic, subscriber.url(path), more).statusCode()).isEqualTo(202);
    sender.runOnce();
  }

  private void subscribe(String topic, String path) {
    subscribe(topic, path, Map.of());
  }

  private void later(Duration time) {
    step = step.plus(time);
    clock.stepTo(step);
  }

  /** Reads the log and sends what is due after a burst. */
  private void deliver() {
    feed.runOnce();
    later(HubFeed.BURST.plusSeconds(1));
    sender.runOnce();
  }

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
    String topic =
        "<%s>; rel=\"hub\", <%s>; rel=\"self\"".formatted(links.hub(), links.link(ALL));
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

  private HubSender node(OutgoingHttp client) {
    return new HubSender(
        repository, topics, requests, client, secrets, clock, Clock.systemUTC(), true);
  }

  @Test
  void twoNodesSendNothingTwice() {
    subscribe(ALL, "/0");
    HubSender other = node(http);
    for (int round = 1; round <= 3; round++) {
      tables().run("delete from websub_subscription where callback not like '%/0'");
      tables()
          .run(
              """
              insert into websub_subscription (id, topic, callback, host, expires_at)
              select gen_random_uuid(), topic, callback || '/%d/' || i, host || i %% 7, expires_at
              from websub_subscription, generate_series(1, 119) i
              """
                  .formatted(round));
      publish("第" + round + "次");
      assertThat(feed.runOnce()).isEqualTo(120);
      later(HubFeed.BURST.plusSeconds(1));
      int before = subscriber.got().size();
      CompletableFuture<Integer> first = CompletableFuture.supplyAsync(sender::runOnce);
      CompletableFuture<Integer> second = CompletableFuture.supplyAsync(other::runOnce);
      first.join();
      second.join();
      // One may have ended while the other held what was left.
      sender.runOnce();
      List<Call> got = subscriber.got().subList(before, subscriber.got().size());
      assertThat(got).hasSize(120);
      assertThat(got.stream().map(Call::path).distinct()).hasSize(120);
    }
  }

  @Test
  void aChangeWhileContentIsSentLeadsToAnotherDelivery() {
    subscribe(ALL, "/a");
    publish("灯会");
    feed.runOnce();
    later(HubFeed.BURST.plusSeconds(1));
    // Sends nothing to a local address, but ends like a slow delivery: after the next change.
    HubTask claimed = claim();
    publish("花展");
    assertThat(feed.runOnce()).isEqualTo(1);
    settle(HubOutcome.delivered(claimed, "older"));
    sender.runOnce();
    assertThat(subscriber.got()).hasSize(1);
    assertThat(subscriber.got().get(0).body()).contains("花展");
  }

  @Test
  void aKilledNodeLosesNothing() {
    subscribe(ALL, "/a");
    publish("灯会");
    feed.runOnce();
    later(HubFeed.BURST.plusSeconds(1));
    HubTask lost = claim();
    sender.runOnce();
    assertThat(subscriber.got()).isEmpty();
    later(Duration.ofSeconds(61));
    sender.runOnce();
    assertThat(subscriber.got()).hasSize(1);
    settle(HubOutcome.of(lost, HubOutcome.End.REMOVED));
    assertThat(count(SUBSCRIPTIONS)).as("its claim is lost").isEqualTo(1);
  }

  private HubTask claim() {
    List<HubTask> claimed =
        QuarkusTransaction.requiringNew()
            .call(() -> repository.claimSubscriptions(10, clock.now()));
    assertThat(claimed).hasSize(1);
    return claimed.get(0);
  }

  private void settle(HubOutcome outcome) {
    QuarkusTransaction.requiringNew()
        .run(() -> sender.settle(List.of(outcome)));
  }

  @Test
  void localAddressesAreRefusedInProduction() {
    String local = "https://localhost:" + subscriber.port() + "/a";
    assertThat(ask("subscribe", ALL, local, Map.of()).statusCode()).isEqualTo(202);
    Vertx vertx = Vertx.vertx();
    try {
      OutgoingHttp strict = StrictHttp.of(vertx);
      assertThat(strict.accepts(subscriber.url("/a"))).as("not https").isFalse();
      assertThat(node(strict).runOnce()).isEqualTo(1);
    } finally {
      vertx.close().toCompletionStage().toCompletableFuture().join();
    }
    assertThat(subscriber.asked()).isEmpty();
    assertThat(count(SUBSCRIPTIONS) + count(REQUESTS)).isZero();
  }

  @Test
  void wrongRequestsAreRefusedAtOnce() {
    problem(ask("publish", ALL, subscriber.url("/a"), Map.of()), 422, "invalid-body");
    problem(ask("subscribe", "/a/b", subscriber.url("/a"), Map.of()), 422, "invalid-body");
    problem(ask("subscribe", ALL, "ftp://127.0.0.1/", Map.of()), 422, "invalid-body");
    Response json = anyone().noFilters().contentType("application/json").body("{}").post("/feeds/hub");
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

  /** Content that the subscribers have already, so that all end together. */
  @Test
  void manySubscribersOfATopicCostAsManyStatementsAsOne() {
    subscribe(ALL, "/0");
    publish("灯会");
    deliver();
    Statistics statistics = sessions.getStatistics();
    statistics.setStatisticsEnabled(true);
    long one = cost(statistics, 1);
    tables()
        .run(
            """
            insert into websub_subscription (id, topic, callback, host, expires_at, sent)
            select gen_random_uuid(), topic, callback || i, host, expires_at, sent
            from websub_subscription, generate_series(1, 29) i
            """);
    long many = cost(statistics, 30);
    statistics.setStatisticsEnabled(false);
    assertThat(many).isEqualTo(one);
    assertThat(one).isBetween(1L, 20L);
    assertThat(subscriber.got()).hasSize(1);
  }

  private long cost(Statistics statistics, int subscriptions) {
    tables().run("update websub_subscription set next_at = now() - interval '1 minute'");
    long before = statistics.getPrepareStatementCount();
    assertThat(sender.runOnce()).isEqualTo(subscriptions);
    return statistics.getPrepareStatementCount() - before;
  }
}
