package org.yujian.ingest.healing;

import java.util.function.UnaryOperator;
import org.yujian.body.GivenBody;
import org.yujian.body.MarkdownLines;
import org.yujian.body.MarkdownReader;
import org.yujian.document.DocumentRefused;
import org.yujian.shared.text.Glyph;

/** Reads a Markdown document with the desk's reader, after rules 1 and 3 for its lines. */
final class MarkdownSource {

  private MarkdownSource() {}

  /**
   * @param inside name of the picture that comes with the document at this address, or null
   */
  static Source read(String document, UnaryOperator<String> inside) {
    if (GivenBody.hasTooManyTables(document)) {
      throw new DocumentRefused(
          DocumentRefused.BODY_TOO_LONG,
          "A Markdown file may not have so many HTML tables.",
          GivenBody.MOST_TABLES);
    }
    MarkdownLines text = new MarkdownLines();
    RawLines.Noted noted = RawLines.read(document, new Pieces(text)::add);
    return BlockSource.of(MarkdownReader.read(text, inside), noted, false);
  }

  /** Applies rules 1 and 3 to lines of the file: page ends, inner breaks, full-width marks. */
  private static final class Pieces {

    private final MarkdownLines text;
    private int before;

    Pieces(MarkdownLines text) {
      this.text = text;
    }

    void add(RawLines.Piece piece) {
      boolean broken = piece.line() == before;
      before = piece.line();
      String words = Glyph.trim(piece.text());
      boolean page = piece.pageBreak() || isPageNumber(words);
      if (broken || page) {
        text.add(piece.line(), "");
      }
      if (!page) {
        int marks = words.isEmpty() ? 0 : HeadingMarks.count(words);
        text.add(
            piece.line(),
            marks > 0
                ? "#".repeat(marks) + " " + Glyph.trim(words.substring(marks))
                : piece.text());
      }
      if (text.size() > MarkdownLines.MOST) {
        throw new DocumentRefused(
            DocumentRefused.BODY_TOO_LONG,
            "A Markdown file may not have so many lines.",
            MarkdownLines.MOST);
      }
    }

    /** Matches — 3 — and 第3页; drawn rules are left to Markdown. */
    private static boolean isPageNumber(String words) {
      return words.chars().anyMatch(Glyph::isAsciiDigit) && TextReader.isPageBreak(words);
    }
  }
}
