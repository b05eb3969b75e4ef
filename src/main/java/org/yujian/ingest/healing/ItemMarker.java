package org.yujian.ingest.healing;

import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.yujian.shared.text.Glyph;

/** The marker before an item: number or bullet character, and number of chars before the words. */
record ItemMarker(Kind kind, int ordinal, int length) {

  enum Kind {
    HAN,
    HAN_IN_BRACKETS,
    DECIMAL,
    /** 2.1 and 2.1.3 */
    LEVELS,
    DECIMAL_COMMA,
    DECIMAL_IN_BRACKETS,
    CIRCLED,
    BULLET;

    boolean isBullet() {
      return this == BULLET;
    }
  }

  private static final String BULLETS = "•·・‧●▪■◆○◇➤✦✅";
  private static final String HAN_DIGITS = "〇一二三四五六七八九";
  private static final int MOST_DIGITS = 3;
  private static final int TEN = 10;
  private static final int PER_LEVEL = 100;

  /** A number with levels needs a space after it: 3.5 is a number, and 3.5 万元 an amount. */
  private static final Pattern LEVELS =
      Pattern.compile(
          "(\\d{1,2}(?:[.．]\\d{1,2}){1,3})[ \\u3000\\u00A0]+(?=\\p{IsHan})"
              + "(?![万萬亿億元个個倍米吨噸公平千百分岁歲度升克人名])");

  /** The marker of {@code text}; null when there is none, or no text after it. */
  static ItemMarker of(String text) {
    ItemMarker marker = bare(text);
    if (marker == null) {
      return null;
    }
    int end = marker.length();
    while (end < text.length() && Glyph.isTrimmed(text.charAt(end))) {
      end++;
    }
    return end >= text.length() ? null : new ItemMarker(marker.kind(), marker.ordinal(), end);
  }

  private static ItemMarker bare(String text) {
    char first = text.charAt(0);
    if (BULLETS.indexOf(first) >= 0) {
      return new ItemMarker(Kind.BULLET, first, 1);
    }
    if (first == '-' || first == '*' || first == '+') {
      // Without a space: a minus, the star of a footnote, a plus.
      boolean spaced = text.length() > 1 && Glyph.isTrimmed(text.charAt(1));
      return spaced ? new ItemMarker(Kind.BULLET, first, 1) : null;
    }
    if (first >= '①' && first <= '⑳') {
      return new ItemMarker(Kind.CIRCLED, first - '①' + 1, 1);
    }
    ItemMarker levels = Character.isDigit(first) ? levels(text) : null;
    if (levels != null) {
      return levels;
    }
    boolean bracket = first == '（' || first == '(';
    int from = bracket ? 1 : 0;
    int to = numberEnd(text, from);
    if (to == from || to >= text.length()) {
      return null;
    }
    boolean han = !Character.isDigit(text.charAt(from));
    int ordinal = han ? hanNumber(text, from, to) : decimal(text, from, to);
    Kind kind = kind(text, to, bracket, han);
    return kind == null || ordinal < 0 ? null : new ItemMarker(kind, ordinal, to + 1);
  }

  private static ItemMarker levels(String text) {
    Matcher matcher = LEVELS.matcher(text);
    if (!matcher.lookingAt()) {
      return null;
    }
    int ordinal = 0;
    for (String number : matcher.group(1).split("[.．]")) {
      ordinal = ordinal * PER_LEVEL + decimal(number, 0, number.length());
    }
    return new ItemMarker(Kind.LEVELS, ordinal, matcher.end(1));
  }

  private static Kind kind(String text, int at, boolean bracket, boolean han) {
    char mark = text.charAt(at);
    if (mark == '）' || mark == ')') {
      if (han) {
        return bracket ? Kind.HAN_IN_BRACKETS : null;
      }
      return Kind.DECIMAL_IN_BRACKETS;
    }
    if (bracket) {
      return null;
    }
    if (mark == '、') {
      return han ? Kind.HAN : Kind.DECIMAL_COMMA;
    }
    boolean dot = mark == '.' || mark == '．';
    // 3.5 is a number, not the third item.
    boolean number = at + 1 < text.length() && Character.isDigit(text.charAt(at + 1));
    return dot && !han && !number ? Kind.DECIMAL : null;
  }

  private static int numberEnd(String text, int from) {
    int to = from;
    boolean decimal = from < text.length() && Character.isDigit(text.charAt(from));
    while (to < text.length()
        && to - from <= MOST_DIGITS
        && (decimal ? Character.isDigit(text.charAt(to)) : isHanNumeral(text.charAt(to)))) {
      to++;
    }
    return to - from > MOST_DIGITS ? from : to;
  }

  static boolean isHanNumeral(char c) {
    return c == '十' || c == '百' || HAN_DIGITS.indexOf(c) >= 0;
  }

  private static int decimal(String text, int from, int to) {
    int value = 0;
    for (int i = from; i < to; i++) {
      value = value * TEN + Character.digit(text.charAt(i), TEN);
    }
    return value;
  }

  /** The value of 一 to 九十九; -1 when it is not an ordinal (一二). */
  private static int hanNumber(String text, int from, int to) {
    String number = text.substring(from, to);
    int ten = number.indexOf('十');
    if (ten < 0) {
      return number.length() == 1 ? HAN_DIGITS.indexOf(number) : -1;
    }
    int tens = ten == 0 ? 1 : HAN_DIGITS.indexOf(number.charAt(0));
    int ones = ten == number.length() - 1 ? 0 : HAN_DIGITS.indexOf(number.charAt(ten + 1));
    boolean plain = ten <= 1 && number.length() - ten <= 2;
    return plain && tens > 0 && ones >= 0 ? tens * TEN + ones : -1;
  }

  /** Whether {@code next} is the next item of the list: the same bullet, or the next number. */
  boolean isFollowedBy(ItemMarker next) {
    return next != null
        && next.kind == kind
        && next.ordinal == (kind.isBullet() ? ordinal : ordinal + 1);
  }

  boolean isSameKind(ItemMarker other) {
    return other != null && other.kind == kind;
  }
}
