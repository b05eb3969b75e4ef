package org.yujian.ingest;

import java.util.ArrayList;
import java.util.List;
import org.yujian.edition.body.CalmMarkdown;
import org.yujian.shared.text.Glyph;

/**
 * Makes a text ready for the Markdown parser: the white space and wide marks that rule 1 and 3
 * allow become those Markdown knows, and nesting that no writer needs but that costs a parser dear
 * is written as plain text. Remembers which line of the file each line was.
 */
final class MarkdownText {

  private static final int WIDEST_INDENT = 40;

  private static final String INLINE_DATA = "](data:";

  private final StringBuilder text = new StringBuilder();
  private final List<Integer> numbers = new ArrayList<>();
  private int before;
  private boolean blank = true;
  private final CalmMarkdown calm = new CalmMarkdown();

  void add(RawLines.Piece piece) {
    if (piece.line() == before) {
      line(before, "");
    }
    before = piece.line();
    if (calm.isParagraphTooLong()) {
      line(before, "");
    }
    boolean pageBreak = piece.pageBreak() || isPageNumber(piece.text());
    if (pageBreak) {
      line(before, "");
    }
    line(before, pageBreak ? "***" : calmed(prepared(withoutData(piece.text()))));
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
    calm.next(line);
    text.append(line).append('\n');
    numbers.add(number);
    if (numbers.size() > CalmMarkdown.MOST_LINES) {
      throw new DocumentRefused(
          DocumentRefused.BODY_TOO_LONG,
          "A Markdown file may not have so many lines.",
          CalmMarkdown.MOST_LINES);
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
    return CalmMarkdown.shallow(withoutWideIndent(raw));
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

  private String calmed(String line) {
    return calm.marks(line, line.isEmpty() || ItemMarker.of(line) != null);
  }
}
