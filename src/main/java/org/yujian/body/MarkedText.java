package org.yujian.body;

import java.util.ArrayDeque;
import java.util.Comparator;
import java.util.Deque;
import java.util.List;
import java.util.PriorityQueue;
import java.util.function.Function;
import java.util.function.IntFunction;

/** Writes text with marks in a syntax that requires nesting; crossing marks are split. */
final class MarkedText {

  private static final Comparator<Span> OUTER_FIRST =
      Comparator.comparingInt(Span::start).thenComparing(Span::end, Comparator.reverseOrder());

  private final Function<Span, String> opening;
  private final Function<Span, String> closing;
  private final IntFunction<String> character;

  MarkedText(
      Function<Span, String> opening,
      Function<Span, String> closing,
      IntFunction<String> character) {
    this.opening = opening;
    this.closing = closing;
    this.character = character;
  }

  String write(String text, List<Span> spans) {
    StringBuilder out = new StringBuilder();
    PriorityQueue<Span> waiting = new PriorityQueue<>(OUTER_FIRST);
    waiting.addAll(spans);
    Deque<Span> open = new ArrayDeque<>();
    int position = 0;
    for (int i = 0; i < text.length(); position++) {
      close(open, position, out);
      while (!waiting.isEmpty() && waiting.peek().start() <= position) {
        open(open, waiting, position, out);
      }
      int codePoint = text.codePointAt(i);
      out.append(character.apply(codePoint));
      i += Character.charCount(codePoint);
    }
    while (!open.isEmpty()) {
      out.append(closing.apply(open.pop()));
    }
    return out.toString();
  }

  private void close(Deque<Span> open, int position, StringBuilder out) {
    while (!open.isEmpty() && open.peek().end() <= position) {
      out.append(closing.apply(open.pop()));
    }
  }

  private void open(
      Deque<Span> open, PriorityQueue<Span> waiting, int position, StringBuilder out) {
    Span span = waiting.poll();
    if (span.end() <= position) {
      return;
    }
    int end = open.isEmpty() ? span.end() : Math.min(span.end(), open.peek().end());
    if (end < span.end()) {
      waiting.add(new Span(end, span.end(), span.kind(), span.href()));
    }
    Span fitting = new Span(position, end, span.kind(), span.href());
    out.append(opening.apply(fitting));
    open.push(fitting);
  }
}
