package org.yujian.ingest.healing;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.yujian.ingest.healing.SourceLine.Form;
import org.yujian.shared.text.Glyph;

/**
 * Finds the layout of an article: the width at which lines were wrapped, as in text from a PDF (a
 * line of that width continues in the next one), and the usual distance between lines. A Han
 * character has two columns, any other one.
 */
final class PageLayout {

  /** Lines of narrower text look like verse or a list. */
  private static final int NARROWEST = 30;

  /** Wider lines are paragraphs. */
  private static final int LIMIT = 120;

  /** Minimum columns of a line that was wrapped at the width of a page. */
  private static final int WRAPPED = 36;

  /** Columns by which the widths of wrapped lines differ: a character and a comma. */
  private static final int RAGGED = 3;

  /** Minimum number of lines at the width, and at a narrow width. */
  private static final int LEAST_LINES = 3;

  private static final int LEAST_NARROW_LINES = 5;
  private static final int NARROW = 44;

  /** One longer line, such as a title, is allowed per four full lines. */
  private static final int LONGER = 4;

  private final int columns;

  /** Usual distance of lines with words, in lines of the file; 1 without blank lines. */
  private final int distance;

  private PageLayout(int columns, int distance) {
    this.columns = columns;
    this.distance = distance;
  }

  /** A layout without width: no line counts as wrapped. */
  static PageLayout none() {
    return new PageLayout(Integer.MAX_VALUE, 1);
  }

  static PageLayout of(List<SourceLine> lines) {
    return new PageLayout(width(lines), distance(lines));
  }

  private static int distance(List<SourceLine> lines) {
    List<Integer> distances = new ArrayList<>();
    SourceLine before = null;
    for (SourceLine line : lines) {
      if (!line.isBetween()) {
        if (before != null) {
          distances.add(line.line() - before.lastLine());
        }
        before = line;
      }
    }
    Collections.sort(distances);
    return distances.isEmpty() ? 1 : Math.max(1, distances.get(distances.size() / 2));
  }

  /** Whether more lines than usual are between the two, captions not counted: a cut is likely. */
  boolean isApart(SourceLine one, SourceLine next, int captions) {
    return next.line() - one.lastLine() - captions > distance;
  }

  /** The width; {@code Integer.MAX_VALUE} if lines were not wrapped. */
  private static int width(List<SourceLine> lines) {
    int[] lengths = new int[LIMIT + 1];
    int longer = 0;
    for (SourceLine line : lines) {
      int width = width(line);
      lengths[Math.min(width, LIMIT)]++;
    }
    for (int width = LIMIT; width >= NARROWEST; width--) {
      int full = 0;
      for (int each = Math.max(0, width - RAGGED); each <= width; each++) {
        full += lengths[each];
      }
      int least = width < NARROW ? LEAST_NARROW_LINES : LEAST_LINES;
      if (full >= least && lengths[width] > 0 && longer * LONGER <= full) {
        return isWrapped(lines, width) ? width : Integer.MAX_VALUE;
      }
      longer += lengths[width];
    }
    return Integer.MAX_VALUE;
  }

  /** Whether most full lines end inside a sentence. */
  private static boolean isWrapped(List<SourceLine> lines, int width) {
    int full = 0;
    int cut = 0;
    for (SourceLine line : lines) {
      int each = width(line);
      if (each >= width - RAGGED && each <= width) {
        full++;
        boolean ended = Sentence.isEnded(line.text()) || Shape.isPunctuatedAtEnd(line.text());
        cut += ended && Glyph.last(line.text()) != '，' ? 0 : 1;
      }
    }
    return 2 * cut > full;
  }

  /** Whether the line is as wide as the page, so that the next line continues it. */
  boolean isFull(String line) {
    return line.length() <= columns && columns(line) >= columns - RAGGED;
  }

  /** Whether both lines have the same width, as in text copied from a page. */
  static boolean areWrapped(CharSequence line, String next) {
    int width = line.length() > LIMIT ? 0 : columns(line);
    return width >= WRAPPED && !Sentence.isEnded(next) && Math.abs(width - columns(next)) <= RAGGED;
  }

  private static int width(SourceLine line) {
    if (line.form() != Form.TEXT) {
      return 0;
    }
    return line.text().length() > LIMIT ? LIMIT : columns(line.text());
  }

  static int columns(CharSequence text) {
    return text.codePoints().map(c -> Glyph.isCjk(c) ? 2 : 1).sum();
  }
}
