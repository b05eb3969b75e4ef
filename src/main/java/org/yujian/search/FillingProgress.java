package org.yujian.search;

import java.util.Locale;
import java.util.Optional;

/**
 * How far a new generation of the index is filled.
 *
 * @param whole whether searches use it
 * @param done number of articles in it
 * @param all number of live articles when the filling began or went on
 */
record FillingProgress(boolean whole, long done, long all) {

  static final FillingProgress UNKNOWN = new FillingProgress(false, 0, 0);

  /** A smaller filling takes seconds, and the console says nothing. */
  private static final long FEW = 1_000;

  /** Articles that are filled in within a second. */
  private static final long SOON = 100;

  private static final int PERCENT = 100;
  private static final int TENTH = 10;

  FillingProgress done(long articles) {
    return new FillingProgress(whole, articles, all);
  }

  FillingProgress complete() {
    return new FillingProgress(true, done, all);
  }

  /** Whether a search may wait until it is whole: it has just begun, or is about to end. */
  boolean soon() {
    return all - done <= SOON;
  }

  /** From 0 to 100; 100 only when searches use it. */
  int percent() {
    return whole ? PERCENT : all == 0 ? 0 : (int) Math.min(PERCENT - 1, done * PERCENT / all);
  }

  /** A line for the console: at the beginning, at each tenth and at the end. */
  Optional<String> line(FillingProgress before) {
    if (all <= FEW || equals(before)) {
      return Optional.empty();
    }
    if (whole) {
      return before.all == all && !before.whole
          ? Optional.of("The search index is complete")
          : Optional.empty();
    }
    boolean begins = before.whole || before.all != all;
    return begins || percent() / TENTH != before.percent() / TENTH
        ? Optional.of(
            String.format(
                Locale.ROOT, "%,d of %,d articles are in the new search index", done, all))
        : Optional.empty();
  }
}
