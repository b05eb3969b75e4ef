package org.yujian.edition;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.Deque;
import java.util.List;
import java.util.function.Function;
import java.util.function.IntFunction;

/**
 * Writes text with its marks in any syntax that nests. Marks that cross each other are cut where
 * they cross, so that what opens last closes first.
 */
final class MarkedText {

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

  void write(String text, List<Span> spans, StringBuilder out) {
    List<Span> waiting = new ArrayList<>(spans);
    waiting.sort(
        Comparator.comparingInt(Span::start).thenComparing(Span::end, Comparator.reverseOrder()));
    Deque<Span> open = new ArrayDeque<>();
    int next = 0;
    int position = 0;
    for (int i = 0; i < text.length(); position++) {
      close(open, position, out);
      while (next < waiting.size() && waiting.get(next).start() <= position) {
        open(open, waiting.get(next++), position, out);
      }
      int codePoint = text.codePointAt(i);
      out.append(character.apply(codePoint));
      i += Character.charCount(codePoint);
    }
    while (!open.isEmpty()) {
      out.append(closing.apply(open.pop()));
    }
  }

  private void close(Deque<Span> open, int position, StringBuilder out) {
    while (!open.isEmpty() && open.peek().end() <= position) {
      out.append(closing.apply(open.pop()));
    }
  }

  private void open(Deque<Span> open, Span span, int position, StringBuilder out) {
    if (span.end() <= position) {
      return;
    }
    // A mark that would outlive the one around it ends with it: crossing marks cannot be nested.
    Span fitting =
        !open.isEmpty() && open.peek().end() < span.end()
            ? new Span(span.start(), open.peek().end(), span.kind(), span.href())
            : span;
    out.append(opening.apply(fitting));
    open.push(fitting);
  }
}
