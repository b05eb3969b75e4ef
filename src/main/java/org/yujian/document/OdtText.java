package org.yujian.document;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;
import org.yujian.document.WordPart.Kind;
import org.yujian.document.WordPart.Paragraph;
import org.yujian.document.WordPart.Row;
import org.yujian.document.WordPart.Run;
import org.yujian.document.WordPart.Table;
import org.yujian.document.WordPart.TableCell;

/**
 * Walks the paragraphs, lists and tables of an OpenDocument text. Deleted text stands apart from
 * the text and is skipped; inserted text is part of it.
 */
final class OdtText {

  private static final Set<String> INDEXES =
      Set.of(
          "table-of-content",
          "alphabetical-index",
          "illustration-index",
          "table-index",
          "object-index",
          "user-index");

  /** Maximum number of empty cells that one element stands for. */
  private static final int MOST_REPEATS = 64;

  /** An open list: its style, level and the start of its next item, which may be null. */
  private static final class OpenList {
    private final String style;
    private final int level;
    private Integer start;
    private boolean marked;

    OpenList(String style, int level) {
      this.style = style;
      this.level = level;
    }
  }

  private final XmlEvents xml;
  private final OdtStyles styles;
  private final OdtNumbers numbers;
  private final WordFlow flow;
  private final TextBudget budget = new TextBudget();
  private final OdtRuns runs;
  private int line;
  private OpenList list;
  private boolean inIndex;

  OdtText(XmlEvents xml, OdtStyles styles, OdtNumbers numbers, WordFlow flow) {
    this.xml = xml;
    this.styles = styles;
    this.numbers = numbers;
    this.flow = flow;
    this.runs = new OdtRuns(xml, styles, flow, budget, this::apart);
  }

  /** Reads the text, which is the current element, into the flow. */
  void read() {
    xml.children(name -> block(name, flow::add));
  }

  /** Reads a block of a text box or note, which belongs to no list around it. */
  private void apart(String name, Consumer<WordPart> sink) {
    OpenList outer = list;
    list = null;
    block(name, sink);
    list = outer;
  }

  private void block(String name, Consumer<WordPart> sink) {
    switch (name) {
      case "p", "h" -> paragraph(name, sink);
      case "list" -> list(sink);
      case "table" -> table(sink);
      case "section" -> section(sink);
      case "tracked-changes" -> xml.children(change -> flow.tell("tracked-changes", 1));
      case "numbered-paragraph", "index-body", "index-title", "bibliography" ->
          xml.children(inner -> block(inner, sink));
      default -> {
        if (INDEXES.contains(name)) {
          boolean outer = inIndex;
          inIndex = true;
          xml.children(inner -> block(inner, sink));
          inIndex = outer;
        } else if (OdtRuns.DRAWINGS.contains(name)) {
          Paragraph holder = new Paragraph(line + 1);
          runs.drawing(name, holder);
          sink.accept(holder);
        }
      }
    }
  }

  private void section(Consumer<WordPart> sink) {
    if (xml.attribute("display", "true").equals("none")) {
      flow.tell("hidden-text", line + 1);
    } else {
      xml.children(inner -> block(inner, sink));
    }
  }

  private void paragraph(String name, Consumer<WordPart> sink) {
    budget.part();
    line++;
    Paragraph paragraph = new Paragraph(line);
    paragraph.style = xml.attribute("style-name", "");
    int level = styles.headingLevel(paragraph.style);
    boolean title = level == 0;
    if (name.equals("h") && !title) {
      level = Math.max(1, Math.min(6, xml.number("outline-level", 1)));
    }
    paragraph.level = styles.isSubtitle(paragraph.style) ? flow.subtitleLevel() : level;
    paragraph.kind = inIndex ? Kind.CONTENTS : styles.kind(paragraph.style);
    boolean plain = xml.attribute("is-list-header", "false").equals("true");
    paragraph.marker = plain ? "" : marker(name, level);
    runs.read(paragraph);
    sink.accept(paragraph);
  }

  private String marker(String name, int level) {
    if (list == null) {
      return name.equals("h") && level > 0 ? numbers.next(OdtNumbers.OUTLINE, level, null) : "";
    }
    if (list.marked) {
      return "";
    }
    list.marked = true;
    String marker = numbers.next(list.style, list.level, list.start);
    list.start = null;
    return marker;
  }

  private void list(Consumer<WordPart> sink) {
    OpenList outer = list;
    int level = outer == null ? 1 : outer.level + 1;
    String style = xml.attribute("style-name", outer == null ? " " : outer.style);
    boolean goesOn =
        xml.attribute("continue-numbering", "false").equals("true")
            || xml.attribute("continue-list") != null;
    numbers.begin(style, level, goesOn);
    OpenList own = new OpenList(style, level);
    list = own;
    xml.children(
        item -> {
          own.marked = item.equals("list-header");
          String start = xml.attribute("start-value");
          own.start = start == null ? null : Integer.valueOf(xml.number("start-value", 1));
          xml.children(inner -> block(inner, sink));
          list = own;
        });
    list = outer;
  }

  private void table(Consumer<WordPart> sink) {
    OpenList outer = list;
    list = null;
    Table table = new Table(new ArrayList<>());
    rows(table, false);
    sink.accept(table);
    list = outer;
  }

  private void rows(Table table, boolean header) {
    xml.children(
        name -> {
          switch (name) {
            case "table-row" -> {
              budget.part();
              Row row = new Row(line + 1);
              row.header = header;
              xml.children(cell -> cell(cell, row));
              table.rows().add(row);
            }
            case "table-header-rows" -> rows(table, true);
            case "table-rows", "table-row-group" -> rows(table, header);
            default -> {}
          }
        });
  }

  private void cell(String name, Row row) {
    if (!name.equals("table-cell")) {
      return;
    }
    TableCell cell = new TableCell();
    cell.columns = Math.max(1, xml.number("number-columns-spanned", 1));
    cell.rows = Math.max(1, xml.number("number-rows-spanned", 1));
    int repeated = Math.min(MOST_REPEATS, xml.number("number-columns-repeated", 1));
    budget.part();
    row.cells.add(cell);
    xml.children(inner -> block(inner, cell.parts::add));
    for (int i = 1; i < repeated && cell.parts.isEmpty(); i++) {
      budget.part();
      row.cells.add(new TableCell());
    }
  }

  /** The words of several paragraphs as lines. */
  static List<Run> lines(List<WordPart> parts) {
    List<Run> words = new ArrayList<>();
    for (WordPart part : parts) {
      if (part instanceof Paragraph paragraph) {
        if (!words.isEmpty()) {
          words.add(new Run(String.valueOf(WordPart.LINE_END), false, false, null));
        }
        words.addAll(paragraph.runs);
      }
    }
    return words;
  }
}
