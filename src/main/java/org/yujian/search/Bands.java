package org.yujian.search;

import java.util.ArrayList;
import java.util.List;

/**
 * Parts of the feed order, of four lengths, each 16 times as long as the one before: about 2.4
 * hours, 1.6 days, 25 days and 13 months. Among a text's grams stand the marks of the parts that it
 * lies in, so that the index itself finds the newest texts with a word, however many there are:
 * asked for a part after the other, it passes over all else.
 */
final class Bands {
  private static final int[] SHIFTS = {36, 40, 44, 48};

  /** Enough for the shortest until the year 2112; what lies beyond is in the last one. */
  private static final int BITS = 19;

  private static final long LAST = (1L << (BITS + SHIFTS[0])) - 1;

  /** To ask for a part costs as much as so many of the candidates in it: about 90 and 10 µs. */
  private static final double PART_COST = 9;

  /** So many of one length are asked for before longer ones are. */
  private static final int BEFORE_LONGER = 8;

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
   * That in which so many hits cost least to find, where all lie evenly.
   *
   * @param hits how many lie from {@code oldest} to {@code newest}
   * @param candidates how many are to be looked at there, hits or not
   */
  static int cheapest(double hits, double candidates, long oldest, long newest, int wanted) {
    double places = newest - oldest + 1;
    int cheapest = 0;
    double least = Double.MAX_VALUE;
    for (int length = 0; length < SHIFTS.length; length++) {
      double share = Math.min(1, (1L << SHIFTS[length]) / places);
      double parts = Math.max(1, Math.min(1 / share, wanted / (share * hits)));
      double cost = parts * (PART_COST + share * candidates);
      if (cost < least) {
        cheapest = length;
        least = cost;
      }
    }
    return cheapest;
  }

  /**
   * One part.
   *
   * @param from its lowest feed order
   * @param to its highest feed order
   */
  record Part(int mark, long from, long to) {}

  /**
   * Parts that have everything from {@code oldest} to {@code newest} in them, once, the newest
   * first: of that length, and longer ones behind them.
   */
  static List<Part> newestFirst(int length, long oldest, long newest) {
    List<Part> parts = new ArrayList<>();
    int now = length;
    int taken = 0;
    long place = clamped(newest);
    while (place >= clamped(oldest)) {
      if (now + 1 < SHIFTS.length
          && taken >= BEFORE_LONGER
          && place >> SHIFTS[now + 1] != (place + 1) >> SHIFTS[now + 1]) {
        now++;
        taken = 0;
      }
      long from = place >> SHIFTS[now] << SHIFTS[now];
      parts.add(
          new Part(
              mark(now, place),
              from == 0 ? Long.MIN_VALUE : from,
              place == LAST ? Long.MAX_VALUE : place));
      taken++;
      place = from - 1;
    }
    return parts;
  }

  private static long clamped(long feedOrder) {
    return Math.max(0, Math.min(feedOrder, LAST));
  }
}
