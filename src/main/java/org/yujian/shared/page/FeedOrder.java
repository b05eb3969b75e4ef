package org.yujian.shared.page;

import java.time.Instant;
import java.time.temporal.ChronoUnit;

/**
 * Converts the feed order, the sort key of every public list: publication in microseconds × 8 + (8
 * − position). Unique; descending, newest edition and lead article first. Too large for JSON
 * (2^53), so it is sent only in cursors.
 */
public final class FeedOrder {

  /** Maximum articles of an edition. Must not change, because stored keys depend on the number. */
  public static final int POSITIONS = 8;

  private FeedOrder() {}

  public static long of(Instant publishedAt, int position) {
    return micros(publishedAt) * POSITIONS + (POSITIONS - position);
  }

  public static Instant moment(long feedOrder) {
    return Instant.EPOCH.plus(Math.floorDiv(feedOrder, POSITIONS), ChronoUnit.MICROS);
  }

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
