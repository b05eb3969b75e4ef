package org.yujian.search;

import java.util.Optional;
import org.yujian.change.SyncToken;

/**
 * How far a generation of the index is; stored with each commit of the engine.
 *
 * @param token every row of the change log up to here is applied. While articles are filled in: the
 *     end of the log when that began
 * @param below articles from this place in the feed on are filled in; {@link Long#MIN_VALUE} when
 *     all are
 * @param done number of articles filled in
 * @param whole whether the index had reached the end of the log once, so that it can be searched
 * @param purges number of purges after which purged words were removed from the files
 */
record IndexPosition(SyncToken token, long below, long done, boolean whole, long purges) {

  private static final String NAME = "search";
  private static final String WHOLE = "whole";
  private static final String FILLING = "filling";
  private static final int PARTS = 5;

  static IndexPosition start(SyncToken end, long purges) {
    return new IndexPosition(end, Long.MAX_VALUE, 0, false, purges);
  }

  /** Reads the result of {@link #text}; empty for any other text. */
  static Optional<IndexPosition> of(String text) {
    try {
      String[] parts = text.split(" ", PARTS);
      return Optional.of(
          new IndexPosition(
              SyncToken.decode(parts[4], NAME),
              Long.parseLong(parts[1]),
              Long.parseLong(parts[2]),
              parts[0].equals(WHOLE),
              Long.parseLong(parts[3])));
    } catch (RuntimeException unknown) {
      // Another program, or a release with another form: the index is filled again.
      return Optional.empty();
    }
  }

  String text() {
    return (whole ? WHOLE : FILLING)
        + " "
        + below
        + " "
        + done
        + " "
        + purges
        + " "
        + token.encode(NAME);
  }

  /** Whether articles remain to be filled in. */
  boolean filling() {
    return below != Long.MIN_VALUE;
  }

  IndexPosition filled(long lowest, int articles) {
    return new IndexPosition(token, lowest, done + articles, whole, purges);
  }

  IndexPosition at(SyncToken end) {
    return new IndexPosition(end, below, done, whole, purges);
  }

  IndexPosition complete() {
    return new IndexPosition(token, below, done, true, purges);
  }

  IndexPosition purged(long times) {
    return new IndexPosition(token, below, done, whole, times);
  }
}
