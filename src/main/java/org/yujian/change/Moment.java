package org.yujian.change;

/**
 * How far a node had read the log: taken before content is read, it says what the content holds at
 * least. Moments of different generations cannot be compared.
 *
 * @param generation rises each time when the log turned out to be another one
 * @param seq the last row read; 0 before the first
 */
public record Moment(long generation, long seq) {

  /** Of the same log and earlier, or of a log before. */
  public boolean isBefore(Moment other) {
    return generation != other.generation ? generation < other.generation : seq < other.seq;
  }
}
