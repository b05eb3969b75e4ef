package org.yujian.body;

import java.util.List;

/**
 * Whether Markdown recognizes stars as emphasis (CommonMark 0.31, 6.2): those that open it must not
 * stand before a space, nor before punctuation within a word, and the other way round for those
 * that close it.
 */
final class Emphasis {

  private Emphasis() {}

  /**
   * True if stars around these spans are recognized. Emphasis must not touch other marks, but may
   * be inside a link.
   */
  static boolean isRecognized(String text, List<Span> spans) {
    int[] points = text.codePoints().toArray();
    Span link = null;
    int emphasized = -1;
    for (Span span : spans.stream().sorted(Span.ORDER).toList()) {
      if (span.start() <= emphasized) {
        return false;
      }
      if (span.kind().equals(Span.LINK)) {
        link = span;
      } else if (isBeside(link, span) || !isRecognized(points, span)) {
        return false;
      } else {
        emphasized = span.end();
      }
    }
    return true;
  }

  private static boolean isRecognized(int[] points, Span span) {
    return isRecognized(at(points, span.start() - 1), at(points, span.start()))
        && isRecognized(at(points, span.end()), at(points, span.end() - 1));
  }

  private static boolean isBeside(Span link, Span span) {
    return link != null
        && span.start() <= link.end()
        && (span.start() == link.start() || span.end() >= link.end());
  }

  private static int at(int[] points, int index) {
    return index < 0 || index >= points.length ? ' ' : points[index];
  }

  private static boolean isRecognized(int outside, int inside) {
    return !isSpace(inside)
        && (!isPunctuation(inside) || isSpace(outside) || isPunctuation(outside));
  }

  private static boolean isSpace(int point) {
    return Character.isWhitespace(point) || Character.isSpaceChar(point);
  }

  private static boolean isPunctuation(int point) {
    return switch (Character.getType(point)) {
      case Character.CONNECTOR_PUNCTUATION,
          Character.DASH_PUNCTUATION,
          Character.START_PUNCTUATION,
          Character.END_PUNCTUATION,
          Character.INITIAL_QUOTE_PUNCTUATION,
          Character.FINAL_QUOTE_PUNCTUATION,
          Character.OTHER_PUNCTUATION,
          Character.MATH_SYMBOL,
          Character.CURRENCY_SYMBOL,
          Character.MODIFIER_SYMBOL,
          Character.OTHER_SYMBOL ->
          true;
      default -> false;
    };
  }
}
