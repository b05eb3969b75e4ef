package org.yujian.ingest.healing;

/**
 * Two blocks of the document that became one paragraph. {@code paragraph} counts lines of the body
 * from 1, {@code offset} code points left of the join; {@code afterLine} and {@code nextLine} are
 * lines of the file. Importing the document again gives the same {@code key}.
 */
public record Join(
    int paragraph, int offset, int afterLine, int nextLine, boolean uncertain, String key) {

  Join shifted(int by) {
    return new Join(paragraph, offset + by, afterLine, nextLine, uncertain, key);
  }

  Join inParagraph(int number) {
    return new Join(number, offset, afterLine, nextLine, uncertain, key);
  }
}
