package org.yujian.search.opensearch;

import java.util.StringJoiner;

/**
 * A regular expression, in the syntax of Lucene, for the words that differ by at most one letter
 * after the first. A fuzzy query would keep only the best of many words, and leave out pairs of
 * words of which one has a single letter.
 */
final class NearWordPattern {
  private NearWordPattern() {}

  /** Its length grows with the square of the word's: some 16,000 for 64 letters. */
  static String of(String word) {
    int[] letters = word.codePoints().toArray();
    int length = letters.length;
    StringJoiner near = new StringJoiner("|", letters(letters, 0, 1) + "(", ")");
    if (length == 1) {
      near.add(".?");
      return near.toString();
    }
    for (int i = 1; i < length; i++) {
      String before = letters(letters, 1, i);
      // This letter, another one, or none.
      near.add(before + ".?" + letters(letters, i + 1, length));
      near.add(before + "." + letters(letters, i, length));
      if (i + 1 < length) {
        String turned = letters(letters, i + 1, i + 2) + letters(letters, i, i + 1);
        near.add(before + turned + letters(letters, i + 2, length));
      }
    }
    near.add(letters(letters, 1, length) + ".");
    return near.toString();
  }

  private static String letters(int[] of, int from, int to) {
    StringBuilder text = new StringBuilder();
    for (int i = from; i < to; i++) {
      if (!Character.isLetterOrDigit(of[i])) {
        text.append('\\');
      }
      text.appendCodePoint(of[i]);
    }
    return text.toString();
  }
}
