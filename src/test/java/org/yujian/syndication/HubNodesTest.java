package org.yujian.syndication;

import static org.assertj.core.api.Assertions.assertThat;

import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.junit.QuarkusTest;
import io.vertx.core.Vertx;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import org.hibernate.SessionFactory;
import org.hibernate.stat.Statistics;
import org.junit.jupiter.api.Test;
import org.yujian.delivery.OutgoingHttp;
import org.yujian.delivery.SecretBox;
import org.yujian.delivery.StrictHttp;
import org.yujian.syndication.HubSubscriber.Call;

/** Nodes that send at the same time or die, and what sending costs. */
@QuarkusTest
class HubNodesTest extends HubTests {

  @Inject HubRepository repository;
  @Inject HubTopics topics;
  @Inject HubRequests requests;
  @Inject OutgoingHttp http;
  @Inject SecretBox secrets;
  @Inject MeterRegistry metrics;
  @Inject SessionFactory sessions;

  private HubSender node(OutgoingHttp client) {
    return new HubSender(
        repository, topics, requests, client, secrets, clock, Clock.systemUTC(), metrics, true);
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
              select gen_random_uuid(), topic, callback || '/ROUND/' || i, host || i % 7, expires_at
              from websub_subscription, generate_series(1, 119) i
              """
                  .replace("ROUND", String.valueOf(round)));
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
    QuarkusTransaction.requiringNew().run(() -> sender.settle(List.of(outcome)));
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
