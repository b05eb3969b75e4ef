package org.yujian.push;

import static java.util.stream.Collectors.toSet;

import com.interaso.webpush.WebPush;
import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.scheduler.Scheduled;
import io.quarkus.scheduler.Scheduled.ConcurrentExecution;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jboss.logging.Logger;
import org.yujian.delivery.DeliveryLoop;
import org.yujian.delivery.Lanes;
import org.yujian.delivery.OutgoingHttp;
import org.yujian.delivery.OutgoingRequest;
import org.yujian.delivery.OutgoingResult;
import org.yujian.push.PushPolicy.End;
import org.yujian.push.PushPolicy.Verdict;
import org.yujian.shared.json.Json;
import org.yujian.shared.time.DatabaseClock;

/**
 * Sends notifications: claims some in a short transaction, makes their texts in one snapshot, sends
 * them outside of transactions, and settles what has ended in another transaction.
 */
@ApplicationScoped
class PushSender implements DeliveryLoop.Work<PushSender.Outcome> {

  private static final Logger LOG = Logger.getLogger(PushSender.class);

  /** Requests to one push service at a time: few services serve many browsers. */
  static final int CONCURRENCY = 32;

  private final PushDeliveryRepository deliveries;
  private final PushSubscriptionRepository subscriptions;
  private final PushMessages messages;
  private final PushKeys keys;
  private final OutgoingHttp http;
  private final DatabaseClock clock;
  private final Clock wall;
  private final MeterRegistry metrics;
  private final Lanes<String, Prepared> lanes = new Lanes<>(CONCURRENCY, this::send, this::late);
  private final DeliveryLoop<Outcome> loop;

  PushSender(
      PushDeliveryRepository deliveries,
      PushSubscriptionRepository subscriptions,
      PushMessages messages,
      PushKeys keys,
      OutgoingHttp http,
      DatabaseClock clock,
      Clock wall,
      MeterRegistry metrics,
      @ConfigProperty(name = "quarkus.http.host-enabled", defaultValue = "true") boolean serving) {
    this.deliveries = deliveries;
    this.subscriptions = subscriptions;
    this.messages = messages;
    this.keys = keys;
    this.http = http;
    this.clock = clock;
    this.wall = wall;
    this.metrics = metrics;
    this.loop = new DeliveryLoop<>("notifications", serving, this);
  }

  /** How an attempt ended. */
  record Outcome(ClaimedPush push, Verdict verdict) {}

  private record Prepared(ClaimedPush push, PushMessages.Message message) {}

  @Scheduled(every = "1s", concurrentExecution = ConcurrentExecution.SKIP)
  void look() {
    loop.look();
  }

  /** Sends until nothing is due; returns the number of attempts. */
  int runOnce() {
    return loop.runOnce();
  }

  @Override
  public boolean ready() {
    return keys.usable();
  }

  @Override
  public int begin() {
    Instant now = clock.now();
    List<ClaimedPush> claimed =
        QuarkusTransaction.requiringNew().call(() -> deliveries.claim(DeliveryLoop.BATCH, now));
    loop.claimed(claimed.size());
    if (claimed.isEmpty()) {
      return 0;
    }
    Map<UUID, PushMessages.Message> made;
    try {
      made = messages.of(claimed.stream().map(ClaimedPush::edition).collect(toSet()));
    } catch (RuntimeException away) {
      claimed.forEach(push -> loop.ended(new Outcome(push, Verdict.RELEASED)));
      throw away;
    }
    for (ClaimedPush push : claimed) {
      PushMessages.Message message = made.get(push.edition());
      // Without a message, the edition was withdrawn meanwhile.
      if (message == null || push.tooOld(now)) {
        loop.ended(new Outcome(push, Verdict.FAILED));
      } else {
        lanes.add(push.host(), new Prepared(push, message), push.claimedAt());
      }
    }
    lanes.go();
    return claimed.size();
  }

  private void late(Prepared prepared) {
    loop.ended(new Outcome(prepared.push(), Verdict.RELEASED));
  }

  private CompletableFuture<OutgoingResult> send(Prepared prepared) {
    if (loop.stopping()) {
      late(prepared);
      return CompletableFuture.completedFuture(null);
    }
    ClaimedPush push = prepared.push();
    CompletableFuture<OutgoingResult> result;
    try {
      result = http.send(request(keys.webPush(), push.address(), prepared.message()));
    } catch (RuntimeException ours) {
      LOG.error("A notification cannot be encrypted or sent", ours);
      result = CompletableFuture.failedFuture(ours);
    }
    return result.whenComplete(
        (got, failure) -> loop.ended(new Outcome(push, verdict(push, got, failure))));
  }

  private Verdict verdict(ClaimedPush push, OutgoingResult result, Throwable failure) {
    return failure == null ? PushPolicy.of(result, push, wall.instant()) : Verdict.FAILED;
  }

  /** The encrypted and signed request; the topic lets a newer one of the account replace it. */
  static OutgoingRequest request(
      WebPush webPush, PushAddress address, PushMessages.Message message) {
    Map<String, String> headers =
        new HashMap<>(
            webPush.getHeaders(
                address.endpoint(),
                Math.toIntExact(ClaimedPush.LIFE.toSeconds()),
                topic(message.tag()),
                WebPush.Urgency.Normal));
    headers.put("User-Agent", "Yujian");
    byte[] body =
        webPush.getBody(
            Json.text(message).getBytes(StandardCharsets.UTF_8), address.p256dh(), address.auth());
    return new OutgoingRequest("POST", address.endpoint(), headers, body);
  }

  /** At most 32 characters of Base64url (RFC 8030, section 5.4). */
  private static String topic(UUID account) {
    return account.toString().replace("-", "");
  }

  @Override
  public void settle(List<Outcome> outcomes) {
    List<UUID> gone = new ArrayList<>();
    List<ClaimedPush> done = new ArrayList<>();
    List<ClaimedPush> unsent = new ArrayList<>();
    Map<ClaimedPush, Duration> again = new HashMap<>();
    for (Outcome outcome : outcomes) {
      switch (outcome.verdict().end()) {
        case GONE -> gone.add(outcome.push().subscription());
        case RETRY -> again.put(outcome.push(), outcome.verdict().delay());
        case RELEASED -> unsent.add(outcome.push());
        case DELIVERED, FAILED -> done.add(outcome.push());
      }
    }
    subscriptions.delete(gone);
    deliveries.delete(done);
    deliveries.retry(again, clock.now());
    deliveries.release(unsent, clock.now());
  }

  @Override
  public void settled(List<Outcome> outcomes) {
    outcomes.stream()
        .map(outcome -> outcome.verdict().end())
        .filter(end -> end != End.RELEASED)
        .forEach(this::count);
  }

  private void count(End end) {
    Counter.builder("yujian.push.attempts")
        .description("Attempts to notify a browser by what became of them")
        .tag("outcome", end.name().toLowerCase(Locale.ROOT))
        .register(metrics)
        .increment();
  }

  void onStop(@Observes ShutdownEvent stop) throws InterruptedException {
    loop.stop();
  }
}
