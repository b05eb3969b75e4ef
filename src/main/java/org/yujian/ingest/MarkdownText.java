package org.yujian.ingest;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * Makes a text ready for the Markdown parser: the white space and wide marks that rule 1 and 3
 * allow become those Markdown knows, and nesting that no writer needs but that costs a parser dear
 * is written as plain text. Remembers which line of the file each line was.
 */
final class MarkdownText {

  private static final int DEEPEST = 16;
  private static final int WIDEST_INDENT = 40;
  private static final int MOST_COLUMNS = 40;

  /** The parser's cost grows with the square of a paragraph's lines. Rows of a table count less. */
  private static final int LONGEST_PARAGRAPH = 1_000;

  /** Beyond these the parser's tree alone would take hundreds of megabytes. */
  private static final int MOST_LINES = 250_000;

  private static final int WEIGHT_OF_LINE = 4;

  /** Marks beyond so many of one kind in a paragraph are plain: pairing them costs their square. */
  private static final int MOST_MARKS = 1_000;

  private static final String MARKS = "<[]*_`!";

  private static final String INLINE_DATA = "](data:";

  private final StringBuilder text = new StringBuilder();
  private final List<Integer> numbers = new ArrayList<>();
  private int before;
  private boolean blank = true;
  private int paragraph;
  private final int[] marks = new int[MARKS.length()];

  void add(RawLines.Piece piece) {
    if (piece.line() == before) {
      line(before, "");
    }
    before = piece.line();
    if (paragraph > LONGEST_PARAGRAPH) {
      line(before, "");
    }
    boolean pageBreak = piece.pageBreak() || isPageNumber(piece.text());
    if (pageBreak) {
      line(before, "");
    }
    line(before, pageBreak ? "***" : calm(prepared(withoutData(piece.text()))));
    if (pageBreak) {
      line(before, "");
    }
  }

  /** Copies the whole text: ask once. */
  String text() {
    return text.toString();
  }

  int numberOf(int lineIndex) {
    return numbers.get(Math.min(lineIndex, numbers.size() - 1));
  }

  /** Further blank lines mean nothing in Markdown. */
  private void line(int number, String line) {
    if (line.isEmpty() && blank) {
      return;
    }
    blank = line.isEmpty();
    paragraph = blank ? 0 : paragraph + (line.indexOf('|') < 0 ? WEIGHT_OF_LINE : 1);
    text.append(line).append('\n');
    numbers.add(number);
    if (numbers.size() > MOST_LINES) {
      throw new DocumentRefused(
          DocumentRefused.BODY_TOO_LONG, "A Markdown file may not have so many lines.", MOST_LINES);
    }
  }

  /** — 3 — and 第3页; drawn rules are Markdown's own. */
  private static boolean isPageNumber(String raw) {
    String words = Glyph.trim(raw);
    return words.chars().anyMatch(Glyph::isAsciiDigit) && TextReader.isPageBreak(words);
  }

  /** Pictures written out in the text itself are not kept: no limit on text could hold them. */
  private static String withoutData(String line) {
    int data = line.indexOf(INLINE_DATA);
    if (data < 0) {
      return line;
    }
    StringBuilder kept = new StringBuilder();
    int from = 0;
    while (data >= 0) {
      int end = line.indexOf(')', data);
      kept.append(line, from, data).append("](data:");
      from = end < 0 ? line.length() : end;
      data = line.indexOf(INLINE_DATA, from);
    }
    return kept.append(line.substring(from)).toString();
  }

  private static String prepared(String raw) {
    String trimmed = Glyph.trim(raw);
    int marks = trimmed.isEmpty() ? 0 : TextReader.marks(trimmed);
    if (marks > 0) {
      return "#".repeat(marks) + " " + Glyph.trim(trimmed.substring(marks));
    }
    return shallow(withoutWideIndent(raw));
  }

  /**
   * Spaces and tabs carry meaning before an item's text; other white space at a line's start none.
   */
  private static String withoutWideIndent(String raw) {
    int from = 0;
    boolean plain = true;
    while (from < raw.length() && Glyph.isTrimmed(raw.charAt(from))) {
      plain &= raw.charAt(from) == ' ' || raw.charAt(from) == '\t';
      from++;
    }
    if (!plain || from == raw.length()) {
      return raw.substring(from);
    }
    return from <= WIDEST_INDENT ? raw : raw.substring(from - WIDEST_INDENT);
  }

  private String calm(String line) {
    if (line.isEmpty() || ItemMarker.of(line) != null) {
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

  private static String shallow(String line) {
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

  /** Where a container's marker that begins at {@code from} ends; -1 when none begins there. */
  private static int markerEnd(String line, int from) {
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
