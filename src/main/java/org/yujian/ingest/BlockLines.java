package org.yujian.ingest;

import java.util.ArrayList;
import java.util.List;
import java.util.TreeMap;
import org.yujian.edition.body.ReadBlock;
import org.yujian.edition.body.ReadBlock.LineStart;
import org.yujian.edition.body.Span;

/** The text of a block of a document, cut into the lines of the file that it was written in. */
record BlockLines(int[] points, List<Span> spans, List<Line> lines) {

  /**
   * A line of the file.
   *
   * @param from code point of the block's text; {@code to} is behind its last one
   * @param line its number in the file
   * @param spans counted from its begin
   * @param hard whether the writer broke it there
   */
  record Line(int from, int to, int line, String text, List<Span> spans, boolean hard) {}

  static BlockLines of(ReadBlock read) {
    int[] points = String.join("\n", read.block().lines()).codePoints().toArray();
    TreeMap<Integer, Integer> starts = new TreeMap<>();
    for (LineStart start : read.starts()) {
      starts.put(start.at(), start.line());
    }
    for (int i = 0; i < points.length; i++) {
      if (points[i] == '\n') {
        starts.putIfAbsent(i + 1, starts.floorEntry(i).getValue());
      }
    }
    List<Line> lines = new ArrayList<>();
    List<Span> spans = read.block().spans();
    for (Integer from : starts.keySet()) {
      Integer next = starts.higherKey(from);
      int end = next == null ? points.length : next;
      boolean hard = next != null && points[end - 1] == '\n';
      boolean between = next != null && (hard || points[end - 1] == ' ');
      int to = between ? end - 1 : end;
      String text = new String(points, from, to - from);
      lines.add(new Line(from, to, starts.get(from), text, within(spans, from, to), hard));
    }
    return new BlockLines(points, spans, lines);
  }

  private static List<Span> within(List<Span> spans, int from, int to) {
    return spans.stream().map(span -> span.within(from, to)).filter(span -> span != null).toList();
  }

  /** The lines that begin in this part of the text. */
  BlockLines within(int from, int to) {
    return new BlockLines(
        points,
        spans,
        lines.stream().filter(line -> line.from() >= from && line.from() < to).toList());
  }

  String text() {
    return new String(points, 0, points.length);
  }

  /** These lines as one, as the block has them; but a number that was wrapped is whole (rule 5). */
  SourceLine joined(int begin, int end) {
    int from = lines.get(begin).from();
    int to = lines.get(end - 1).to();
    StringBuilder text = new StringBuilder();
    List<Span> kept = within(spans, from, to);
    for (int i = begin; i < end; i++) {
      Line line = lines.get(i);
      if (i > begin && line.from() > lines.get(i - 1).to()) {
        int at = text.codePointCount(0, text.length());
        if (Seam.isNumberCut(text, line.text())) {
          kept = kept.stream().map(span -> closedAt(span, at)).toList();
        } else {
          text.append(' ');
        }
      }
      text.append(line.text());
    }
    int number = lines.get(begin).line();
    return SourceLine.text(number, lines.get(end - 1).line(), text.toString(), kept);
  }

  /** The span in a text that lost the character at this place. */
  private static Span closedAt(Span span, int at) {
    int start = span.start() > at ? span.start() - 1 : span.start();
    int end = span.end() > at ? span.end() - 1 : span.end();
    return new Span(start, end, span.kind(), span.href());
  }
}
