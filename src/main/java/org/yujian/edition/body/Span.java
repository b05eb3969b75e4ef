package org.yujian.edition.body;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.Comparator;

/**
 * A mark inside a block: {@code strong}, {@code em} or {@code link} (with {@code href}). {@code
 * start} (inclusive) and {@code end} (exclusive) count Unicode code points of the block's lines
 * joined by LF.
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record Span(int start, int end, String kind, String href) {

  /** As a body lists them: by place, the longer ones first. */
  public static final Comparator<Span> ORDER =
      Comparator.comparingInt(Span::start)
          .thenComparing(Span::end, Comparator.reverseOrder())
          .thenComparing(Span::kind);

  public static final String STRONG = "strong";
  public static final String EM = "em";
  public static final String LINK = "link";

  /** The same mark further right; negative to move it left. */
  public Span shifted(int by) {
    return new Span(start + by, end + by, kind, href);
  }

  /** The part of this mark inside {@code [from, to)}, counted from {@code from}; null if none. */
  public Span within(int from, int to) {
    int begin = Math.max(start, from);
    int finish = Math.min(end, to);
    return begin >= finish ? null : new Span(begin - from, finish - from, kind, href);
  }
}
