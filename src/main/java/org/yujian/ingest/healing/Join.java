package org.yujian.ingest.healing;

/**
 * Two blocks of the document that became one line of the body. {@code paragraph} is that line from
 * 1, {@code offset} the number of its code points left of the join, {@code afterLine} and {@code
 * nextLine} are lines of the file. {@code key} is the same when the document is imported again.
 */
public record Join(
    int paragraph, int offset, int afterLine, int nextLine, boolean uncertain, String key) {

  /** Moves the join by this many code points. */
  Join shifted(int by) {
    return new Join(paragraph, offset + by, afterLine, nextLine, uncertain, key);
  }

  Join inParagraph(int number) {
    return new Join(number, offset, afterLine, nextLine, uncertain, key);
  }
}
