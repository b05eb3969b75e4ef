package org.yujian.shared.text;

import java.lang.Character.UnicodeBlock;
import java.lang.Character.UnicodeScript;
import java.util.Set;

/** Classifies single code points for cleaning and joining text. */
public final class Glyph {

  private static final String SENTENCE_ENDS = "。！？…｡⋯‼⁇⁈⁉";
  private static final String CLOSING = "”’」』》〉）)】〗〕］]\"＂'＇｝}﹂﹄﹁﹃";
  private static final String OPENING_BRACKETS = "（([［【〔〖";
  private static final String CLOSING_BRACKETS = "）)]］】〕〗";

  /** Marks of the General Punctuation block that Chinese text uses too. */
  private static final String SHARED_PUNCTUATION = "“”‘’…—–·‧•⋯‼⁇⁈⁉※";

  /** Punctuation inside sentences, with which no block begins. */
  private static final String NEVER_FIRST = "，、；：。！？｡,;";

  private static final Set<UnicodeBlock> CJK_BLOCKS =
      Set.of(
          UnicodeBlock.CJK_SYMBOLS_AND_PUNCTUATION,
          UnicodeBlock.CJK_COMPATIBILITY_FORMS,
          UnicodeBlock.VERTICAL_FORMS,
          UnicodeBlock.HALFWIDTH_AND_FULLWIDTH_FORMS,
          UnicodeBlock.ENCLOSED_CJK_LETTERS_AND_MONTHS,
          UnicodeBlock.CJK_COMPATIBILITY,
          UnicodeBlock.KANBUN,
          UnicodeBlock.CJK_STROKES);

  private Glyph() {}

  /** Whether to trim the character at line ends; web pages and editors insert some of these. */
  public static boolean isTrimmed(int c) {
    return c == ' '
        || c == '\t'
        || c == 0x3000
        || c == 0xA0
        || c == 0xFEFF
        || c == 0x200B
        || (c > 0x7F && Character.getType(c) == Character.SPACE_SEPARATOR);
  }

  /** Whether the character is white space: a trimmed character, a line end or a control. */
  public static boolean isBlank(int c) {
    return isTrimmed(c) || Character.isISOControl(c) || c == 0x2028 || c == 0x2029;
  }

  public static boolean isHan(int c) {
    return (c >= 0x4E00 && c <= 0x9FFF) || (c > 0x7F && UnicodeScript.of(c) == UnicodeScript.HAN);
  }

  /** Whether two pieces are joined without a space next to this character. */
  public static boolean isCjk(int c) {
    if (c < 0x80) {
      return false;
    }
    if (isHan(c) || SHARED_PUNCTUATION.indexOf(c) >= 0) {
      return true;
    }
    UnicodeScript script = UnicodeScript.of(c);
    UnicodeBlock block = UnicodeBlock.of(c);
    return script == UnicodeScript.HIRAGANA
        || script == UnicodeScript.KATAKANA
        || script == UnicodeScript.BOPOMOFO
        || (block != null && CJK_BLOCKS.contains(block));
  }

  public static boolean isSentenceEnd(int c) {
    return SENTENCE_ENDS.indexOf(c) >= 0;
  }

  public static boolean isClosing(int c) {
    return CLOSING.indexOf(c) >= 0;
  }

  public static boolean isOpeningBracket(int c) {
    return OPENING_BRACKETS.indexOf(c) >= 0;
  }

  public static boolean isClosingBracket(int c) {
    return CLOSING_BRACKETS.indexOf(c) >= 0;
  }

  public static boolean isNeverFirst(int c) {
    return NEVER_FIRST.indexOf(c) >= 0;
  }

  public static boolean isAsciiDigit(int c) {
    return c >= '0' && c <= '9';
  }

  public static boolean isLatin(int c) {
    return (c < 0x80 || UnicodeScript.of(c) == UnicodeScript.LATIN) && Character.isLetter(c);
  }

  public static boolean isPunctuation(int c) {
    return switch (Character.getType(c)) {
      case Character.CONNECTOR_PUNCTUATION,
          Character.DASH_PUNCTUATION,
          Character.START_PUNCTUATION,
          Character.END_PUNCTUATION,
          Character.INITIAL_QUOTE_PUNCTUATION,
          Character.FINAL_QUOTE_PUNCTUATION,
          Character.OTHER_PUNCTUATION ->
          true;
      default -> c == '～' || c == '~' || c == '|' || c == '｜';
    };
  }

  public static int length(CharSequence text) {
    return Character.codePointCount(text, 0, text.length());
  }

  /** Whether a text has at most {@code limit} code points; does not count a long text. */
  public static boolean isAtMost(CharSequence text, int limit) {
    return text.length() <= limit || (text.length() <= 2 * limit && length(text) <= limit);
  }

  public static int last(CharSequence text) {
    return Character.codePointBefore(text, text.length());
  }

  public static String trim(String text) {
    int from = 0;
    int to = text.length();
    while (from < to && isTrimmed(text.charAt(from))) {
      from++;
    }
    while (to > from && isTrimmed(text.charAt(to - 1))) {
      to--;
    }
    return text.substring(from, to);
  }

  /** Removes control characters except TAB: they are not text, and XML cannot contain them. */
  public static String withoutControls(String raw) {
    if (raw.chars().noneMatch(Glyph::isDroppedControl)) {
      return raw;
    }
    StringBuilder kept = new StringBuilder(raw.length());
    raw.chars().filter(c -> !isDroppedControl(c)).forEach(c -> kept.append((char) c));
    return kept.toString();
  }

  private static boolean isDroppedControl(int c) {
    return c != '\t' && Character.isISOControl(c);
  }
}
