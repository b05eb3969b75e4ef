package org.yujian.shared.page;

import java.time.Instant;
import java.time.temporal.ChronoUnit;

/**
 * Converts the sort key of every public list: publication in microseconds × 8 + (8 − position).
 * Unique; descending, newest edition and lead article first. Only in cursors: it exceeds 2^53.
 */
public final class FeedOrder {

  /** Maximum articles of an edition. Part of the key, so it must not change. */
  public static final int POSITIONS = 8;

  private FeedOrder() {}

  public static long of(Instant publishedAt, int position) {
    return micros(publishedAt) * POSITIONS + (POSITIONS - position);
  }

  /** The publication time in an article's key. */
  public static Instant moment(long feedOrder) {
    return Instant.EPOCH.plus(Math.floorDiv(feedOrder, POSITIONS), ChronoUnit.MICROS);
  }

  /** The position in an article's key. */
  public static int position(long feedOrder) {
    return POSITIONS - Math.floorMod(feedOrder, POSITIONS);
  }

  public static long micros(Instant instant) {
    return ChronoUnit.MICROS.between(Instant.EPOCH, instant);
  }

  /** Inverse of {@link #micros}, never before 1970: a cursor's value must fit the database. */
  public static Instant instant(long micros) {
    return Instant.EPOCH.plus(Math.max(micros, 0), ChronoUnit.MICROS);
  }
}
