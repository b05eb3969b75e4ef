package org.yujian.edition;

import org.yujian.edition.body.Body;

/** The first words of an article, where its editor gave none. */
final class Digest {

  private static final int LENGTH = 54;

  private Digest() {}

  /** The first 54 code points of the text, lines joined by a space; null for an empty body. */
  static String of(Body body) {
    StringBuilder start = new StringBuilder();
    for (String line : body.lines()) {
      if (start.length() > 2 * LENGTH) {
        break;
      }
      start.append(start.isEmpty() ? "" : " ").append(line);
    }
    if (start.isEmpty()) {
      return null;
    }
    int length = Math.min(LENGTH, start.codePointCount(0, start.length()));
    return start.substring(0, start.offsetByCodePoints(0, length)).strip();
  }
}
