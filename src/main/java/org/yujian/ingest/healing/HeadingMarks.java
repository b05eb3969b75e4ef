package org.yujian.ingest.healing;

import org.yujian.shared.text.Glyph;

/** The marks {@code #} (or full-width ＃) before a title or heading. */
final class HeadingMarks {

  private static final int MOST_MARKS = 6;

  private HeadingMarks() {}

  /**
   * Number of marks of a title or heading, else 0. A topic (#豫园#) has no space after its mark; more
   * than six marks are none. Full-width marks, which Chinese keyboards write, count, with a
   * finding.
   */
  static int count(String text) {
    int marks = 0;
    while (marks < text.length() && (text.charAt(marks) == '#' || text.charAt(marks) == '＃')) {
      marks++;
    }
    boolean spaced = marks == text.length() || Glyph.isTrimmed(text.charAt(marks));
    return marks <= MOST_MARKS && spaced ? marks : 0;
  }

  static boolean isWide(String raw) {
    if (raw.indexOf('＃') < 0) {
      return false;
    }
    String words = Glyph.trim(raw);
    return words.substring(0, count(words)).indexOf('＃') >= 0;
  }
}
