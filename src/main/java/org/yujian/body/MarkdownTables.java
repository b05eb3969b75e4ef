package org.yujian.body;

import java.util.List;
import java.util.regex.Pattern;

/**
 * Adds columns to a table's head up to its widest row, because parsers drop cells beyond the head.
 * A table with more columns than {@link CalmMarkdown#MOST_COLUMNS} becomes text.
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

  /** Changes heads and delimiter rows in place. */
  static void widen(List<String> lines) {
    MarkdownTables tables = new MarkdownTables(lines);
    int behind = 1;
    for (int i = 0; i < lines.size(); i++) {
      boolean code = tables.isCode(lines.get(i));
      if (!code && i >= behind && isDelimiter(lines.get(i))) {
        behind = tables.widen(i);
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

  /** Returns the index of the first line after the table. */
  private int widen(int delimiter) {
    int columns = cells(lines.get(delimiter), true);
    int head = cells(lines.get(delimiter - 1), true);
    int widest = columns;
    int end = delimiter + 1;
    while (end < lines.size() && !lines.get(end).isBlank() && !isBar(lines.get(end))) {
      // Only some item markers end a table; the others are words of its first cell.
      widest = Math.max(widest, cells(lines.get(end), true));
      widest = Math.max(widest, cells(lines.get(end), false));
      end++;
    }
    if (isBar(lines.get(delimiter - 1))) {
      // The parser would take the bar for a head without cells and drop all cells of the rows.
      escape(delimiter);
      return delimiter + 1;
    }
    if (head > columns || !isHead(lines.get(delimiter - 1))) {
      return delimiter + 1;
    }
    if (widest > CalmMarkdown.MOST_COLUMNS) {
      escape(delimiter);
    } else if (widest > head) {
      extend(delimiter - 1, widest - head, " |");
      extend(delimiter, widest - columns, "-|");
    }
    return end;
  }

  /** False for a blank line, a heading or a delimiter row. */
  private static boolean isHead(String line) {
    int from = contentStart(line, true);
    return from < line.length() && line.charAt(from) != '#' && !isDelimiter(line);
  }

  private static boolean isBar(String line) {
    return line.startsWith("|", contentStart(line, true))
        && line.strip().endsWith("|")
        && line.indexOf('|') == line.lastIndexOf('|');
  }

  private void escape(int delimiter) {
    lines.set(delimiter, "\\" + lines.get(delimiter).stripLeading());
  }

  private void extend(int index, int by, String cell) {
    String line = lines.get(index).stripTrailing();
    lines.set(index, line + (endsInBar(line, 0) ? "" : " |") + cell.repeat(by));
  }

  private static boolean endsInBar(String line, int from) {
    int last = line.length() - 1;
    return last > from && line.charAt(last) == '|' && line.charAt(last - 1) != '\\';
  }

  private static int cells(String raw, boolean behindMarkers) {
    String line = raw.stripTrailing();
    int from = contentStart(line, behindMarkers);
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

  /** Index after quote marks, white space and optionally item markers. */
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
