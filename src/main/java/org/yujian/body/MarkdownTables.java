package org.yujian.body;

import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import org.commonmark.ext.gfm.tables.TableBlock;
import org.commonmark.node.AbstractVisitor;
import org.commonmark.node.CustomBlock;
import org.commonmark.node.Node;
import org.commonmark.node.SourceSpan;
import org.commonmark.text.Characters;

/**
 * Finds the tables of a parsed document whose rows have more cells than the head, because the
 * parser drops those cells, and changes the text so that the next parse keeps them.
 */
final class MarkdownTables extends AbstractVisitor {

  private static final String BAR = " |";

  private final MarkdownLines.Prepared document;

  /** Text to insert by its position in the document; without line ends, so lines stay aligned. */
  private final SortedMap<Integer, String> insertions = new TreeMap<>();

  private MarkdownTables(MarkdownLines.Prepared document) {
    this.document = document;
  }

  /**
   * Returns the same document if the parser dropped no cell. Otherwise adds columns to the heads,
   * and turns a table into text if its head has no cell or if it has too many columns.
   */
  static MarkdownLines.Prepared widened(MarkdownLines.Prepared document, Node parsed) {
    MarkdownTables tables = new MarkdownTables(document);
    parsed.accept(tables);
    return tables.insertions.isEmpty() ? document : document.withText(tables.inserted());
  }

  private String inserted() {
    StringBuilder text = new StringBuilder();
    int from = 0;
    for (var each : insertions.entrySet()) {
      text.append(document.text(), from, each.getKey()).append(each.getValue());
      from = each.getKey();
    }
    return text.append(document.text().substring(from)).toString();
  }

  @Override
  public void visit(CustomBlock block) {
    if (block instanceof TableBlock) {
      // The lines of the head, of the delimiter row, and of each row.
      widen(block.getSourceSpans());
    }
  }

  private void widen(List<SourceSpan> lines) {
    int head = cells(row(lines.get(0)));
    int delimiters = cells(row(lines.get(1)));
    int widest = head;
    for (SourceSpan line : lines.subList(2, lines.size())) {
      widest = Math.max(widest, cells(row(line)));
    }
    if (head == 0 || widest > CalmMarkdown.MOST_COLUMNS) {
      // Below an escaped delimiter row, the next one would begin a table again.
      lines.subList(1, lines.size()).forEach(this::escapeDelimiters);
    } else if (widest > head) {
      extend(lines.get(0), widest - head, BAR);
      extend(lines.get(1), widest - delimiters, "-|");
    }
  }

  private void escapeDelimiters(SourceSpan line) {
    String row = row(line);
    if (row.chars().allMatch(c -> "|-: \t".indexOf(c) >= 0)) {
      int end = line.getInputIndex() + line.getLength();
      insertions.put(Characters.skipSpaceTab(document.text(), line.getInputIndex(), end), "\\");
    }
  }

  private void extend(SourceSpan line, int by, String cell) {
    if (by > 0) {
      String row = row(line);
      String end = isBar(row, row.length() - 1) ? "" : BAR;
      insertions.put(line.getInputIndex() + line.getLength(), end + cell.repeat(by));
    }
  }

  /** The text of the line without spaces and tabs around it. */
  private String row(SourceSpan line) {
    String text = document.text(line);
    int from = Characters.skipSpaceTab(text, 0, text.length());
    return text.substring(
        from, Characters.skipSpaceTabBackwards(text, text.length() - 1, from) + 1);
  }

  /** Counts cells like the parser: bars at the start and at the end of the row are optional. */
  private static int cells(String row) {
    int from = row.startsWith("|") ? 1 : 0;
    int bars = 0;
    for (int i = from; i < row.length(); i++) {
      bars += isBar(row, i) ? 1 : 0;
    }
    return bars + (row.length() == from || isBar(row, row.length() - 1) ? 0 : 1);
  }

  private static boolean isBar(String row, int index) {
    return row.charAt(index) == '|' && (index == 0 || row.charAt(index - 1) != '\\');
  }
}
