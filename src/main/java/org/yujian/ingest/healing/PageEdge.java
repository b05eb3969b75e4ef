package org.yujian.ingest.healing;

import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.yujian.ingest.healing.SourceLine.Form;
import org.yujian.shared.text.Glyph;

/**
 * Tests for lines at the end of a page (page numbers, running heads) and the text around them. A
 * running head is a line that every page repeats, such as the title of the document.
 */
final class PageEdge {

  /**
   * When the lines around it are up to this long, they may be verse or cells, and a short line
   * between them may be text.
   */
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

  /** Shorter repeated lines are parts of sentences. */
  private static final int SHORTEST_HEAD = 4;

  private static final String NOT_AT_END = "。！？；，、：…,;:!?";

  /** May be a running head: short text that is no sentence, item, label, caption, row or date. */
  static boolean mayBeHead(SourceLine line) {
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

  /** The line without its page number, so that the running heads of all pages compare equal. */
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

  /** The value of a line of digits; 0 for other lines. */
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

  /** Whether the halves belong to one paragraph; otherwise the right one may be a subheading. */
  static boolean isProse(String left, String right) {
    return ItemMarker.of(left) == null
        && !Shape.isLabel(left)
        && !Glyph.isAtMost(left, PARAGRAPH)
        && (Sentence.isEnded(right) || !Glyph.isAtMost(right, PARAGRAPH));
  }

  /** Whether the line may be the first half of a sentence: no full stop, heading, date or row. */
  static boolean isUnfinished(SourceLine left) {
    return left != null
        && left.form() == Form.TEXT
        && !Sentence.isEnded(left.text())
        && !isHeading(left.text())
        && !Shape.isDate(left.text())
        && !Shape.isRow(left.text());
  }

  /** A heading; but a line like 2. 当场核验 counts as a list item, which may have been cut. */
  private static boolean isHeading(String text) {
    ItemMarker marker = ItemMarker.of(text);
    boolean item = marker != null && marker.kind() == ItemMarker.Kind.DECIMAL;
    return !item && Shape.headingLevel(text) > 0;
  }

  /** Whether the line may continue a sentence: no item, label, heading or date. */
  static boolean mayContinue(SourceLine right) {
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

  /** Whether the line is too long or punctuated for a cell of a table copied line by line. */
  static boolean cannotBeCell(SourceLine line) {
    return !Glyph.isAtMost(line.text(), CELL)
        || line.text().chars().anyMatch(c -> "，。；、：！？".indexOf(c) >= 0);
  }

  /**
   * The left half cannot end a block, or the cut is inside a word: the line between is page
   * furniture for certain.
   */
  static boolean isCertainCut(String left, String right) {
    return Seam.neverEndsBlock(left) || left.endsWith("，") || Seam.isInsideHanWord(left, right);
  }

  private PageEdge() {}
}
