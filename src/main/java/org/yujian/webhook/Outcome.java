package org.yujian.webhook;

import java.time.Duration;
import java.time.Instant;
import org.yujian.delivery.OutgoingResult;

/**
 * How an attempt ended.
 *
 * @param type type of the event; null when nothing was sent
 * @param counted whether it counts as an attempt
 */
record Outcome(
    ClaimedDelivery delivery,
    String type,
    RetryPolicy.Verdict verdict,
    Integer status,
    String response,
    boolean counted) {

  static Outcome of(
      ClaimedDelivery delivery, String type, OutgoingResult result, Instant now, double random) {
    RetryPolicy.Verdict verdict = RetryPolicy.of(result, delivery.attempts(), now, random);
    return result.failure() != null
        ? new Outcome(delivery, type, verdict, null, null, true)
        : new Outcome(delivery, type, verdict, result.status(), WebhookAttempt.head(result), true);
  }

  /** Nothing was sent, for ever. */
  static Outcome skipped(ClaimedDelivery delivery, String type, String reason) {
    RetryPolicy.Verdict verdict =
        new RetryPolicy.Verdict(DeliveryState.SKIPPED, reason, null, null, false);
    return new Outcome(delivery, type, verdict, null, null, false);
  }

  /** Nothing was sent, because the claim is too old or the program ends. */
  static Outcome released(ClaimedDelivery delivery) {
    RetryPolicy.Verdict verdict =
        new RetryPolicy.Verdict(DeliveryState.WAITING, null, Duration.ZERO, null, false);
    return new Outcome(delivery, null, verdict, null, null, false);
  }

  /** Nothing was sent for a reason of this program; it is tried again like any other. */
  static Outcome unsent(ClaimedDelivery delivery) {
    OutgoingResult result = OutgoingResult.failed("internal", "see the log of the server");
    return of(delivery, null, result, delivery.createdAt(), 0);
  }

  boolean delivered() {
    return verdict.state() == DeliveryState.DELIVERED;
  }

  /** Whether the receiver could not take it now. */
  boolean unreachable() {
    return counted && !delivered() && (verdict.retries() || status == null || status >= 500);
  }
}
