package org.yujian.syndication;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.UUID;
import org.yujian.delivery.Backoff;
import org.yujian.delivery.OutgoingResult;
import org.yujian.delivery.RetryAfter;

/**
 * How an attempt to call a subscriber ended, and what follows.
 *
 * @param delay time until the next attempt; only for {@link End#AGAIN}
 * @param sent hash of the content that the subscriber has; null if unknown
 * @param account of a verified subscription: the account whose changes concern it; null for all
 * @param counted whether it counts as an attempt
 */
record HubOutcome(
    HubTask task, End end, Duration delay, String sent, UUID account, boolean counted) {

  /** What happens to the request or the subscription. */
  enum End {
    /** The subscriber wants what was requested. */
    VERIFIED,
    /** The request is dropped; a subscription that exists stays as it is. */
    DROPPED,
    AGAIN,
    DELIVERED,
    /** Nothing is sent until the next change. */
    WAITING,
    /** The subscription ends. */
    REMOVED,
    /** The subscription ends, and the subscriber is told. */
    DENIED;

    /** As in metrics. */
    String text() {
      return name().toLowerCase(Locale.ROOT);
    }
  }

  static final Backoff VERIFICATION =
      new Backoff(List.of(Duration.ofSeconds(10), Duration.ofMinutes(1)));

  static final Backoff CONTENT =
      new Backoff(List.of(Duration.ofSeconds(10), Duration.ofMinutes(1), Duration.ofMinutes(10)));

  private static final int GONE = 410;
  private static final int TOO_MANY_REQUESTS = 429;
  private static final int SERVER_ERROR = 500;

  /** Failures that the callback itself causes. */
  private static final Set<String> FINAL = Set.of("url", "address-refused");

  static HubOutcome of(HubTask task, End end) {
    return new HubOutcome(task, end, null, null, null, true);
  }

  /** Nothing was sent, because the claim is too old or the program ends. */
  static HubOutcome released(HubTask task) {
    return new HubOutcome(task, End.AGAIN, Duration.ZERO, null, null, false);
  }

  static HubOutcome delivered(HubTask task, String hash) {
    return new HubOutcome(task, End.DELIVERED, null, hash, null, true);
  }

  /**
   * @param challenge must be the whole body of the response (WebSub, section 5.3)
   * @param random from 0 to 1
   */
  static HubOutcome ofVerification(
      HubTask task,
      String challenge,
      UUID account,
      OutgoingResult result,
      Instant now,
      double random) {
    if (result.failure() == null && result.ok()) {
      boolean confirmed = result.head(result.body().length).equals(challenge);
      End end = confirmed ? End.VERIFIED : End.DROPPED;
      return new HubOutcome(task, end, null, null, account, true);
    }
    boolean later =
        result.failure() == null
            ? result.status() >= SERVER_ERROR || result.status() == TOO_MANY_REQUESTS
            : !FINAL.contains(result.failure());
    return later
        ? again(task, VERIFICATION, End.DROPPED, result, now, random)
        : of(task, End.DROPPED);
  }

  /**
   * @param hash of the content that was sent
   */
  static HubOutcome ofContent(
      HubTask task, String hash, OutgoingResult result, Instant now, double random) {
    if (result.failure() == null && result.ok()) {
      return delivered(task, hash);
    }
    return result.status() == GONE
        ? of(task, End.REMOVED)
        : again(task, CONTENT, End.WAITING, result, now, random);
  }

  private static HubOutcome again(
      HubTask task, Backoff backoff, End last, OutgoingResult result, Instant now, double random) {
    Duration delay = backoff.after(task.attempts(), random);
    if (delay == null) {
      return of(task, last);
    }
    Duration asked = RetryAfter.withinADay(result, now).orElse(Duration.ZERO);
    Duration longer = asked.compareTo(delay) > 0 ? asked : delay;
    return new HubOutcome(task, End.AGAIN, longer, null, null, true);
  }
}
