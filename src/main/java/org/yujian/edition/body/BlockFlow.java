package org.yujian.edition.body;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import org.jsoup.nodes.Element;
import org.yujian.edition.body.MarkedWords.Text;

/**
 * Turns the block elements of a page into blocks, in order. A heading, quote, list, table or
 * caption holds words only: what else stands inside becomes lines, items or cells of it, and
 * pictures follow it.
 */
final class BlockFlow {

  private static final Set<String> HOLDERS =
      Set.of("h1", "h2", "h3", "h4", "h5", "h6", "blockquote", "ul", "ol", "table", "figcaption");

  private static final Set<String> LIST_PARTS = Set.of("li", "ul", "ol");

  /** 1 to {@link Cell#WIDEST}. */
  private static final Pattern SPAN = Pattern.compile("0{0,9}(?:[1-9]\\d?|100)");

  private static final int HIGHEST_START = 100_000_000;

  private final MarkedWords words;
  private final Drops drops;
  private final List<Block> blocks = new ArrayList<>();
  private final List<Picture> waiting = new ArrayList<>();

  /** The outermost of {@link #HOLDERS} that is open; null between them. */
  private Element holder;

  private int innerTables;
  private int preformatted;
  private final List<Text> items = new ArrayList<>();
  private final List<List<Text>> rows = new ArrayList<>();
  private final List<Cell> cells = new ArrayList<>();
  private List<Text> row = new ArrayList<>();

  private Element figure;
  private final List<Picture> pictures = new ArrayList<>();
  private Text caption;

  BlockFlow(MarkedWords words, Drops drops) {
    this.words = words;
    this.drops = drops;
  }

  /** Whether line ends of the source are line ends for the reader. */
  boolean keepsLines() {
    return preformatted > 0;
  }

  void open(Element element) {
    String name = element.normalName();
    preformatted += name.equals("pre") ? 1 : 0;
    if (holder == null) {
      paragraphs();
      if (HOLDERS.contains(name)) {
        holder = element;
      } else if (name.equals("figure") && figure == null) {
        figure = element;
      }
      return;
    }
    if (HOLDERS.contains(name) || name.equals("figure")) {
      drops.count(holder.normalName() + " " + name);
    }
    innerTables += name.equals("table") ? 1 : 0;
    part(element, false);
  }

  void close(Element element) {
    String name = element.normalName();
    preformatted -= name.equals("pre") ? 1 : 0;
    if (element == holder) {
      end(name, element);
      holder = null;
      waiting.forEach(this::picture);
      waiting.clear();
    } else if (holder == null) {
      paragraphs();
      if (element == figure) {
        endFigure();
      }
    } else {
      part(element, true);
      innerTables -= name.equals("table") ? 1 : 0;
    }
  }

  void picture(Picture picture) {
    if (holder != null) {
      waiting.add(picture);
      return;
    }
    paragraphs();
    if (figure == null) {
      blocks.add(Block.figure(picture, null, null));
    } else {
      pictures.add(picture);
    }
  }

  List<Block> end() {
    paragraphs();
    return blocks;
  }

  private void paragraphs() {
    for (Text text : words.takeParagraphs()) {
      blocks.add(Block.paragraph(text.text(), text.spans()));
    }
  }

  /** A part of the holder begins or ends. */
  private void part(Element element, boolean ends) {
    String name = element.normalName();
    boolean table = holder.normalName().equals("table") && innerTables == 0;
    if (LIST_PARTS.contains(holder.normalName()) && LIST_PARTS.contains(name)) {
      take(items, false);
    } else if (table && (name.equals("td") || name.equals("th"))) {
      take(row, ends);
      if (ends) {
        int place = row.size() - 1;
        boolean header = name.equals("th");
        cells.add(
            new Cell(
                rows.size(), place, header, span(element, "rowspan"), span(element, "colspan")));
      }
    } else if (table && name.equals("tr")) {
      endRow();
    } else {
      words.paragraphBreak();
    }
  }

  private void take(List<Text> into, boolean emptyToo) {
    Text text = words.takeLine();
    if (emptyToo || !text.isEmpty()) {
      into.add(text);
    }
  }

  /** Null for none and for one that no block can say, which is told. */
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

  private void endRow() {
    take(row, false);
    if (!row.isEmpty()) {
      rows.add(row);
      row = new ArrayList<>();
    }
  }

  private void end(String name, Element element) {
    switch (name) {
      case "blockquote" -> {
        Text text = words.takeLines();
        if (!text.isEmpty()) {
          blocks.add(Block.quote(text.text(), text.spans()));
        }
      }
      case "ul", "ol" -> endList(name.equals("ol") ? start(element) : -1);
      case "table" -> endTable();
      case "figcaption" -> endCaption();
      default -> {
        Text text = words.takeLine();
        int level = Math.max(2, Math.min(4, name.charAt(1) - '0'));
        if (!text.isEmpty()) {
          blocks.add(Block.heading(level, text.text(), text.spans()));
        }
      }
    }
  }

  private static int start(Element list) {
    String start = list.attr("start").strip();
    int number = start.matches("\\d{1,9}") ? Integer.parseInt(start) : 1;
    return number > HIGHEST_START ? 1 : number;
  }

  /**
   * @param start of the numbers; negative for a list without
   */
  private void endList(int start) {
    take(items, false);
    List<String> written = new ArrayList<>();
    List<Span> spans = new ArrayList<>();
    int from = 0;
    for (Text item : items) {
      String marker = start < 0 ? "- " : (start + written.size()) + ". ";
      written.add(marker + item.text());
      for (Span span : item.spans()) {
        spans.add(span.shifted(from + marker.length()));
      }
      from += marker.length() + item.length() + 1;
    }
    if (!written.isEmpty()) {
      blocks.add(Block.list(written, spans));
    }
    items.clear();
  }

  private void endTable() {
    endRow();
    List<List<String>> written = new ArrayList<>();
    List<Span> spans = new ArrayList<>();
    int from = 0;
    for (List<Text> cells : rows) {
      written.add(cells.stream().map(Text::text).toList());
      for (Text cell : cells) {
        for (Span span : cell.spans()) {
          spans.add(span.shifted(from));
        }
        from += cell.length() + 1;
      }
    }
    if (rows.stream().flatMap(List::stream).anyMatch(cell -> !cell.isEmpty())) {
      blocks.add(Block.table(written, cells, spans));
    }
    rows.clear();
    cells.clear();
  }

  private void endCaption() {
    Text text = words.takeLine();
    if (text.isEmpty()) {
      return;
    }
    if (figure != null && caption == null) {
      caption = text;
    } else {
      blocks.add(Block.figure(null, text.text(), text.spans()));
    }
  }

  /** Of several pictures the last one has the caption. */
  private void endFigure() {
    figure = null;
    for (int i = 0; i < pictures.size(); i++) {
      boolean last = i == pictures.size() - 1;
      Text below = last ? caption : null;
      blocks.add(
          Block.figure(
              pictures.get(i),
              below == null ? null : below.text(),
              below == null ? null : below.spans()));
    }
    if (pictures.isEmpty() && caption != null) {
      blocks.add(Block.figure(null, caption.text(), caption.spans()));
    }
    pictures.clear();
    caption = null;
  }
}
