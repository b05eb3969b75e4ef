package org.yujian.search.question;

/**
 * A part of a folded text that can be asked for.
 *
 * @param start place in the text, UTF-16 units
 * @param end place behind it
 * @param word what it is in an index: numbers without separators, dates as 2024-05-01, 2024-05 or
 *     05-01; everything else as it is
 */
record Token(Kind kind, int start, int end, String word) {

  enum Kind {
    /** Characters of a script that is written without spaces. */
    HAN,
    /** Letters of another script. */
    WORD,
    NUMBER,
    DATE
  }

  boolean is(Kind other) {
    return kind == other;
  }
}
