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
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.jboss.logging.Logger;
import org.yujian.delivery.OutgoingHttp;
import org.yujian.delivery.OutgoingRequest;
import org.yujian.delivery.OutgoingResult;
import org.yujian.push.PushPolicy.End;
import org.yujian.push.PushPolicy.Verdict;
import org.yujian.shared.json.Json;
import org.yujian.shared.time.DatabaseClock;
import org.yujian.shared.transaction.ConflictRetry;
import org.yujian.shared.transaction.Recurring;

/**
 * Sends notifications: claims some in a short transaction, makes their texts in one snapshot, sends
 * them outside of transactions, and settles what has ended in another transaction.
 */
@ApplicationScoped
class PushSender {

  private static final Logger LOG = Logger.getLogger(PushSender.class);

  /** Claimed at once, and at most in memory: slow push services delay the others only then. */
  private static final int BATCH = 100;

  private static final int MOST = 4 * BATCH;

  /** Longest time until new deliveries are looked for while others are being sent. */
  private static final int WAIT_MILLIS = 100;

  private final PushDeliveryRepository deliveries;
  private final PushSubscriptionRepository subscriptions;
  private final PushMessages messages;
  private final PushKeys keys;
  private final OutgoingHttp http;
  private final DatabaseClock clock;
  private final MeterRegistry metrics;
  private final Recurring recurring =
      new Recurring(LOG, "Notifications cannot be sent; retrying every second");
  private volatile boolean stopping;

  PushSender(
      PushDeliveryRepository deliveries,
      PushSubscriptionRepository subscriptions,
      PushMessages messages,
      PushKeys keys,
      OutgoingHttp http,
      DatabaseClock clock,
      MeterRegistry metrics) {
    this.deliveries = deliveries;
    this.subscriptions = subscriptions;
    this.messages = messages;
    this.keys = keys;
    this.http = http;
    this.clock = clock;
    this.metrics = metrics;
  }

  private record Outcome(ClaimedPush push, Verdict verdict) {}

  /** Finds what is due: new deliveries, retries, and leases that have ended. */
  @Scheduled(every = "1s", concurrentExecution = ConcurrentExecution.SKIP)
  void look() {
    if (keys.usable() && !stopping) {
      recurring.run(this::runOnce);
    }
  }

  /** Sends until nothing is due; returns the number of attempts. */
  int runOnce() {
    BlockingQueue<Outcome> ended = new LinkedBlockingQueue<>();
    int attempts = 0;
    int held = 0;
    boolean more = true;
    while ((more || held > 0) && !Thread.currentThread().isInterrupted()) {
      int begun = stopping || held > MOST - BATCH ? 0 : begin(ended);
      held += begun;
      List<Outcome> some = held == 0 ? List.of() : results(ended);
      settle(some);
      held -= some.size();
      attempts += some.size();
      more = begun > 0 || !some.isEmpty() && !stopping;
    }
    return attempts;
  }

  private int begin(BlockingQueue<Outcome> ended) {
    Instant now = clock.now();
    List<ClaimedPush> claimed =
        QuarkusTransaction.requiringNew().call(() -> deliveries.claim(BATCH, now));
    if (!claimed.isEmpty()) {
      Map<UUID, PushMessages.Message> made =
          messages.of(claimed.stream().map(ClaimedPush::edition).collect(toSet()));
      claimed.forEach(push -> send(push, made.get(push.edition()), now, ended));
    }
    return claimed.size();
  }

  /**
   * @param message null when the edition was withdrawn meanwhile
   */
  private void send(
      ClaimedPush push, PushMessages.Message message, Instant now, BlockingQueue<Outcome> ended) {
    if (message == null || push.tooOld(now)) {
      ended.add(new Outcome(push, Verdict.FAILED));
      return;
    }
    CompletableFuture<OutgoingResult> result;
    try {
      result = http.send(request(keys.webPush(), push.address(), message));
    } catch (RuntimeException ours) {
      LOG.error("A notification cannot be encrypted or sent", ours);
      result = CompletableFuture.failedFuture(ours);
    }
    result.whenComplete(
        (got, failure) ->
            ended.add(
                new Outcome(
                    push, failure == null ? PushPolicy.of(got, push, now) : Verdict.FAILED)));
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

  private List<Outcome> results(BlockingQueue<Outcome> ended) {
    List<Outcome> some = new ArrayList<>();
    try {
      Outcome first = ended.poll(WAIT_MILLIS, TimeUnit.MILLISECONDS);
      if (first != null) {
        some.add(first);
        ended.drainTo(some, BATCH - 1);
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      stopping = true;
    }
    return some;
  }

  private void settle(List<Outcome> outcomes) {
    if (outcomes.isEmpty()) {
      return;
    }
    List<UUID> gone = new ArrayList<>();
    List<ClaimedPush> done = new ArrayList<>();
    Map<ClaimedPush, Duration> again = new HashMap<>();
    for (Outcome outcome : outcomes) {
      switch (outcome.verdict().end()) {
        case GONE -> gone.add(outcome.push().subscription());
        case RETRY -> again.put(outcome.push(), outcome.verdict().delay());
        case DELIVERED, FAILED -> done.add(outcome.push());
      }
      count(outcome.verdict().end());
    }
    ConflictRetry.on(
        () -> {
          QuarkusTransaction.requiringNew()
              .run(
                  () -> {
                    subscriptions.delete(gone);
                    deliveries.delete(done);
                    deliveries.retry(again, clock.now());
                  });
          return null;
        });
  }

  private void count(End end) {
    Counter.builder("yujian.push.attempts")
        .description("Attempts to notify a browser by what became of them")
        .tag("outcome", end.name().toLowerCase(Locale.ROOT))
        .register(metrics)
        .increment();
  }

  void onStop(@Observes ShutdownEvent stop) {
    stopping = true;
  }
}
