package org.yujian.ingest.healing;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Set;
import java.util.TreeMap;
import org.yujian.body.ReadBlock;
import org.yujian.body.ReadBlock.LineStart;
import org.yujian.body.Span;

/** Splits the text of a Markdown block into the lines of the file. */
record BlockLines(int[] points, List<Line> lines) {

  /** A line of the file; {@code from} and {@code to} (exclusive) are code points of the block. */
  record Line(int from, int to, int line, String text, List<Span> marks, boolean hard) {}

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
    List<Span> spans = new ArrayList<>(read.block().spans());
    spans.sort((one, other) -> Integer.compare(one.start(), other.start()));
    List<Line> lines = new ArrayList<>();
    List<Span> open = new ArrayList<>();
    int taken = 0;
    int[] cuts = starts.keySet().stream().mapToInt(Integer::intValue).toArray();
    for (int i = 0; i < cuts.length; i++) {
      int from = cuts[i];
      boolean last = i == cuts.length - 1;
      int end = last ? points.length : cuts[i + 1];
      boolean hard = !last && points[end - 1] == '\n';
      int to = hard || !last && points[end - 1] == ' ' ? end - 1 : end;
      open.removeIf(span -> span.end() <= from);
      while (taken < spans.size() && spans.get(taken).start() < to) {
        open.add(spans.get(taken++));
      }
      String text = new String(points, from, to - from);
      lines.add(new Line(from, to, starts.get(from), text, List.copyOf(open), hard));
    }
    return new BlockLines(points, lines);
  }

  String text() {
    return new String(points, 0, points.length);
  }

  /** Joins lines like Markdown, but without a space inside a wrapped number. */
  SourceLine joined(int begin, int end) {
    int from = lines.get(begin).from();
    int to = lines.get(end - 1).to();
    StringBuilder text = new StringBuilder();
    Set<Span> marks = Collections.newSetFromMap(new IdentityHashMap<>());
    int[] lost = new int[end - begin];
    int losses = 0;
    for (int i = begin; i < end; i++) {
      Line line = lines.get(i);
      marks.addAll(line.marks());
      if (i > begin && line.from() > lines.get(i - 1).to()) {
        if (Seam.isNumberCut(text, line.text())) {
          lost[losses++] = lines.get(i - 1).to() - from;
        } else {
          text.append(' ');
        }
      }
      text.append(line.text());
    }
    int[] gone = Arrays.copyOf(lost, losses);
    List<Span> spans =
        marks.stream()
            .map(span -> span.within(from, to))
            .filter(span -> span != null)
            .map(span -> without(gone, span))
            .sorted(Span.ORDER)
            .toList();
    int number = lines.get(begin).line();
    return SourceLine.text(number, lines.get(end - 1).line(), text.toString(), spans);
  }

  /** The span after the characters at these positions have been removed. */
  private static Span without(int[] gone, Span span) {
    int before = (int) Arrays.stream(gone).filter(at -> at < span.start()).count();
    int within = (int) Arrays.stream(gone).filter(at -> at < span.end()).count();
    return new Span(span.start() - before, span.end() - within, span.kind(), span.href());
  }
}
