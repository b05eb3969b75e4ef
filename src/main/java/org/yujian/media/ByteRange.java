package org.yujian.media;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * One range of bytes (RFC 9110, 14.1.2), both ends included. Several ranges in one request are
 * answered with the whole, which the RFC allows.
 */
record ByteRange(int from, int to) {

  private static final Pattern SINGLE = Pattern.compile("(?i)bytes=(\\d{0,10})-(\\d{0,10})");

  /** Null when the whole is to be sent: no header, another unit, several ranges or bad syntax. */
  static ByteRange of(String header, int length) {
    Matcher matcher = SINGLE.matcher(header == null ? "" : header.replace(" ", ""));
    if (!matcher.matches()) {
      return null;
    }
    String first = matcher.group(1);
    String last = matcher.group(2);
    if (first.isEmpty()) {
      if (last.isEmpty()) {
        return null;
      }
      long suffix = Math.min(Long.parseLong(last), length);
      return new ByteRange((int) (length - suffix), suffix == 0 ? -1 : length - 1);
    }
    long from = Long.parseLong(first);
    long to = last.isEmpty() ? length - 1L : Math.min(Long.parseLong(last), length - 1L);
    if (!last.isEmpty() && Long.parseLong(last) < from) {
      return null;
    }
    return from >= length ? new ByteRange(0, -1) : new ByteRange((int) from, (int) to);
  }

  boolean satisfiable() {
    return to >= from;
  }
}
