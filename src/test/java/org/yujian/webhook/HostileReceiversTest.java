package org.yujian.webhook;

import static org.assertj.core.api.Assertions.assertThat;
import static org.yujian.testing.RawServer.hang;
import static org.yujian.testing.RawServer.write;

import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.yujian.delivery.Lanes;
import org.yujian.delivery.SecretBox;
import org.yujian.testing.RawServer;
import org.yujian.testing.WebhookReceiver.Answer;
import org.yujian.testing.WebhookReceiver.Request;

/** Receivers that misbehave, nodes that die, and nodes that send at the same time. */
@QuarkusTest
class HostileReceiversTest extends WebhookTests {
  private static final int CHANGES = 8;

  @Inject DeliveryRepository deliveries;
  @Inject EventBodies events;
  @Inject WebhookClient client;
  @Inject WebhookSettlement settlement;
  @Inject SecretBox secrets;
  @Inject MeterRegistry metrics;

  private String webhookAt(String url) {
    String id = webhook("/moved");
    tables().run("update webhook_endpoint set url = '" + url + "' where id = '" + id + "'");
    return id;
  }

  private void changes(int count) {
    for (int i = 0; i < count; i++) {
      tag("t" + i);
    }
    feed.runOnce();
  }

  private String reason(String id) {
    return deliveries(id).getString("items[0].reason");
  }

  @Test
  void receiversThatHangDelayNoOther() throws InterruptedException {
    CountDownLatch arrived = new CountDownLatch(CHANGES);
    receiver.answer(
        request -> {
          arrived.countDown();
          return Answer.of(204, "");
        });
    try (RawServer hanging = new RawServer(RawServer::hang);
        RawServer dripping =
            new RawServer(
                c -> {
                  write(c, "HTTP/1.1 200 OK\r\nContent-Length: 9\r\n\r\nx");
                  hang(c);
                })) {
      String one = webhookAt(hanging.url("127.0.0.1"));
      String other = webhookAt(dripping.url("127.0.0.1"));
      String good = webhook("/good");
      changes(CHANGES);
      CompletableFuture<Integer> sending = CompletableFuture.supplyAsync(sender::runOnce);
      assertThat(arrived.await(1, TimeUnit.MINUTES)).isTrue();
      assertThat(sending).isNotDone();
      assertThat(sending.join()).isEqualTo(3 * CHANGES);
      assertThat(deliveries(good).getList("items.state")).containsOnly("delivered");
      for (String id : List.of(one, other)) {
        assertThat(deliveries(id).getList("items.state")).containsOnly("waiting");
        assertThat(reason(id)).startsWith("timeout: ");
        assertThat(seen(id).getString("failingSince")).isNotNull();
      }
      assertThat(hanging.connections()).isLessThanOrEqualTo(Lanes.CONCURRENCY);
    }
  }

  @Test
  void everyFailureHasItsReason() {
    try (RawServer dropping = new RawServer(c -> {});
        RawServer lying =
            new RawServer(c -> write(c, "HTTP/1.1 200 OK\r\nContent-Length: 999\r\n\r\nshort"));
        RawServer endless =
            new RawServer(
                c -> {
                  write(c, "HTTP/1.1 200 OK\r\nContent-Length: 10000000000\r\n\r\n");
                  while (true) {
                    write(c, "豫".repeat(10_000));
                  }
                });
        RawServer strange = new RawServer(c -> write(c, "HTTP/1.1 200 OK\r\n\r\n\0\0"))) {
      String dropped = webhookAt(dropping.url("127.0.0.1"));
      String lied = webhookAt(lying.url("127.0.0.1"));
      String cut = webhookAt(endless.url("127.0.0.1"));
      String nul = webhookAt(strange.url("127.0.0.1"));
      String good = webhook("/good");
      changes(1);
      sender.runOnce();
      assertThat(reason(dropped)).startsWith("closed: ");
      assertThat(reason(lied)).startsWith("closed: ");
      assertThat(deliveries(cut).getString("items[0].state")).isEqualTo("delivered");
      assertThat(deliveries(cut).getString("items[0].response")).startsWith("豫豫");
      assertThat(deliveries(nul).getString("items[0].response")).isEqualTo("\uFFFD\uFFFD");
      assertThat(deliveries(good).getString("items[0].state")).isEqualTo("delivered");
    }
  }

  /** An unreachable endpoint is paused longer each time, others are not. */
  @Test
  void anUnreachableEndpointIsPaused() {
    webhook("/bad");
    webhook("/good");
    receiver.answer(request -> Answer.of(request.path().equals("/bad") ? 500 : 204, ""));
    changes(1);
    sender.runOnce();
    tag("next");
    deliver();
    assertThat(receiver.events("/bad")).hasSize(1);
    assertThat(receiver.events("/good")).hasSize(2);
    clock.stepTo(Duration.ofSeconds(6));
    sender.runOnce();
    assertThat(receiver.events("/bad")).hasSize(3);
  }

  @Test
  void aKilledNodeLosesNothing() {
    String id = webhook("/a");
    changes(1);
    List<ClaimedDelivery> lost =
        QuarkusTransaction.requiringNew().call(() -> deliveries.claim(100, clock.now()));
    assertThat(lost).hasSize(1);
    sender.runOnce();
    clock.stepTo(Duration.ofSeconds(59));
    sender.runOnce();
    assertThat(receiver.events("/a")).isEmpty();
    clock.stepTo(Duration.ofSeconds(61));
    sender.runOnce();
    assertThat(receiver.events("/a")).hasSize(1);
    assertThat(deliveries(id).getInt("items[0].attempts")).isEqualTo(2);
    // It was only slow, and ends now: the other attempt counts.
    Outcome late = Outcome.skipped(lost.get(0), null, "late");
    QuarkusTransaction.requiringNew().run(() -> settlement.settle(List.of(late), clock.now()));
    assertThat(deliveries(id).getString("items[0].state")).isEqualTo("delivered");
  }

  @Test
  void twoNodesSendNothingTwice() {
    webhook("/a");
    webhook("/b");
    WebhookSender other =
        new WebhookSender(
            deliveries,
            events,
            client,
            settlement,
            secrets,
            clock,
            Clock.systemUTC(),
            metrics,
            true);
    for (int round = 0; round < 5; round++) {
      receiver.forget();
      tables().run("delete from webhook_delivery");
      tables()
          .run(
              """
              insert into webhook_delivery (id, endpoint_id, created_at, next_at, type)
              select gen_random_uuid(), id, now(), now(), 'log.reset'
              from webhook_endpoint, generate_series(1, 150)
              """);
      CompletableFuture<Integer> first = CompletableFuture.supplyAsync(sender::runOnce);
      CompletableFuture<Integer> second = CompletableFuture.supplyAsync(other::runOnce);
      first.join();
      second.join();
      // One may have ended while the other held what was left.
      sender.runOnce();
      assertThat(receiver.all()).hasSize(300);
      assertThat(receiver.all().stream().map(Request::id).distinct()).hasSize(300);
      assertThat(tables().texts("select distinct state from webhook_delivery"))
          .containsExactly("delivered");
    }
  }

  @Test
  void twoNodesReadTheLogOnce() {
    webhook("/a");
    for (int i = 0; i < 20; i++) {
      tag("t" + i);
      CompletableFuture<Integer> one = CompletableFuture.supplyAsync(feed::runOnce);
      CompletableFuture<Integer> two = CompletableFuture.supplyAsync(feed::runOnce);
      one.join();
      two.join();
    }
    feed.runOnce();
    assertThat(count("webhook_delivery")).isEqualTo(20);
    assertThat(tables().number("select count(distinct thing_id) from webhook_delivery"))
        .isEqualTo(20);
  }
}
