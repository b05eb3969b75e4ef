package org.yujian.search.text;

import java.util.ArrayList;
import java.util.List;

/**
 * A folded text with the way back. Places in {@link #text()} are UTF-16 units as {@link
 * String#indexOf} gives them; places in the original are Unicode code points.
 */
public final class FoldedText {
  private final String text;
  private final int[] starts;
  private final int[] ends;
  private final int codePoints;

  FoldedText(String text, int[] starts, int[] ends, int codePoints) {
    this.text = text;
    this.starts = starts;
    this.ends = ends;
    this.codePoints = codePoints;
  }

  public String text() {
    return text;
  }

  /** Where the original character begins that the folded unit at this place came from. */
  public int originalStart(int foldedStart) {
    return foldedStart < starts.length ? starts[foldedStart] : codePoints;
  }

  /** Where the original character ends that the folded unit before this place came from. */
  public int originalEnd(int foldedEnd) {
    return foldedEnd > 0 ? ends[foldedEnd - 1] : 0;
  }

  /**
   * The first {@code max} places of a folded term, ascending, none overlapping: whole characters of
   * the original, with what the fold dropped between them.
   */
  public List<Span> find(String foldedTerm, int max) {
    List<Span> found = new ArrayList<>();
    if (foldedTerm.isEmpty()) {
      return found;
    }
    int last = 0;
    int at = text.indexOf(foldedTerm);
    while (at >= 0 && found.size() < max) {
      int next = at + foldedTerm.length();
      Span span = new Span(originalStart(at), originalEnd(next));
      // Two hits may lie in one character: f in the ligature of two.
      if (span.start() >= last) {
        found.add(span);
        last = span.end();
      }
      at = text.indexOf(foldedTerm, next);
    }
    return found;
  }
}
