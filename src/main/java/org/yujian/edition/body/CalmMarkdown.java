package org.yujian.edition.body;

import java.util.Arrays;
import org.yujian.shared.text.Glyph;

/**
 * Makes Markdown cheap to parse, whoever wrote it: nesting, marks and paragraphs that no writer
 * needs but whose cost grows with their square are written as plain text or cut. Line by line.
 */
final class CalmMarkdown {

  private static final int DEEPEST = 16;
  static final int MOST_COLUMNS = 40;

  /** The parser's cost grows with the square of a paragraph's lines. Rows of a table count less. */
  private static final int LONGEST_PARAGRAPH = 1_000;

  private static final int WEIGHT_OF_LINE = 4;

  /** Marks beyond so many of one kind in a paragraph are plain: pairing them costs their square. */
  private static final int MOST_MARKS = 1_000;

  private static final String MARKS = "<[]*_`!";

  private final int[] marks = new int[MARKS.length()];
  private int paragraph;

  /** Whether a blank line has to come before the next one. */
  boolean isParagraphTooLong() {
    return paragraph > LONGEST_PARAGRAPH;
  }

  /** A line is written; an empty one ends the paragraph. */
  void next(String line) {
    paragraph = line.isEmpty() ? 0 : paragraph + (line.indexOf('|') < 0 ? WEIGHT_OF_LINE : 1);
  }

  /** The line with marks that are too many escaped; counting begins anew where a block does. */
  String marks(String line, boolean beginsBlock) {
    if (beginsBlock) {
      Arrays.fill(marks, 0);
    }
    StringBuilder escaped = null;
    for (int i = 0; i < line.length(); i++) {
      int mark = MARKS.indexOf(line.charAt(i));
      boolean tooMany = mark >= 0 && ++marks[mark] > MOST_MARKS;
      if (tooMany && escaped == null) {
        escaped = new StringBuilder(line.substring(0, i));
      }
      if (escaped != null) {
        escaped.append(tooMany ? "\\" : "").append(line.charAt(i));
      }
    }
    return escaped == null ? line : escaped.toString();
  }

  /** The line without containers inside containers inside containers, and without wide tables. */
  static String shallow(String line) {
    int depth = 0;
    int i = 0;
    while (i < line.length()) {
      char c = line.charAt(i);
      int end = c == ' ' || c == '\t' ? i + 1 : markerEnd(line, i);
      if (end < 0) {
        break;
      }
      depth += end > i + 1 || c == '>' || "-+*".indexOf(c) >= 0 ? 1 : 0;
      if (depth > DEEPEST) {
        int escaped = Character.isDigit(c) ? end - 1 : i;
        return line.substring(0, escaped) + "\\" + line.substring(escaped);
      }
      i = end;
    }
    return isWideTable(line) ? "\\" + line.stripLeading() : line;
  }

  /** Whether a container (quote or item) begins the line. */
  static boolean beginsBlock(String line) {
    String words = line.stripLeading();
    return words.isEmpty() || markerEnd(words, 0) > 0;
  }

  /** Where a container's marker that begins at {@code from} ends; -1 when none begins there. */
  static int markerEnd(String line, int from) {
    char c = line.charAt(from);
    if (c == '>') {
      return from + 1;
    }
    int end = from;
    if (c == '-' || c == '+' || c == '*') {
      end = from + 1;
    } else {
      while (end < line.length() && Glyph.isAsciiDigit(line.charAt(end))) {
        end++;
      }
      boolean mark = end > from && end < line.length() && ".)".indexOf(line.charAt(end)) >= 0;
      end = mark ? end + 1 : -1;
    }
    return end > 0 && end < line.length() && " \t".indexOf(line.charAt(end)) >= 0 ? end : -1;
  }

  /** The parser fills every row up to the columns of the head: a wide one costs rows × columns. */
  private static boolean isWideTable(String line) {
    return line.length() > MOST_COLUMNS
        && line.chars().allMatch(c -> "|-: \t".indexOf(c) >= 0)
        && line.chars().filter(c -> c == '|').count() > MOST_COLUMNS;
  }
}
