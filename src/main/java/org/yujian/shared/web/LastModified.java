package org.yujian.shared.web;

import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;

/**
 * The header {@code Last-Modified} of public reads (RFC 9110, 8.8.2). A date has whole seconds, and
 * a change becomes visible shortly after its time. So that two states never have the same date, the
 * header is sent only when the change is a minute old, and {@code If-Modified-Since} has to repeat
 * it exactly.
 */
public final class LastModified {

  public static final String HEADER = "Last-Modified";

  public static final String CONDITION = "If-Modified-Since";

  private static final Duration SETTLED = Duration.ofMinutes(1);

  private static final DateTimeFormatter FORMAT =
      DateTimeFormatter.ofPattern("EEE, dd MMM yyyy HH:mm:ss 'GMT'", Locale.ENGLISH)
          .withZone(ZoneOffset.UTC);

  private LastModified() {}

  /** The preferred form of a date in HTTP (5.6.7), which RSS uses too. */
  public static String date(Instant at) {
    return FORMAT.format(at);
  }

  /** Whether the header may be sent; false for null. */
  public static boolean settled(String date, Instant now) {
    try {
      return date != null && FORMAT.parse(date, Instant::from).plus(SETTLED).isBefore(now);
    } catch (DateTimeException other) {
      return false;
    }
  }

  /**
   * Whether the response is 304 (13.1.3): the client sent no ETag and repeats the date.
   *
   * @param date the header, if it may be sent
   */
  public static boolean known(String date, List<String> ifNoneMatch, String ifModifiedSince) {
    return (ifNoneMatch == null || ifNoneMatch.isEmpty()) && date.equals(ifModifiedSince);
  }
}
