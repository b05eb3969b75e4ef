package org.yujian.ingest.healing;

import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.yujian.ingest.healing.SourceLine.Form;
import org.yujian.shared.text.Glyph;

/** Recognizes page numbers, running heads and the text before and after them. */
final class PageEdge {

  /** Lines up to this length may be verse or cells, and a short line between them is text. */
  private static final int PARAGRAPH = 20;

  /** Halves up to this length without punctuation may be cells of a table. */
  private static final int CELL = 8;

  private static final Pattern NUMBER_AT_END =
      Pattern.compile("(.*?)[\\s·•|｜/—–-]*(?:第 ?)?([1-9]\\d{0,3}) ?[页頁]?[\\s—–-]*");
  private static final Pattern NUMBER_AT_BEGIN =
      Pattern.compile("[\\s—–-]*([1-9]\\d{0,3})[\\s·•|｜/—–-]+([^\\d\\s].*)");

  /** A running head with the number of its page: 会议记录 第1页 共3页, 说明书 1/3页. */
  private static final Pattern NUMBERED_HEAD =
      Pattern.compile(
          "\\S.{2,28}?[\\s\\u3000·•|｜/—–-]+(?:第 ?\\d{1,3} ?[页頁](?:[\\s\\u3000，,/]*[（(]?共 ?\\d{1,3} ?[页頁][）)]?)?"
              + "|\\d{1,3}/\\d{1,3} ?[页頁]?)");

  /** Shorter repeated lines are pieces of sentences. */
  private static final int SHORTEST_HEAD = 4;

  private static final String NOT_AT_END = "。！？；，、：…,;:!?";

  static boolean isShortText(SourceLine line) {
    String text = line.text();
    return line.form() == Form.TEXT
        && Glyph.isAtMost(text, Shape.SHORT)
        && NOT_AT_END.indexOf(Glyph.last(text)) < 0
        && text.indexOf('，') < 0
        && !Sentence.isIn(text)
        && !Seam.neverEndsBlock(text)
        && !Quotation.isLeftOpen(text)
        && Glyph.length(text) >= SHORTEST_HEAD
        && pageNumber(text) == 0
        && ItemMarker.of(text) == null
        && !Shape.isLabel(text)
        && !Shape.isCaption(text)
        && !Shape.isRow(text)
        && !Shape.isDate(text);
  }

  static boolean isNumberedHead(String text) {
    return text.length() <= 2 * Shape.SHORT && NUMBERED_HEAD.matcher(text).matches();
  }

  /** The line without a page number at its end or beginning. */
  static String key(String text) {
    if (!Glyph.isAtMost(text, Shape.SHORT)) {
      return text;
    }
    Matcher end = NUMBER_AT_END.matcher(text);
    if (end.matches() && Glyph.length(end.group(1)) > 1) {
      return Glyph.trim(end.group(1));
    }
    Matcher begin = NUMBER_AT_BEGIN.matcher(text);
    return begin.matches() ? Glyph.trim(begin.group(2)) : text;
  }

  /** The value of a line with only digits; 0 for other lines. */
  static int pageNumber(String text) {
    if (text.length() > 4 || Character.digit(text.charAt(0), 10) < 1) {
      return 0;
    }
    int value = 0;
    for (int i = 0; i < text.length(); i++) {
      int digit = Character.digit(text.charAt(i), 10);
      if (digit < 0) {
        return 0;
      }
      value = value * 10 + digit;
    }
    return value;
  }

  /** Two halves of a paragraph, not a line without its full stop before a subheading. */
  static boolean isProse(String left, String right) {
    return ItemMarker.of(left) == null
        && !Shape.isLabel(left)
        && !Glyph.isAtMost(left, PARAGRAPH)
        && (Sentence.isEnded(right) || !Glyph.isAtMost(right, PARAGRAPH));
  }

  static boolean isUnfinished(SourceLine left) {
    return left != null
        && left.form() == Form.TEXT
        && !Sentence.isEnded(left.text())
        && !isHeading(left.text())
        && !Shape.isDate(left.text())
        && !Shape.isRow(left.text());
  }

  /** 2. 当场核验 may also be a cut item. */
  private static boolean isHeading(String text) {
    ItemMarker marker = ItemMarker.of(text);
    boolean item = marker != null && marker.kind() == ItemMarker.Kind.DECIMAL;
    return !item && Shape.headingLevel(text) > 0;
  }

  /** May continue a sentence: not an item, label, heading or date. */
  static boolean isRest(SourceLine right) {
    return right != null
        && right.form() == Form.TEXT
        && !Glyph.isNeverFirst(right.text().codePointAt(0))
        && !Glyph.isClosing(right.text().codePointAt(0))
        && ItemMarker.of(right.text()) == null
        && Shape.ordinalLevel(right.text()) == 0
        && !Shape.isLabel(right.text())
        && !Shape.isRow(right.text())
        && !Shape.isCaption(right.text())
        && !Shape.isDate(right.text());
  }

  /** Not a cell of a table that was copied line by line. */
  static boolean isNoCell(SourceLine line) {
    return !Glyph.isAtMost(line.text(), CELL)
        || line.text().chars().anyMatch(c -> "，。；、：！？".indexOf(c) >= 0);
  }

  /** No block ends like this, or the cut is inside a word. */
  static boolean isCertain(String left, String right) {
    return Seam.neverEndsBlock(left) || left.endsWith("，") || Seam.isInsideHanWord(left, right);
  }

  private PageEdge() {}
}
