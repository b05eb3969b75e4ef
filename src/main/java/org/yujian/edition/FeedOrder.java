package org.yujian.edition;

import java.time.Instant;
import java.time.temporal.ChronoUnit;

/**
 * The one key of every public list: microseconds of going live × 8 + (8 − position), unique, newest
 * edition first and lead first when read descending. Stands only inside cursors: it exceeds 2^53.
 */
final class FeedOrder {

  /** Articles of an edition at most; part of the key, so a constant. */
  static final int POSITIONS = 8;

  private FeedOrder() {}

  static long of(Instant publishedAt, int position) {
    return micros(publishedAt) * POSITIONS + (POSITIONS - position);
  }

  /** The moment of an article's key. */
  static Instant moment(long feedOrder) {
    return Instant.EPOCH.plus(Math.floorDiv(feedOrder, POSITIONS), ChronoUnit.MICROS);
  }

  /** The position of an article's key. */
  static int position(long feedOrder) {
    return POSITIONS - Math.floorMod(feedOrder, POSITIONS);
  }

  static long micros(Instant instant) {
    return ChronoUnit.MICROS.between(Instant.EPOCH, instant);
  }

  /** Back again, never before 1970: what a cursor says must fit the database's times. */
  static Instant instant(long micros) {
    return Instant.EPOCH.plus(Math.max(micros, 0), ChronoUnit.MICROS);
  }
}
