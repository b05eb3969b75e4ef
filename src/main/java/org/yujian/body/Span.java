package org.yujian.body;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * A mark inside a block: {@code strong}, {@code em} or {@code link} (with {@code href}). {@code
 * start} (inclusive) and {@code end} (exclusive) count Unicode code points of the block's lines
 * joined by LF.
 *
 * @param start first code point of the mark, counted in the block's lines joined by LF
 * @param end code point behind the mark
 * @param kind kind of the mark
 * @param href address of a {@code link}
 */
@Schema(
    name = "Span",
    requiredProperties = {"start", "end", "kind"})
@JsonInclude(JsonInclude.Include.NON_NULL)
public record Span(@Schema(defaultValue = "0") int start, int end, String kind, String href) {

  /** Order of spans in a body: by position, longer ones first. */
  public static final Comparator<Span> ORDER =
      Comparator.comparingInt(Span::start)
          .thenComparing(Span::end, Comparator.reverseOrder())
          .thenComparing(Span::kind);

  public static final String STRONG = "strong";
  public static final String EM = "em";
  public static final String LINK = "link";

  /** A copy shifted to the right, or to the left if negative. */
  public Span shifted(int by) {
    return new Span(start + by, end + by, kind, href);
  }

  /** The parts of the spans inside {@code [from, to)}, relative to {@code from}. */
  public static List<Span> within(List<Span> spans, int from, int to) {
    return spans.stream().map(span -> span.within(from, to)).filter(Objects::nonNull).toList();
  }

  /** The part inside {@code [from, to)}, relative to {@code from}; null if there is none. */
  public Span within(int from, int to) {
    int begin = Math.max(start, from);
    int finish = Math.min(end, to);
    return begin >= finish ? null : new Span(begin - from, finish - from, kind, href);
  }
}
