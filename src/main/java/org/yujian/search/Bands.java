package org.yujian.search;

import java.util.ArrayList;
import java.util.List;

/**
 * Parts of the feed order, of four lengths, each 16 times as long as the one before: about 2.4
 * hours, 1.6 days, 25 days and 13 months. Among the grams of a title and of a text stand the marks
 * of the parts that it lies in, so that the index itself finds the newest with a word, however many
 * there are: asked for a part after the other, it passes over all else.
 */
final class Bands {
  private static final int[] SHIFTS = {36, 40, 44, 48};

  /** So many times what is wanted is gathered at once; more, part by part. */
  static final int FEW = 8;

  /** The same where all that is wanted, a thousand, is only counted. */
  static final int FEW_COUNTED = 2;

  /** Enough for the shortest until the year 2112; what lies beyond is in the last one. */
  private static final int BITS = 19;

  private static final long LAST = (1L << (BITS + SHIFTS[0])) - 1;

  /**
   * Marks are from here on and below {@link #BEYOND}; as grams they would be a control character or
   * punctuation with something behind it, and no gram has these.
   */
  static final int FIRST = 1 << BITS;

  static final int BEYOND = (SHIFTS.length + 1) << BITS;

  private Bands() {}

  /** Of the parts that a place lies in, the shortest first. */
  static int[] marks(long feedOrder) {
    int[] marks = new int[SHIFTS.length];
    for (int length = 0; length < marks.length; length++) {
      marks[length] = mark(length, feedOrder);
    }
    return marks;
  }

  /** Of the part of that length. */
  static int mark(int length, long feedOrder) {
    return (length + 1) << BITS | (int) (clamped(feedOrder) >> SHIFTS[length]);
  }

  /**
   * The shortest with so many in each, where things lie evenly; else the longest.
   *
   * @param things how many lie from {@code oldest} to {@code newest}
   */
  static int length(double things, long oldest, long newest, int atLeast) {
    double perPlace = things / (newest - oldest + 1);
    int length = 0;
    while (length + 1 < SHIFTS.length && perPlace * (1L << SHIFTS[length]) < atLeast) {
      length++;
    }
    return length;
  }

  /**
   * One part.
   *
   * @param from its lowest feed order
   * @param to its highest feed order
   */
  record Part(int mark, long from, long to) {}

  /** How many hits may lie in these feed orders, both included. */
  @FunctionalInterface
  interface Expected {
    double within(long from, long to);
  }

  /**
   * Parts that have everything from {@code oldest} to {@code newest} in them, once, the newest
   * first: each as long as it may be without more hits, those above {@code newest} included, than
   * twice the wanted ones, or than all parts before it. So times without articles are passed over,
   * and crowded ones bit by bit.
   */
  static List<Part> newestFirst(long oldest, long newest, int wanted, Expected hits) {
    List<Part> parts = new ArrayList<>();
    double before = 0;
    long place = clamped(newest);
    while (place >= clamped(oldest)) {
      double most = Math.max(2 * wanted, before);
      int length = 0;
      while (length + 1 < SHIFTS.length
          && (parts.isEmpty() || isLastOf(length + 1, place))
          && hits.within(begin(length + 1, place), end(length + 1, place)) <= most) {
        length++;
      }
      long from = begin(length, place);
      before += hits.within(from, place);
      parts.add(
          new Part(
              mark(length, place),
              from == 0 ? Long.MIN_VALUE : from,
              place == LAST ? Long.MAX_VALUE : place));
      place = from - 1;
    }
    return parts;
  }

  private static boolean isLastOf(int length, long place) {
    return place >> SHIFTS[length] != (place + 1) >> SHIFTS[length];
  }

  private static long begin(int length, long place) {
    return place >> SHIFTS[length] << SHIFTS[length];
  }

  private static long end(int length, long place) {
    return begin(length, place) + (1L << SHIFTS[length]) - 1;
  }

  private static long clamped(long feedOrder) {
    return Math.max(0, Math.min(feedOrder, LAST));
  }
}
