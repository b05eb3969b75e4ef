package org.yujian.document;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.BiConsumer;
import java.util.stream.Collectors;
import org.yujian.body.Block;
import org.yujian.body.Cell;
import org.yujian.body.Span;

/**
 * Writes a table of a Word file, which repeats a cell in each row that it covers. Only a row of
 * headers is marked as such.
 */
final class WordTable {

  /** A cell that covers further rows. */
  private static final class Covering {
    private final int columns;
    private int rows;

    Covering(int columns, int rows) {
      this.columns = columns;
      this.rows = rows;
    }
  }

  private final WordXml xml;
  private final BiConsumer<String, List<Span>> runs;

  /** By the column in which the cell begins; null where no cell from above covers the row. */
  private final List<Covering> covered = new ArrayList<>();

  WordTable(WordXml xml, BiConsumer<String, List<Span>> runs) {
    this.xml = xml;
    this.runs = runs;
  }

  void write(Block table) {
    xml.open("w:tbl").open("w:tblPr").empty("w:tblW", "w:w", "0", "w:type", "auto");
    xml.open("w:tblBorders");
    for (String side : List.of("top", "left", "bottom", "right", "insideH", "insideV")) {
      xml.empty("w:" + side, "w:val", "single", "w:sz", "4");
    }
    xml.close().close().open("w:tblGrid");
    int width = table.rows().stream().mapToInt(List::size).max().orElse(1);
    for (int i = 0; i < width; i++) {
      xml.empty("w:gridCol");
    }
    xml.close();
    Map<Integer, List<Cell>> special =
        table.cells().stream().collect(Collectors.groupingBy(Cell::row));
    int from = 0;
    for (int i = 0; i < table.rows().size(); i++) {
      from = row(table, i, special.getOrDefault(i, List.of()), from);
    }
    xml.close();
    // Word needs a paragraph between two tables.
    xml.empty("w:p");
  }

  private int row(Block table, int index, List<Cell> special, int start) {
    List<String> cells = table.rows().get(index);
    xml.open("w:tr");
    if (special.stream().filter(cell -> cell.header() != null).count() == cells.size()) {
      xml.open("w:trPr").empty("w:tblHeader").close();
    }
    int from = start;
    int column = 0;
    for (int i = 0; i < cells.size(); i++) {
      int at = i;
      Cell cell = special.stream().filter(each -> each.cell() == at).findFirst().orElse(null);
      int columns = cell == null || cell.colspan() == null ? 1 : cell.colspan();
      int rows = cell == null || cell.rowspan() == null ? 1 : cell.rowspan();
      column = continued(column, false);
      int to = from + cells.get(i).codePointCount(0, cells.get(i).length());
      cell(columns, rows > 1 ? "restart" : null);
      xml.open("w:p");
      runs.accept(cells.get(i), Span.within(table.spans(), from, to));
      xml.close().close();
      while (covered.size() <= column) {
        covered.add(null);
      }
      covered.set(column, rows > 1 ? new Covering(columns, rows - 1) : null);
      column += columns;
      from = to + 1;
    }
    continued(column, true);
    xml.close();
    return from;
  }

  /** Repeats the cells from above that begin in this column; returns the next free one. */
  private int continued(int from, boolean toTheEnd) {
    int column = from;
    while (column < covered.size() && (covered.get(column) != null || toTheEnd)) {
      Covering above = covered.get(column);
      if (above == null) {
        column++;
        continue;
      }
      cell(above.columns, "continue");
      xml.empty("w:p").close();
      if (--above.rows == 0) {
        covered.set(column, null);
      }
      column += above.columns;
    }
    return column;
  }

  private void cell(int columns, String merge) {
    xml.open("w:tc").open("w:tcPr");
    if (columns > 1) {
      xml.empty("w:gridSpan", "w:val", Integer.toString(columns));
    }
    if (merge != null) {
      xml.empty("w:vMerge", "w:val", merge);
    }
    xml.close();
  }
}
