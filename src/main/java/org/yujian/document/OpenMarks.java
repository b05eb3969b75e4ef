package org.yujian.document;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.PriorityQueue;
import org.yujian.body.Span;

/** The marks at a position of a text, while a writer moves from its begin to its end. */
final class OpenMarks {

  private final List<Span> waiting;
  private final PriorityQueue<Span> open = new PriorityQueue<>(Comparator.comparingInt(Span::end));
  private final Map<String, Integer> kinds = new LinkedHashMap<>();
  private final Map<String, Integer> links = new LinkedHashMap<>();

  OpenMarks(List<Span> spans) {
    waiting = new ArrayList<>(spans);
    waiting.sort(Span.ORDER.reversed());
  }

  void moveTo(int position) {
    while (!open.isEmpty() && open.peek().end() <= position) {
      count(open.poll(), -1);
    }
    while (!waiting.isEmpty() && waiting.get(waiting.size() - 1).start() <= position) {
      Span span = waiting.remove(waiting.size() - 1);
      open.add(span);
      count(span, 1);
    }
  }

  private void count(Span span, int by) {
    boolean link = span.kind().equals(Span.LINK);
    (link ? links : kinds)
        .compute(
            link ? span.href() : span.kind(),
            (name, count) -> {
              int now = (count == null ? 0 : count) + by;
              return now == 0 ? null : Integer.valueOf(now);
            });
  }

  boolean has(String kind) {
    return kinds.containsKey(kind);
  }

  /** Address of the link here; null if there is none. */
  String href() {
    return links.isEmpty() ? null : links.keySet().iterator().next();
  }
}
