package org.yujian.edition.body;

import java.util.List;
import java.util.regex.Pattern;

/**
 * Gives a table's head as many columns as its widest row has, since a parser cuts off what has no
 * column. A table with more columns than {@link CalmMarkdown#MOST_COLUMNS} is left as text.
 */
final class MarkdownTables {

  private static final Pattern DELIMITER =
      Pattern.compile("[ \\t>]*+\\|?(?:[ \\t]*+:?-++:?[ \\t]*+\\|)*+(?:[ \\t]*+:?-++:?[ \\t]*+)?+");

  private static final String FENCES = "`~";

  private final List<String> lines;
  private char fence;

  private MarkdownTables(List<String> lines) {
    this.lines = lines;
  }

  /** Changes heads and the delimiter rows below them in place. */
  static void widen(List<String> lines) {
    MarkdownTables tables = new MarkdownTables(lines);
    for (int i = 0; i < lines.size(); i++) {
      if (!tables.isCode(lines.get(i)) && i > 0 && isDelimiter(lines.get(i))) {
        tables.widen(i);
      }
    }
  }

  private boolean isCode(String line) {
    int from = contentStart(line, false);
    char c = from < line.length() ? line.charAt(from) : ' ';
    boolean fences = FENCES.indexOf(c) >= 0 && line.startsWith(String.valueOf(c).repeat(3), from);
    if (fences && (fence == 0 || fence == c)) {
      fence = fence == 0 ? c : 0;
      return true;
    }
    return fence != 0;
  }

  private static boolean isDelimiter(String line) {
    return line.indexOf('|') >= 0 && line.indexOf('-') >= 0 && DELIMITER.matcher(line).matches();
  }

  private void widen(int delimiter) {
    int columns = cells(lines.get(delimiter));
    int head = cells(lines.get(delimiter - 1));
    int widest = columns;
    for (int i = delimiter + 1; i < lines.size() && !lines.get(i).isBlank(); i++) {
      widest = Math.max(widest, cells(lines.get(i)));
    }
    if (head > columns || head == widest) {
      return;
    }
    if (widest > CalmMarkdown.MOST_COLUMNS) {
      lines.set(delimiter, "\\" + lines.get(delimiter).stripLeading());
      return;
    }
    extend(delimiter - 1, widest - head, " |");
    extend(delimiter, widest - columns, "-|");
  }

  private void extend(int index, int by, String cell) {
    String line = lines.get(index).stripTrailing();
    lines.set(index, line + (endsInBar(line, 0) ? "" : " |") + cell.repeat(by));
  }

  private static boolean endsInBar(String line, int from) {
    int last = line.length() - 1;
    return last > from && line.charAt(last) == '|' && line.charAt(last - 1) != '\\';
  }

  private static int cells(String raw) {
    String line = raw.stripTrailing();
    int from = contentStart(line, true);
    int bars = 0;
    for (int i = from; i < line.length(); i++) {
      if (line.charAt(i) == '\\') {
        i++;
      } else if (line.charAt(i) == '|') {
        bars++;
      }
    }
    boolean leading = from < line.length() && line.charAt(from) == '|';
    return bars + 1 - (leading ? 1 : 0) - (endsInBar(line, from) ? 1 : 0);
  }

  /** Behind quote marks, white space and, if asked, the markers of items. */
  private static int contentStart(String line, boolean behindMarkers) {
    int from = 0;
    while (from < line.length()) {
      char c = line.charAt(from);
      int end = c == ' ' || c == '\t' || c == '>' ? from + 1 : -1;
      if (end < 0 && behindMarkers) {
        end = CalmMarkdown.markerEnd(line, from);
      }
      if (end < 0) {
        return from;
      }
      from = end;
    }
    return from;
  }
}
