package org.yujian.body;

import java.util.Arrays;
import org.yujian.shared.text.Glyph;

/**
 * Limits the cost of parsing Markdown from untrusted writers, line by line. Deep nesting, many
 * marks and long paragraphs, whose cost grows quadratically, are escaped or split.
 */
final class CalmMarkdown {

  private static final int DEEPEST = 16;
  static final int MOST_COLUMNS = 40;

  /** Weight at which a paragraph is split, because parsing is quadratic; table rows weigh less. */
  private static final int LONGEST_PARAGRAPH = 1_000;

  private static final int WEIGHT_OF_LINE = 4;

  /** Further marks of one kind in a paragraph are escaped, because pairing is quadratic. */
  private static final int MOST_MARKS = 1_000;

  private static final String MARKS = "<[]*_`!";

  private final int[] marks = new int[MARKS.length()];
  private int paragraph;

  /** True if a blank line must be inserted before the next line. */
  boolean isParagraphTooLong() {
    return paragraph > LONGEST_PARAGRAPH;
  }

  /** Counts a line; an empty one ends the paragraph. */
  void next(String line) {
    paragraph = line.isEmpty() ? 0 : paragraph + (line.indexOf('|') < 0 ? WEIGHT_OF_LINE : 1);
  }

  /** Escapes excess marks in the line; counting restarts where a block begins. */
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

  /** Escapes containers nested too deeply, and delimiter rows of tables that are too wide. */
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

  /** True if the line is empty or starts with a container, that is a quote or list item. */
  static boolean beginsBlock(String line) {
    String words = line.stripLeading();
    return words.isEmpty() || markerEnd(words, 0) > 0;
  }

  /** End of the container marker that starts at {@code from}; -1 if there is none. */
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

  /** A wide head is costly because the parser fills every row up to its number of columns. */
  private static boolean isWideTable(String line) {
    return line.length() > MOST_COLUMNS
        && line.chars().allMatch(c -> "|-: \t".indexOf(c) >= 0)
        && line.chars().filter(c -> c == '|').count() > MOST_COLUMNS;
  }
}
