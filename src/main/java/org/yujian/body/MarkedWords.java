package org.yujian.body;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.yujian.shared.text.Glyph;

/**
 * Collects the words of one block with their marks, code point by code point. White space is
 * collapsed like in a browser, and adjacent marks are merged into one span, so that writing and
 * reading spans gives the same spans.
 */
final class MarkedWords {

  /** Lines joined by LF with their spans; {@code starts} are the positions of document lines. */
  record Text(String text, List<Span> spans, List<ReadBlock.LineStart> starts) {
    boolean isEmpty() {
      return text.isEmpty();
    }

    int length() {
      return Glyph.length(text);
    }
  }

  private static final int STRONG = 1;
  private static final int EM = 2;
  private static final int LINK_SHIFT = 2;

  private int[] points = new int[256];
  private int[] marks = new int[256];
  private int[] lineOf = new int[256];
  private int size;
  private int line = 1;
  private long read;
  private final Map<String, Integer> links = new LinkedHashMap<>();

  private boolean space;
  private boolean lineEnd;
  private int spaceMark;

  /** Current line of the document, from 1. */
  int line() {
    return line;
  }

  /** Number of code points read so far, without white space. */
  long read() {
    return read;
  }

  void line(int number) {
    line = number;
  }

  /**
   * @param href null outside a link
   */
  int mark(boolean strong, boolean em, String href) {
    int link = href == null ? 0 : links.computeIfAbsent(href, none -> links.size() + 1);
    return (strong ? STRONG : 0) | (em ? EM : 0) | link << LINK_SHIFT;
  }

  /**
   * @param keepLines true to keep line ends instead of collapsing them
   */
  void append(String text, int mark, boolean keepLines) {
    for (int i = 0; i < text.length(); ) {
      int point = text.codePointAt(i);
      i += Character.charCount(point);
      if (keepLines && point == '\n') {
        lineBreak();
        line++;
      } else if (isSpace(point)) {
        spaceMark = space ? spaceMark : mark;
        space = true;
        lineEnd |= point == '\n' || point == '\r';
      } else if (!Character.isISOControl(point) && !isHalf(point)) {
        endSpace(point);
        add(point, mark, line);
        read += Glyph.isTrimmed(point) ? 0 : 1;
      }
    }
  }

  /** Appends text whose white space counts; control characters other than TAB are dropped. */
  void appendKept(String text, int mark) {
    text.codePoints()
        .filter(point -> point == '\t' || !Character.isISOControl(point) && !isHalf(point))
        .forEach(point -> add(point, mark, line));
  }

  /** Ends a line; two in a row end a paragraph. */
  void lineBreak() {
    space = false;
    lineEnd = false;
    add('\n', 0, line);
  }

  /** Separates paragraphs, or lines in a block that has no paragraphs. */
  void paragraphBreak() {
    lineBreak();
    lineBreak();
  }

  private static boolean isSpace(int point) {
    return point == ' ' || point == '\t' || point == '\n' || point == '\r' || point == '\f';
  }

  private static boolean isHalf(int point) {
    return point >= Character.MIN_SURROGATE && point <= Character.MAX_SURROGATE;
  }

  /** Turns a line end of the source into a space, except next to CJK (design section 7, rule 5). */
  private void endSpace(int next) {
    if (space && size > 0) {
      boolean wrapped = lineEnd && (Glyph.isCjk(points[size - 1]) || Glyph.isCjk(next));
      if (!wrapped && points[size - 1] != '\n') {
        add(' ', spaceMark, lineOf[size - 1]);
      }
    }
    space = false;
    lineEnd = false;
  }

  private void add(int point, int mark, int ofLine) {
    if (size == points.length) {
      points = Arrays.copyOf(points, 2 * size);
      marks = Arrays.copyOf(marks, 2 * size);
      lineOf = Arrays.copyOf(lineOf, 2 * size);
    }
    points[size] = point;
    lineOf[size] = ofLine;
    marks[size++] = mark;
  }

  /** Returns all non-empty paragraphs, lines joined by LF, and clears the words. */
  List<Text> takeParagraphs() {
    List<Text> paragraphs = new ArrayList<>();
    List<int[]> lines = new ArrayList<>();
    for (int[] line : lines()) {
      if (line[0] < line[1]) {
        lines.add(line);
      } else if (!lines.isEmpty()) {
        paragraphs.add(joined(lines, '\n'));
        lines.clear();
      }
    }
    if (!lines.isEmpty()) {
      paragraphs.add(joined(lines, '\n'));
    }
    clear();
    return paragraphs;
  }

  /** Returns everything as one paragraph of several lines and clears the words. */
  Text takeLines() {
    return take('\n');
  }

  /** Returns everything as one line and clears the words. */
  Text takeLine() {
    return take(' ');
  }

  private Text take(char between) {
    List<int[]> filled = lines().stream().filter(line -> line[0] < line[1]).toList();
    Text text = joined(filled, between);
    clear();
    return text;
  }

  private void clear() {
    size = 0;
    space = false;
    lineEnd = false;
    links.clear();
  }

  /** Start and end index of each line, trimmed. */
  private List<int[]> lines() {
    List<int[]> lines = new ArrayList<>();
    int from = 0;
    for (int i = 0; i <= size; i++) {
      if (i == size || points[i] == '\n') {
        int start = from;
        int end = i;
        while (start < end && Glyph.isTrimmed(points[start])) {
          start++;
        }
        while (end > start && Glyph.isTrimmed(points[end - 1])) {
          end--;
        }
        lines.add(new int[] {start, end});
        from = i + 1;
      }
    }
    return lines;
  }

  private Text joined(List<int[]> lines, char between) {
    int length = lines.stream().mapToInt(line -> line[1] - line[0] + 1).sum();
    int[] text = new int[Math.max(0, length - 1)];
    int[] marked = new int[text.length];
    List<ReadBlock.LineStart> starts = new ArrayList<>();
    int to = 0;
    for (int[] line : lines) {
      if (to > 0) {
        text[to] = between;
        // A mark covers the separator only if it covers both of its neighbors.
        marked[to] = common(marked[to - 1], marks[line[0]]);
        to++;
      }
      System.arraycopy(points, line[0], text, to, line[1] - line[0]);
      System.arraycopy(marks, line[0], marked, to, line[1] - line[0]);
      for (int i = line[0]; i < line[1]; i++) {
        if (i == line[0] || lineOf[i] != lineOf[i - 1]) {
          starts.add(new ReadBlock.LineStart(to + i - line[0], lineOf[i]));
        }
      }
      to += line[1] - line[0];
    }
    return new Text(new String(text, 0, text.length), spans(marked), starts);
  }

  private static int common(int left, int right) {
    boolean sameLink = left >> LINK_SHIFT == right >> LINK_SHIFT;
    return (left & right & (STRONG | EM)) | (sameLink ? left >> LINK_SHIFT << LINK_SHIFT : 0);
  }

  private List<Span> spans(int[] marked) {
    List<Span> spans = new ArrayList<>();
    runs(marked, STRONG, Span.STRONG, spans);
    runs(marked, EM, Span.EM, spans);
    List<String> hrefs = List.copyOf(links.keySet());
    int from = 0;
    for (int i = 1; i <= marked.length; i++) {
      int link = marked[from] >> LINK_SHIFT;
      if (i == marked.length || marked[i] >> LINK_SHIFT != link) {
        if (link > 0) {
          spans.add(new Span(from, i, Span.LINK, hrefs.get(link - 1)));
        }
        from = i;
      }
    }
    spans.sort(Span.ORDER);
    return spans;
  }

  private static void runs(int[] marked, int bit, String kind, List<Span> spans) {
    int from = -1;
    for (int i = 0; i <= marked.length; i++) {
      boolean on = i < marked.length && (marked[i] & bit) != 0;
      if (on && from < 0) {
        from = i;
      } else if (!on && from >= 0) {
        spans.add(new Span(from, i, kind, null));
        from = -1;
      }
    }
  }
}
