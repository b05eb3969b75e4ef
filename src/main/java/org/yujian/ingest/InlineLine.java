package org.yujian.ingest;

import java.util.ArrayList;
import java.util.List;
import org.yujian.edition.body.Span;
import org.yujian.shared.text.Glyph;

/**
 * One line inside a Markdown paragraph, its marks as spans; {@code hard} when it ends in a break.
 */
record InlineLine(int line, String text, List<Span> spans, boolean hard) {

  /** Rule 1 for a line of a paragraph: trimmed, and the marks moved along. */
  InlineLine trimmed() {
    String trimmed = Glyph.trim(text);
    if (trimmed.length() == text.length()) {
      return this;
    }
    int cut = 0;
    while (cut < text.length() && Glyph.isTrimmed(text.charAt(cut))) {
      cut++;
    }
    int to = cut + Glyph.length(trimmed);
    List<Span> kept = new ArrayList<>();
    for (Span span : spans) {
      Span inside = span.within(cut, to);
      if (inside != null) {
        kept.add(inside);
      }
    }
    return new InlineLine(line, trimmed, kept, hard);
  }
}
