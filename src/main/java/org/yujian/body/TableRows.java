package org.yujian.body;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jsoup.nodes.Element;
import org.yujian.body.MarkedWords.Text;
import org.yujian.body.ReadBlock.Form;
import org.yujian.body.ReadBlock.LineStart;

/** Collects the rows of one table. */
final class TableRows {

  /** Numbers from 1 to {@link Cell#WIDEST}. */
  private static final Pattern SPAN = Pattern.compile("0{0,9}(?:[1-9]\\d?|100)");

  private final MarkedWords words;
  private final Drops drops;
  private final List<List<Text>> rows = new ArrayList<>();
  private final List<Integer> lines = new ArrayList<>();
  private final List<Cell> cells = new ArrayList<>();
  private List<Text> row = new ArrayList<>();

  TableRows(MarkedWords words, Drops drops) {
    this.words = words;
    this.drops = drops;
  }

  /** Handles the start or end of a cell; words before a cell become a cell of their own. */
  void cell(Element element, boolean ends) {
    if (ends) {
      boolean header = element.normalName().equals("th");
      endCell(header, span(element, "rowspan"), span(element, "colspan"));
    } else {
      take(false);
    }
  }

  void endCell(boolean header, Integer rowspan, Integer colspan) {
    take(true);
    cells.add(new Cell(rows.size(), row.size() - 1, header, rowspan, colspan));
  }

  private void take(boolean emptyToo) {
    Text text = words.takeLine();
    if (emptyToo || !text.isEmpty()) {
      if (row.isEmpty()) {
        lines.add(text.isEmpty() ? words.line() : text.starts().get(0).line());
      }
      row.add(text);
    }
  }

  /** The attribute's value; null if missing, or if it is invalid, which is counted as dropped. */
  private Integer span(Element cell, String name) {
    if (!cell.hasAttr(name)) {
      return null;
    }
    String written = cell.attr(name).strip();
    if (SPAN.matcher(written).matches()) {
      return Integer.valueOf(written);
    }
    drops.count(cell.normalName() + "[" + name + "]");
    return null;
  }

  void endRow() {
    take(false);
    if (!row.isEmpty()) {
      rows.add(row);
      row = new ArrayList<>();
    }
  }

  /** Ends the table; empty if it contains no words. */
  Optional<ReadBlock> end() {
    endRow();
    List<List<String>> written = new ArrayList<>();
    List<Span> spans = new ArrayList<>();
    List<LineStart> starts = new ArrayList<>();
    int from = 0;
    for (List<Text> texts : rows) {
      starts.add(new LineStart(from, lines.get(written.size())));
      written.add(texts.stream().map(Text::text).toList());
      for (Text text : texts) {
        for (Span span : text.spans()) {
          spans.add(span.shifted(from));
        }
        from += text.length() + 1;
      }
    }
    boolean worded = rows.stream().flatMap(List::stream).anyMatch(text -> !text.isEmpty());
    Block table = Block.table(written, cells, spans);
    rows.clear();
    lines.clear();
    cells.clear();
    return worded ? Optional.of(new ReadBlock(table, 0, Form.PLAIN, starts)) : Optional.empty();
  }
}
