package org.yujian.ingest.healing;

import org.yujian.shared.text.Glyph;

/** Finds the ends of sentences. */
final class Sentence {

  /** Maximum distance of a bracket to its partner, and of closing marks to a sentence end. */
  private static final int REACH = 64;

  /** Maximum brackets after a sentence: （掌声）（党群办） */
  private static final int MOST_BRACKETS = 3;

  private Sentence() {}

  /** Whether the text has a comma, a semicolon or the end of a sentence. */
  static boolean holdsPause(CharSequence text) {
    return holds(text, "，。！？；");
  }

  static boolean holds(CharSequence text, String marks) {
    return text.chars().anyMatch(c -> marks.indexOf(c) >= 0);
  }

  /** Whether the text ends in 。！？…, maybe with closing marks and words in brackets after it. */
  static boolean isEnded(CharSequence text) {
    if (endsBefore(text, text.length())) {
      return true;
    }
    CharSequence before = text;
    for (int i = 0; i < MOST_BRACKETS; i++) {
      int bracket = openingBracket(before);
      if (bracket < 0) {
        return false;
      }
      if (endsBefore(before, bracket)) {
        return true;
      }
      before = before.subSequence(0, bracket);
    }
    return false;
  }

  /** Whether a sentence ends before {@code to}, closing marks and spaces ignored. */
  static boolean endsBefore(CharSequence text, int to) {
    int stop = Math.max(0, to - REACH);
    for (int i = to; i > stop; ) {
      int c = Character.codePointBefore(text, i);
      if (Glyph.isSentenceEnd(c)) {
        return true;
      }
      if (c == '.' && endsInDots(text, i)) {
        return true;
      }
      if (!Glyph.isClosing(c) && !Glyph.isTrimmed(c)) {
        return false;
      }
      i -= Character.charCount(c);
    }
    return false;
  }

  /** Three typed dots count as an ellipsis. */
  private static boolean endsInDots(CharSequence text, int to) {
    return to >= 3 && text.charAt(to - 2) == '.' && text.charAt(to - 3) == '.';
  }

  /** Index of the bracket that closes at the text's end; -1 when there is none. */
  static int openingBracket(CharSequence text) {
    if (text.length() == 0 || !Glyph.isClosingBracket(text.charAt(text.length() - 1))) {
      return -1;
    }
    int depth = 0;
    for (int i = text.length() - 1; i >= Math.max(0, text.length() - REACH); i--) {
      char c = text.charAt(i);
      if (Glyph.isClosingBracket(c)) {
        depth++;
      } else if (Glyph.isOpeningBracket(c) && --depth == 0) {
        return i;
      }
    }
    return -1;
  }

  /**
   * Whether the text ends in half-width . ! ? before a block that begins with no small letter or
   * digit (an address, a number). A full stop counts in mostly Latin text only; elsewhere it marks
   * an abbreviation.
   */
  static boolean isEndedInAscii(CharSequence text, boolean mostlyLatin, CharSequence next) {
    int first = Character.codePointAt(next, 0);
    if (Character.isLowerCase(first) || Glyph.isAsciiDigit(first)) {
      return false;
    }
    int i = text.length();
    while (i > 0 && Glyph.isClosing(text.charAt(i - 1)) && text.length() - i < REACH) {
      i--;
    }
    if (i < 2) {
      return false;
    }
    char end = text.charAt(i - 1);
    return end == '!' || end == '?' || (end == '.' && mostlyLatin && !isDigitBefore(text, i - 1));
  }

  private static boolean isDigitBefore(CharSequence text, int at) {
    return Glyph.isAsciiDigit(text.charAt(at - 1));
  }

  /** Whether the text contains the end of a sentence. */
  static boolean isIn(CharSequence text) {
    return text.chars().anyMatch(Glyph::isSentenceEnd);
  }
}
