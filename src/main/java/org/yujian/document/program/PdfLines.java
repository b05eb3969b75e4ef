package org.yujian.document.program;

import java.io.IOException;
import java.io.Writer;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.text.PDFTextStripper;
import org.apache.pdfbox.text.TextPosition;

/**
 * Collects the lines of a PDF with the size of their letters. Short lines in the largest letters
 * are marked as titles ({@code #}), but only if text follows each of them, as in a weekly of
 * several articles; in a poster it does not.
 */
final class PdfLines extends PDFTextStripper {

  private static final char PAGE_END = '\f';
  private static final double MUCH_LARGER = 1.25;
  private static final int SHORTEST_TITLE = 4;
  private static final int LONGEST_TITLE = 64;

  /** Least letters of an article in the size of most letters. */
  private static final int SHORTEST_ARTICLE = 60;

  /**
   * @param size of its letters, in halves of a point; 0 for the end of a page
   */
  private record Line(String text, int size) {}

  private final List<Line> lines = new ArrayList<>();
  private final StringBuilder text = new StringBuilder();

  /** Letters of the current line by their size. */
  private final Map<Integer, Integer> sizes = new HashMap<>();

  PdfLines() {
    setSortByPosition(true);
    setSuppressDuplicateOverlappingText(true);
  }

  /** The lines of all pages, with a form feed at the end of each. */
  String read(PDDocument document) throws IOException {
    writeText(document, Writer.nullWriter());
    int title = titleSize();
    StringBuilder all = new StringBuilder();
    for (int i = 0; i < lines.size(); i++) {
      Line line = lines.get(i);
      boolean goesOn = i > 0 && isTitle(line, title) && isTitle(lines.get(i - 1), title);
      if (line.size == 0) {
        all.append(PAGE_END);
        continue;
      }
      boolean begins = all.length() == 0 || all.charAt(all.length() - 1) == PAGE_END;
      all.append(goesOn || begins ? "" : "\n");
      all.append(isTitle(line, title) && !goesOn ? "# " : "").append(line.text);
    }
    return all.toString();
  }

  private static boolean isTitle(Line line, int size) {
    return size > 0 && line.size == size;
  }

  /** Size of the titles; 0 if the lines do not show which they are. */
  private int titleSize() {
    Map<Integer, Integer> letters = new TreeMap<>();
    lines.forEach(line -> letters.merge(line.size, line.text.length(), Integer::sum));
    int most =
        letters.entrySet().stream()
            .max(Map.Entry.comparingByValue())
            .map(Map.Entry::getKey)
            .orElse(0);
    int largest = lines.stream().mapToInt(Line::size).max().orElse(0);
    return largest >= most * MUCH_LARGER && areTitles(largest, most) ? largest : 0;
  }

  private boolean areTitles(int title, int most) {
    int articleLetters = SHORTEST_ARTICLE;
    int titleLetters = 0;
    for (Line line : lines) {
      if (line.size == title) {
        titleLetters += line.text.length();
        if (articleLetters < SHORTEST_ARTICLE || titleLetters > LONGEST_TITLE) {
          return false;
        }
      } else if (line.size > 0) {
        if (titleLetters > 0 && titleLetters < SHORTEST_TITLE) {
          return false;
        }
        articleLetters = titleLetters > 0 ? 0 : articleLetters;
        titleLetters = 0;
        articleLetters += line.size <= most ? line.text.length() : 0;
      }
    }
    return titleLetters == 0 && articleLetters >= SHORTEST_ARTICLE;
  }

  @Override
  protected void writeString(String words, List<TextPosition> positions) {
    text.append(words);
    for (TextPosition position : positions) {
      sizes.merge(Math.round(position.getFontSizeInPt() * 2), 1, Integer::sum);
    }
  }

  @Override
  protected void writeWordSeparator() {
    text.append(' ');
  }

  @Override
  protected void writeLineSeparator() {
    int size =
        sizes.entrySet().stream()
            .max(Map.Entry.comparingByValue())
            .map(Map.Entry::getKey)
            .orElse(1);
    lines.add(new Line(text.toString(), Math.max(1, size)));
    text.setLength(0);
    sizes.clear();
  }

  @Override
  protected void writePageEnd() {
    if (text.length() > 0) {
      writeLineSeparator();
    }
    lines.add(new Line("", 0));
  }
}
