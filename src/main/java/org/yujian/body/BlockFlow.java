package org.yujian.body;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.jsoup.nodes.Element;
import org.yujian.body.MarkedWords.Text;
import org.yujian.body.ReadBlock.Form;
import org.yujian.body.ReadBlock.LineStart;
import org.yujian.media.Picture;

/**
 * Turns a page's block elements into blocks, in order. Headings, quotes, lists, tables and captions
 * hold only words: other elements inside them become lines, items or cells, and pictures follow
 * after them.
 */
final class BlockFlow {

  private static final Set<String> HOLDERS =
      Set.of("h1", "h2", "h3", "h4", "h5", "h6", "blockquote", "ul", "ol", "table", "figcaption");

  private static final Set<String> LIST_PARTS = Set.of("li", "ul", "ol");

  private static final int HIGHEST_START = 100_000_000;

  private final MarkedWords words;
  private final Drops drops;
  private final List<ReadBlock> blocks = new ArrayList<>();
  private final List<Found> waiting = new ArrayList<>();

  /** The outermost open element of {@link #HOLDERS}; null if none is open. */
  private Element holder;

  private int innerTables;
  private int preformatted;
  private boolean underlined;
  private final ListItems items = new ListItems();
  private final TableRows rows;

  private Element figure;
  private final List<Found> pictures = new ArrayList<>();
  private Text caption;

  /** A picture with its line in the document and its caption; either may be null. */
  private record Found(Picture picture, int line, Text caption) {}

  BlockFlow(MarkedWords words, Drops drops) {
    this.words = words;
    this.drops = drops;
    this.rows = new TableRows(words, drops);
  }

  /** True if line breaks of the source are line breaks for readers. */
  boolean keepsLines() {
    return preformatted > 0;
  }

  /** Marks the next heading as a paragraph with a rule right below it. */
  void underline() {
    underlined = true;
  }

  /** Sets the next item's marker from the document; lists without markers number their items. */
  void marker(String marker) {
    items.next(marker);
  }

  /** Returns and clears the marker for item text outside a list; null if there is none. */
  String takePrefix() {
    return holder == null || LIST_PARTS.contains(holder.normalName()) ? null : items.takeMarker();
  }

  void open(Element element) {
    String name = element.normalName();
    if (holder == null) {
      paragraphs();
      if (HOLDERS.contains(name)) {
        holder = element;
      } else if (name.equals("figure") && figure == null) {
        figure = element;
      }
    } else {
      if (HOLDERS.contains(name) || name.equals("figure")) {
        drops.count(holder.normalName() + " " + name);
      }
      innerTables += name.equals("table") ? 1 : 0;
      part(element, false);
    }
    preformatted += name.equals("pre") ? 1 : 0;
  }

  void close(Element element) {
    String name = element.normalName();
    if (element == holder) {
      end(name, element);
      holder = null;
      waiting.forEach(this::place);
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
    preformatted -= name.equals("pre") ? 1 : 0;
  }

  /**
   * @param ownCaption caption that the document gives for this picture; may be empty
   */
  void picture(Picture picture, Text ownCaption) {
    place(new Found(picture, words.line(), ownCaption.isEmpty() ? null : ownCaption));
  }

  /** Adds the caption of a picture that was dropped. */
  void caption(Text text) {
    if (!text.isEmpty()) {
      place(new Found(null, words.line(), text));
    }
  }

  private void place(Found found) {
    if (holder != null) {
      waiting.add(found);
      return;
    }
    paragraphs();
    if (figure == null) {
      figure(found.picture(), found.line(), found.caption());
    } else {
      pictures.add(found);
    }
  }

  List<ReadBlock> end() {
    paragraphs();
    return blocks;
  }

  private void add(Block block, List<LineStart> starts) {
    blocks.add(new ReadBlock(block, 0, Form.PLAIN, starts));
  }

  private void paragraphs() {
    Form form = preformatted > 0 ? Form.CODE : Form.PLAIN;
    for (Text text : words.takeParagraphs()) {
      Block block = Block.paragraph(text.text(), text.spans());
      blocks.add(new ReadBlock(block, 0, form, text.starts()));
    }
  }

  /** Handles the start or end of an element inside the holder. */
  private void part(Element element, boolean ends) {
    String name = element.normalName();
    boolean table = holder.normalName().equals("table") && innerTables == 0;
    if (LIST_PARTS.contains(holder.normalName()) && LIST_PARTS.contains(name)) {
      items.take(words, name.equals("li") && !ends);
    } else if (table && (name.equals("td") || name.equals("th"))) {
      rows.cell(element, ends);
    } else if (table && name.equals("tr")) {
      rows.endRow();
    } else {
      words.paragraphBreak();
    }
  }

  private void end(String name, Element element) {
    switch (name) {
      case "blockquote" -> {
        Text text = words.takeLines();
        if (!text.isEmpty()) {
          add(Block.quote(text.text(), text.spans()), text.starts());
        }
      }
      case "ul", "ol" -> {
        items.take(words, false);
        items.end(name.equals("ol") ? start(element) : -1).ifPresent(blocks::add);
      }
      case "table" -> rows.end().ifPresent(blocks::add);
      case "figcaption" -> endCaption();
      default -> endHeading(name.charAt(1) - '0');
    }
  }

  private void endHeading(int level) {
    Text text = words.takeLine();
    Form form = underlined ? Form.UNDERLINED : Form.PLAIN;
    underlined = false;
    if (!text.isEmpty()) {
      Block heading = Block.heading(level, text.text(), text.spans());
      blocks.add(new ReadBlock(heading, level, form, text.starts()));
    }
  }

  private static int start(Element list) {
    String start = list.attr("start").strip();
    int number = start.matches("\\d{1,9}") ? Integer.parseInt(start) : 1;
    return number > HIGHEST_START ? 1 : number;
  }

  private void endCaption() {
    Text text = words.takeLine();
    if (text.isEmpty()) {
      return;
    }
    if (figure != null && caption == null) {
      caption = text;
    } else {
      figure(null, 0, text);
    }
  }

  private void figure(Picture picture, int line, Text below) {
    Block block =
        Block.figure(
            picture, below == null ? null : below.text(), below == null ? null : below.spans());
    add(block, picture == null ? below.starts() : List.of(new LineStart(0, line)));
  }

  /** If a figure has several pictures, its caption goes to the last one. */
  private void endFigure() {
    figure = null;
    for (int i = 0; i < pictures.size(); i++) {
      Found found = pictures.get(i);
      boolean below = i == pictures.size() - 1 && caption != null;
      if (below && found.caption() != null) {
        figure(found.picture(), found.line(), found.caption());
        figure(null, 0, caption);
      } else {
        figure(found.picture(), found.line(), below ? caption : found.caption());
      }
    }
    if (pictures.isEmpty() && caption != null) {
      figure(null, 0, caption);
    }
    pictures.clear();
    caption = null;
  }
}
