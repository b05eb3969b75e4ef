package org.yujian.delivery;

import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.List;

/**
 * When a failed attempt is repeated.
 *
 * @param delays delays after the first, second and further attempts; after the last one there is no
 *     more
 */
public record Backoff(List<Duration> delays) {

  /** Share by which delays differ, so that what failed together is not repeated together. */
  private static final double JITTER = 0.1;

  private static final Duration LONGEST_WAIT = Duration.ofHours(24);

  /**
   * Time until the next attempt; null when there is none.
   *
   * @param attempts number of attempts until now
   * @param random from 0 to 1
   */
  public Duration after(int attempts, double random) {
    if (attempts > delays.size()) {
      return null;
    }
    double factor = 1 + JITTER * (2 * random - 1);
    return Duration.ofMillis(Math.round(delays.get(attempts - 1).toMillis() * factor));
  }

  /**
   * {@code Retry-After} (RFC 9110) in seconds or as a date, at most a day.
   *
   * @param header null without one
   * @param otherwise given without a valid one
   */
  public static Duration retryAfter(String header, Instant now, Duration otherwise) {
    if (header == null) {
      return otherwise;
    }
    Duration asked;
    if (header.strip().matches("\\d{1,9}")) {
      asked = Duration.ofSeconds(Long.parseLong(header.strip()));
    } else {
      try {
        Instant at =
            ZonedDateTime.parse(header.strip(), DateTimeFormatter.RFC_1123_DATE_TIME).toInstant();
        asked = Duration.between(now, at);
      } catch (DateTimeException malformed) {
        return otherwise;
      }
    }
    Duration atMost = asked.compareTo(LONGEST_WAIT) < 0 ? asked : LONGEST_WAIT;
    return atMost.isNegative() ? Duration.ZERO : atMost;
  }
}
