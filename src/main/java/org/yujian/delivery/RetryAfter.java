package org.yujian.delivery;

import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.Optional;

/** The header {@code Retry-After} (RFC 9110, section 10.2.3) of a response. */
public final class RetryAfter {

  private static final Duration DAY = Duration.ofDays(1);

  private RetryAfter() {}

  /** The time to wait, never negative; empty without the header or if it is malformed. */
  public static Optional<Duration> of(OutgoingResult result, Instant now) {
    return Optional.ofNullable(result.headers().get("retry-after"))
        .map(String::strip)
        .flatMap(header -> parse(header, now))
        .map(asked -> asked.isNegative() ? Duration.ZERO : asked);
  }

  /** The same, a day at most: nobody can stop deliveries for longer. */
  public static Optional<Duration> withinADay(OutgoingResult result, Instant now) {
    return of(result, now).map(asked -> asked.compareTo(DAY) > 0 ? DAY : asked);
  }

  private static Optional<Duration> parse(String header, Instant now) {
    if (header.matches("\\d{1,9}")) {
      return Optional.of(Duration.ofSeconds(Long.parseLong(header)));
    }
    try {
      Instant at = ZonedDateTime.parse(header, DateTimeFormatter.RFC_1123_DATE_TIME).toInstant();
      return Optional.of(Duration.between(now, at));
    } catch (DateTimeException malformed) {
      return Optional.empty();
    }
  }
}
