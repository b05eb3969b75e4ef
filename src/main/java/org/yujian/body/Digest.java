package org.yujian.body;

import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.yujian.shared.text.Glyph;

/** Derives the summary of an article whose editor wrote none. */
public final class Digest {

  private static final int LENGTH = 54;

  /** A word is kept whole unless that shortens the digest by more than this. */
  private static final int MOST_LOST = 18;

  /** Length of text examined: enough to find the end of the last character and word. */
  private static final int WINDOW = 4 * LENGTH;

  private static final Pattern SPACES =
      Pattern.compile("[ \\t\\n\\x0B\\f\\r\\u0085\\u2028\\u2029]+");
  private static final Pattern CHARACTER = Pattern.compile("\\X");

  /** Characters that may occur inside a word, a number or an address. */
  private static final String JOINERS = ".,:'’-_/@%&=?#~+";

  private static final String NEVER_LAST = "，、；：,;:·—–-“‘「『《〈（【〔([{＂";

  private Digest() {}

  /**
   * The first 54 code points of the text at most, lines joined by a space; null for an empty body.
   * Ends after a whole character and, where that loses little, after a whole word.
   */
  public static String of(Body body) {
    StringBuilder start = new StringBuilder();
    for (String line : body.lines()) {
      if (start.length() > WINDOW) {
        break;
      }
      start.append(start.isEmpty() ? "" : " ").append(line);
    }
    if (start.isEmpty()) {
      return null;
    }
    String text = SPACES.matcher(start).replaceAll(" ").strip();
    return Glyph.isAtMost(text, LENGTH) ? text : ended(text.substring(0, wordEnd(text)));
  }

  private static int wordEnd(String text) {
    int end = characterEnd(text);
    int[] points = text.codePoints().toArray();
    int to = text.codePointCount(0, end);
    int word = to;
    while (word > 0 && isInside(points, word)) {
      word--;
    }
    boolean whole = word > 0 && to - word <= MOST_LOST;
    return whole ? text.offsetByCodePoints(0, word) : end;
  }

  /** End of the last whole grapheme cluster within the limit. */
  private static int characterEnd(String text) {
    int limit = text.offsetByCodePoints(0, LENGTH);
    Matcher character = CHARACTER.matcher(text);
    int end = 0;
    while (character.find() && character.end() <= limit) {
      end = character.end();
    }
    return end > 0 ? end : limit;
  }

  /** True if a word continues across this index. */
  private static boolean isInside(int[] points, int at) {
    if (at >= points.length || !isJoined(points[at - 1]) || !isJoined(points[at])) {
      return false;
    }
    boolean before = isWord(points[at - 1]) || at > 1 && isWord(points[at - 2]);
    boolean behind = isWord(points[at]) || at + 1 < points.length && isWord(points[at + 1]);
    return before && behind;
  }

  private static boolean isJoined(int point) {
    return isWord(point) || JOINERS.indexOf(point) >= 0;
  }

  /** True in scripts that put spaces between words. */
  private static boolean isWord(int point) {
    return !Glyph.isCjk(point)
        && (Character.isLetterOrDigit(point)
            || Character.getType(point) == Character.NON_SPACING_MARK);
  }

  /** Removes trailing punctuation that suggests more text follows. */
  private static String ended(String text) {
    int end = text.length();
    while (end > 0 && isNeverLast(text.codePointBefore(end))) {
      end -= Character.charCount(text.codePointBefore(end));
    }
    return end == 0 ? text.strip() : text.substring(0, end);
  }

  private static boolean isNeverLast(int point) {
    return Character.isWhitespace(point) || NEVER_LAST.indexOf(point) >= 0;
  }
}
