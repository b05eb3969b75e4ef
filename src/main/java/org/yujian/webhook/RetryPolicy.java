package org.yujian.webhook;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import org.yujian.delivery.Backoff;
import org.yujian.delivery.OutgoingResult;
import org.yujian.delivery.RetryAfter;

/** Decides from a response, or its absence, what happens to a delivery and to its endpoint. */
final class RetryPolicy {

  /** Delays after the first, second and further attempts; after the last one there is no more. */
  static final List<Duration> DELAYS =
      List.of(
          Duration.ofSeconds(5),
          Duration.ofMinutes(5),
          Duration.ofMinutes(30),
          Duration.ofHours(2),
          Duration.ofHours(5),
          Duration.ofHours(10),
          Duration.ofHours(14),
          Duration.ofHours(20),
          Duration.ofHours(24));

  /** An endpoint to which nothing could be delivered for this long is disabled. */
  static final Duration FAILING = Duration.ofDays(5);

  private static final Backoff BACKOFF = new Backoff(DELAYS);
  private static final Duration LONGEST_PAUSE = Duration.ofMinutes(5);
  private static final Duration FIRST_PAUSE = Duration.ofSeconds(5);
  private static final int GONE = 410;

  /** The receiver is there and asks for fewer requests. */
  private static final Set<Integer> SLOW_DOWN = Set.of(429, 502, 503, 504);

  /**
   * What to do.
   *
   * @param reason null for a success
   * @param delay time until the next attempt; null when there is none
   * @param pause time for which the endpoint gets nothing, asked for by the receiver; may be null
   * @param disable whether the receiver wants nothing any more
   */
  record Verdict(
      DeliveryState state, String reason, Duration delay, Duration pause, boolean disable) {

    boolean retries() {
      return delay != null;
    }
  }

  private RetryPolicy() {}

  /**
   * @param attempts number of attempts, this one included
   * @param random from 0 to 1
   */
  static Verdict of(OutgoingResult result, int attempts, Instant now, double random) {
    if (result.failure() != null) {
      return retry(result.failure() + ": " + result.text(), attempts, null, random);
    }
    int status = result.status();
    if (result.ok()) {
      return new Verdict(DeliveryState.DELIVERED, null, null, null, false);
    }
    String reason = "http-" + status;
    if (SLOW_DOWN.contains(status)) {
      Duration pause = RetryAfter.withinADay(result, now).orElse(FIRST_PAUSE);
      return retry(reason, attempts, pause, random);
    }
    return status >= 500
        ? retry(reason, attempts, null, random)
        : new Verdict(DeliveryState.FAILED, reason, null, null, status == GONE);
  }

  private static Verdict retry(String reason, int attempts, Duration pause, double random) {
    Duration delay = BACKOFF.after(attempts, random);
    DeliveryState state = delay == null ? DeliveryState.FAILED : DeliveryState.WAITING;
    return new Verdict(state, reason, delay, pause, false);
  }

  /**
   * Pause of an endpoint to which nothing can be delivered, doubled each time.
   *
   * @param failures how often in a row nothing was delivered, this time included
   */
  static Duration pause(int failures) {
    int doublings = Math.min(Math.max(failures, 1) - 1, Byte.SIZE);
    return min(FIRST_PAUSE.multipliedBy(1L << doublings), LONGEST_PAUSE);
  }

  private static Duration min(Duration one, Duration other) {
    return one.compareTo(other) < 0 ? one : other;
  }
}
