package org.yujian.ingest.healing;

import java.util.List;

/**
 * Recognizes the points of a speech or letter after a line that ends in ： (如下倡议： 一是… 二是…). Each
 * point begins a block, although its words could continue a sentence.
 */
final class Enumeration {

  private static final String NUMBERS = "一二三四五六七八九十";
  private static final List<String> WORDS = List.of("首先", "其次", "再次", "最后", "最後");

  /** Form of a point: 一是, 一要, 第一，or 第一、, or a word such as 首先. */
  enum Kind {
    IS,
    MUST,
    ORDINAL,
    WORD
  }

  /** A point; {@code number} counts from 1. */
  record Point(Kind kind, int number) {

    boolean isFollowedBy(Point next) {
      if (next == null || next.kind != kind) {
        return false;
      }
      return kind == Kind.WORD ? next.number > number : next.number == number + 1;
    }
  }

  private Enumeration() {}

  static Point of(String text) {
    for (int i = 0; i < WORDS.size(); i++) {
      if (text.startsWith(WORDS.get(i))) {
        return new Point(Kind.WORD, i + 1);
      }
    }
    if (text.length() < 3) {
      return null;
    }
    boolean ordinal = text.charAt(0) == '第';
    int number = NUMBERS.indexOf(text.charAt(ordinal ? 1 : 0)) + 1;
    if (number == 0) {
      return null;
    }
    char mark = text.charAt(ordinal ? 2 : 1);
    if (ordinal) {
      return mark == '，' || mark == '、' || mark == ',' ? new Point(Kind.ORDINAL, number) : null;
    }
    return switch (mark) {
      case '是' -> new Point(Kind.IS, number);
      case '要' -> new Point(Kind.MUST, number);
      default -> null;
    };
  }

  static boolean isFirst(Point point) {
    return point != null && point.number() == 1;
  }
}
