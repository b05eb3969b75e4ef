package org.yujian.ingest.healing;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import org.yujian.document.DocumentRefused;
import org.yujian.shared.text.Glyph;

/**
 * Splits a text at CRLF, CR and LF, and at page and line ends of word processors. Editors do not
 * count the latter, so pieces between such ends have the same line number.
 */
final class RawLines {

  /** A piece of a line, not trimmed; or a page end if {@code pageBreak}. */
  record Piece(int line, String text, boolean pageBreak) {}

  /** Numbers of lines with only white space, and of titles and headings with full-width marks. */
  record Noted(List<Integer> whitespaceOnly, List<Integer> wideMarks) {}

  private final Consumer<Piece> sink;
  private final Noted noted = new Noted(new ArrayList<>(), new ArrayList<>());
  private int filled;

  private RawLines(Consumer<Piece> sink) {
    this.sink = sink;
  }

  /** Passes every piece to {@code sink} and returns the line numbers to report. */
  static Noted read(String text, Consumer<Piece> sink) {
    RawLines lines = new RawLines(sink);
    int number = 1;
    int from = 0;
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      if (c == '\n' || c == '\r') {
        lines.line(number++, text.substring(from, i));
        if (c == '\r' && i + 1 < text.length() && text.charAt(i + 1) == '\n') {
          i++;
        }
        from = i + 1;
      }
    }
    lines.line(number, text.substring(from));
    return lines.noted;
  }

  private void line(int number, String raw) {
    if (!raw.isEmpty() && raw.chars().allMatch(Glyph::isTrimmed)) {
      note(noted.whitespaceOnly(), number);
      sink.accept(new Piece(number, "", false));
      return;
    }
    refuseTooMuch(raw);
    if (HeadingMarks.isWide(raw)) {
      note(noted.wideMarks(), number);
    }
    int from = 0;
    for (int i = 0; i < raw.length(); i++) {
      char c = raw.charAt(i);
      if (isInnerBreak(c)) {
        sink.accept(new Piece(number, Glyph.withoutControls(raw.substring(from, i)), false));
        if (c == '\f') {
          sink.accept(new Piece(number, "", true));
        }
        from = i + 1;
      }
    }
    sink.accept(new Piece(number, Glyph.withoutControls(raw.substring(from)), false));
  }

  private static void note(List<Integer> numbers, int number) {
    if (numbers.size() < Finding.MOST_OF_A_CODE) {
      numbers.add(number);
    }
  }

  /** Refuses before anything is built: no body can contain the line, or this many lines. */
  private void refuseTooMuch(String raw) {
    filled += raw.isEmpty() ? 0 : 1;
    if (filled > DocumentRefused.MAX_BODY || !Glyph.isAtMost(raw, DocumentRefused.MAX_BODY)) {
      throw new DocumentRefused(
          DocumentRefused.BODY_TOO_LONG, "No article may be so long.", DocumentRefused.MAX_BODY);
    }
  }

  private static boolean isInnerBreak(char c) {
    return c == '\f' || c == '\u000B' || c == '\u2028' || c == '\u2029' || c == '\u0085';
  }
}
