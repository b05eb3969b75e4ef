package org.yujian.change;

/**
 * A position up to which a node had read the log. Captured before content is read, it says how new
 * the content is at least. Positions of different generations have no common {@code seq}.
 *
 * @param generation rises each time the log turns out to be a different one
 * @param seq number of the last row read; 0 before the first
 */
public record LogPosition(long generation, long seq) {

  /** Whether this is an earlier position in this log, or one in an earlier log. */
  public boolean isBefore(LogPosition other) {
    return generation != other.generation ? generation < other.generation : seq < other.seq;
  }
}
