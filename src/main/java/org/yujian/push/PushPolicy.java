package org.yujian.push;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import org.yujian.delivery.OutgoingResult;
import org.yujian.delivery.RetryAfter;

/** Decides from the response of a push service what happens to a notification. */
final class PushPolicy {

  /** Delays after the first and further attempts; after the last one there is no more. */
  static final List<Duration> DELAYS =
      List.of(
          Duration.ofMinutes(1),
          Duration.ofMinutes(5),
          Duration.ofMinutes(30),
          Duration.ofHours(2));

  private static final int TOO_MANY = 429;
  private static final int SERVER_ERROR = 500;

  /** RFC 8030, section 7.3; push services send either. */
  private static final Set<Integer> GONE = Set.of(404, 410);

  /** The address was never one of a push service. */
  private static final Set<String> REFUSED = Set.of("url", "address-refused");

  enum End {
    DELIVERED,
    /** The subscription ended. */
    GONE,
    RETRY,
    FAILED,
    /** Nothing was sent, because the claim is too old or the program ends. */
    RELEASED
  }

  /**
   * @param delay time until the next attempt; null unless {@link End#RETRY}
   */
  record Verdict(End end, Duration delay) {

    static final Verdict FAILED = new Verdict(End.FAILED, null);
    static final Verdict RELEASED = new Verdict(End.RELEASED, null);
  }

  private PushPolicy() {}

  static Verdict of(OutgoingResult result, ClaimedPush push, Instant now) {
    if (result.ok()) {
      return new Verdict(End.DELIVERED, null);
    }
    if (GONE.contains(result.status())
        || result.failure() != null && REFUSED.contains(result.failure())) {
      return new Verdict(End.GONE, null);
    }
    boolean later =
        result.failure() != null || result.status() == TOO_MANY || result.status() >= SERVER_ERROR;
    if (!later || push.attempts() > DELAYS.size()) {
      return Verdict.FAILED;
    }
    Duration own = DELAYS.get(push.attempts() - 1);
    Duration delay =
        RetryAfter.of(result, now).filter(asked -> asked.compareTo(own) > 0).orElse(own);
    return push.tooOld(now.plus(delay)) ? Verdict.FAILED : new Verdict(End.RETRY, delay);
  }
}
