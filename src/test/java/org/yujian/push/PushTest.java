package org.yujian.push;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Test;
import org.yujian.delivery.Lanes;
import org.yujian.shared.json.Json;
import org.yujian.testing.Browser;
import org.yujian.testing.Desk;
import org.yujian.testing.JsonPath;
import org.yujian.testing.RawServer;
import org.yujian.testing.Upload;

/** From following in a browser to the notification at its push service. */
@QuarkusTest
class PushTest extends PushTests {
  @Inject PushDeliveryRepository deliveries;

  private JsonNode message(int number) throws Exception {
    byte[] body = pushService.pushes().get(number).body();
    return Json.value(keys.decrypt(body), JsonNode.class);
  }

  @Test
  void aNewEditionArrivesOnce() throws Exception {
    subscribe("/one");
    deliver();
    assertThat(pushService.pushes()).isEmpty();
    String article = publish("新闻").getString("articles[0].articleId");
    deliver();
    deliver();
    assertThat(pushService.pushes()).hasSize(1);
    LocalPushService.Push push = pushService.pushes().get(0);
    assertThat(push.path()).isEqualTo("/one");
    assertThat(push.headers())
        .containsEntry("Ttl", "86400")
        .containsEntry("Topic", account.replace("-", ""));
    assertThat(push.headers().get("Authorization")).contains(browser.get("/push/key").asString());
    assertThat(message(0).path("title").asText()).isEqualTo("梧桐街道");
    assertThat(message(0).path("body").asText()).isEqualTo("新闻");
    assertThat(message(0).path("url").asText()).isEqualTo("/a/" + article);
    assertThat(browser.get(message(0).path("url").asText()).statusCode()).isEqualTo(200);
    assertThat(count("push_delivery")).isZero();
  }

  @Test
  void correctionsWithdrawalsAndArchivesSendNothing() {
    subscribe("/one");
    Desk desk = new Desk(adminKey());
    String article = publish("新闻").getString("articles[0].articleId");
    deliver();
    assertThat(pushService.pushes()).hasSize(1);
    desk.correct(article, document("新闻", "更正后的正文。"));
    deliver();
    desk.withdraw(article, "error", "有误");
    deliver();
    archive("档案", Instant.now().minus(Duration.ofDays(2)));
    deliver();
    assertThat(pushService.pushes()).hasSize(1);
    assertThat(read("/v1/articles").getList("items.title")).contains("档案");
  }

  private void archive(String title, Instant at) {
    JsonPath draft = imported(Upload.text(document(title, "很久以前。")));
    String edition = "/v1/desk/editions/" + draft.getString("articles[0].editionId");
    ok(
        desk()
            .header("If-Match", desk().get(edition).header("ETag"))
            .body(Map.of("publishedAt", at.toString()))
            .post(edition + "/publish"),
        200);
  }

  @Test
  void whoDoesNotFollowGetsNothing() {
    subscribe("/one");
    browser.post(landing + "/unfollow");
    publish("一");
    deliver();
    browser.post(landing + "/follow");
    tables().run("update follow set blocked = true");
    publish("二");
    deliver();
    tables().run("update follow set blocked = false, muted = true");
    publish("三");
    deliver();
    assertThat(pushService.pushes()).isEmpty();
    tables().run("update follow set muted = false");
    publish("四");
    deliver();
    assertThat(pushService.pushes()).hasSize(1);
  }

  @Test
  void aSubscriptionThatIsGoneIsDeleted() {
    subscribe("/one");
    pushService.answer(410, Map.of());
    publish("一");
    deliver();
    assertThat(pushService.pushes()).hasSize(1);
    assertThat(count("push_subscription") + count("push_delivery")).isZero();
  }

  @Test
  void aBusyPushServiceIsAskedAgainLater() {
    subscribe("/one");
    pushService.answer(429, Map.of("Retry-After", "600"));
    publish("一");
    deliver();
    clock.stepTo(Duration.ofMinutes(9));
    deliver();
    assertThat(pushService.pushes()).hasSize(1);
    pushService.answer(201, Map.of());
    clock.stepTo(Duration.ofMinutes(11));
    deliver();
    assertThat(pushService.pushes()).hasSize(2);
    assertThat(count("push_delivery")).isZero();
  }

  @Test
  void whatIsWithdrawnOrOldWhenItsTurnComesIsNotSent() {
    subscribe("/one");
    String article = publish("一").getString("articles[0].articleId");
    feed.runOnce();
    new Desk(adminKey()).withdraw(article, "error", "有误");
    assertThat(sender.runOnce()).isEqualTo(1);
    publish("二");
    feed.runOnce();
    tables().run("update push_edition set published_at = now() - interval '3 days'");
    assertThat(sender.runOnce()).isEqualTo(1);
    assertThat(pushService.pushes()).isEmpty();
    assertThat(count("push_delivery")).isZero();
    assertThat(feed.deleteOld()).isEqualTo(2);
  }

  /** A node was killed after it had claimed a delivery. */
  @Test
  void aLeaseThatHasEndedIsTakenOver() {
    subscribe("/one");
    publish("一");
    feed.runOnce();
    QuarkusTransaction.requiringNew().run(() -> deliveries.claim(10, clock.now()));
    sender.runOnce();
    assertThat(pushService.pushes()).isEmpty();
    clock.stepTo(Lanes.LEASE.plusSeconds(1));
    sender.runOnce();
    assertThat(pushService.pushes()).hasSize(1);
    assertThat(count("push_delivery")).isZero();
  }

  @Test
  void aPopularAccountIsReachedInSteps() {
    subscribe("/one");
    tables()
        .run(
            """
            insert into reader (id, created_at, last_used_at)
            select gen_random_uuid(), now(), now() from generate_series(1, 2500);
            insert into follow (reader_key, account_id, follower_id, active, followed_at,
              followed_seq, counted_from, seq)
            select r.key, f.account_id, gen_random_uuid(), true, f.followed_at, 1, 0, 1
            from reader r cross join follow f where r.key <> f.reader_key
            """);
    publish("一");
    assertThat(feed.runOnce()).isEqualTo(1);
    assertThat(tables().texts("select done::text from push_edition")).doesNotContain("false");
    assertThat(feed.runOnce()).isZero();
  }

  /** More deliveries of one push service than a node holds are due before those of the other. */
  @Test
  void aPushServiceThatHangsDelaysNoOther() throws Exception {
    subscribe("/quick");
    CompletableFuture<Integer> sending;
    try (RawServer hanging = new RawServer(RawServer::hang)) {
      Browser other = new Browser();
      other.post(landing + "/follow");
      String url = hanging.url("127.0.0.1");
      subscribe(other, url, keys.p256dh(), keys.auth());
      publish("新闻");
      feed.runOnce();
      tables()
          .run(
              """
              insert into push_delivery (id, subscription_id, host, edition_id, next_at)
              select gen_random_uuid(), d.subscription_id, d.host, d.edition_id,
                d.next_at - interval '1 minute'
              from push_delivery d join push_subscription s on s.id = d.subscription_id,
                generate_series(1, 999)
              where s.endpoint = '"""
                  + url
                  + "'");
      sending = CompletableFuture.supplyAsync(sender::runOnce);
      assertThat(pushService.next().path()).isEqualTo("/quick");
      assertThat(sending).isNotDone();
      hanging.awaitConnection();
      assertThat(hanging.connections()).isLessThanOrEqualTo(PushSender.CONCURRENCY);
      tables().run("delete from push_delivery where claim is null");
    }
    assertThat(sending.join()).isGreaterThan(PushSender.CONCURRENCY);
    assertThat(tables().texts("select attempts::text from push_delivery")).containsOnly("1");
  }
}
