package org.yujian.change;

/**
 * How far a node had read the log. Captured before content is read: the content is at least this
 * new. Row numbers of different generations cannot be compared.
 *
 * @param generation rises each time the log turns out to be a different one
 * @param seq number of the last row read; 0 before the first
 */
public record LogPosition(long generation, long seq) {

  /** Whether this position is earlier in the same log, or belongs to an earlier log. */
  public boolean isBefore(LogPosition other) {
    return generation != other.generation ? generation < other.generation : seq < other.seq;
  }
}
