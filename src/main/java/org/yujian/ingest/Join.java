package org.yujian.ingest;

/**
 * Two blocks of the document that became one line of the body. {@code paragraph} is that line from
 * 1, {@code offset} how many code points of it stand left of the join, {@code afterLine} and {@code
 * nextLine} the lines of the file. {@code key} stays the same when the document comes again.
 */
record Join(int paragraph, int offset, int afterLine, int nextLine, boolean uncertain, String key) {

  /** With so many more code points before it. */
  Join shifted(int by) {
    return new Join(paragraph, offset + by, afterLine, nextLine, uncertain, key);
  }

  Join inParagraph(int number) {
    return new Join(number, offset, afterLine, nextLine, uncertain, key);
  }
}
