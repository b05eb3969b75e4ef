package org.yujian.ingest.healing;

import org.yujian.shared.text.Glyph;

/** The marks {@code #} (or full-width ＃) before a title or heading. */
final class HeadingMarks {

  private static final int MOST_MARKS = 6;

  private HeadingMarks() {}

  /**
   * Number of marks that make the line a title or heading; 0 when it is neither. A topic (#豫园#) has
   * no space after its mark, and more than six marks are not a heading. Rule 3 names only the
   * half-width mark, but Chinese keyboards write the other one, and the report mentions it.
   */
  static int count(String text) {
    int marks = 0;
    while (marks < text.length() && (text.charAt(marks) == '#' || text.charAt(marks) == '＃')) {
      marks++;
    }
    boolean spaced = marks == text.length() || Glyph.isTrimmed(text.charAt(marks));
    return marks <= MOST_MARKS && spaced ? marks : 0;
  }

  /** Whether a title or heading has a full-width mark. */
  static boolean isWide(String raw) {
    if (raw.indexOf('＃') < 0) {
      return false;
    }
    String words = Glyph.trim(raw);
    return words.substring(0, count(words)).indexOf('＃') >= 0;
  }
}
