package org.yujian.document;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.regex.Pattern;
import org.yujian.body.Block;
import org.yujian.body.BlockBuilder;
import org.yujian.body.ListItems;
import org.yujian.body.ReadBlock;
import org.yujian.body.Reading;
import org.yujian.body.SafeLink;
import org.yujian.document.WordPart.Kind;
import org.yujian.document.WordPart.Paragraph;
import org.yujian.document.WordPart.Row;
import org.yujian.document.WordPart.Run;
import org.yujian.document.WordPart.Table;
import org.yujian.document.WordPart.TableCell;
import org.yujian.media.Picture;
import org.yujian.shared.text.Glyph;

/** Makes blocks of the paragraphs and tables of a Word file, in order. */
final class WordFlow {

  private static final Pattern CONTENTS = Pattern.compile("目[录錄]|(?i:contents)");

  private final BlockBuilder builder = new BlockBuilder();
  private final Pictures names;
  private final List<Picture> inTable = new ArrayList<>();
  private final Set<String> told = new HashSet<>();
  private final List<Paragraph> notes = new ArrayList<>();
  private boolean inList;
  private boolean titled;
  private boolean subtitled;

  WordFlow(Pictures names) {
    this.names = names;
  }

  /** Notes once per document that it has content of this kind. */
  void tell(String what, int line) {
    if (told.add(what)) {
      builder.lose(what, line, "", null);
    }
  }

  void lose(String what, int line, String words, String address) {
    builder.lose(what, line, words, address);
  }

  void add(WordPart part) {
    if (part instanceof Table table) {
      endList();
      table(table);
    } else if (part instanceof Paragraph paragraph) {
      if (paragraph.kind == Kind.CAPTION) {
        pictures(paragraph.line, paragraph.pictures);
        paragraph(paragraph);
      } else {
        paragraph(paragraph);
        pictures(paragraph.line, paragraph.pictures);
      }
      boolean beside = !paragraph.isEmpty();
      paragraph.boxes.forEach(box -> box(box, beside));
    }
  }

  /** Adds a part of a text box, whose text is no part of the sentence that it stands beside. */
  private void box(WordPart part, boolean beside) {
    if (part instanceof Paragraph paragraph && paragraph.kind == Kind.TEXT && beside) {
      paragraph.kind = Kind.BOX;
    }
    add(part);
  }

  /**
   * Adds a picture to a paragraph, behind which it will stand.
   *
   * @param parts its forms in the file, of which the first that can be shown counts
   */
  void picture(List<String> parts, String alt, Paragraph paragraph) {
    String name = parts.stream().map(names::take).filter(Objects::nonNull).findFirst().orElse(null);
    if (name == null) {
      lose("picture.left-out", paragraph.line, alt, null);
    } else {
      paragraph.pictures.add(Picture.at(name, alt));
    }
  }

  /** Adds a picture of another server, which is not fetched. */
  void linkedPicture(String address, String alt, Paragraph paragraph) {
    if (SafeLink.isPicture(address) && !address.startsWith("/")) {
      paragraph.pictures.add(Picture.at(address, alt));
    } else {
      lose("img[src]", paragraph.line, alt, address);
    }
  }

  void leaveOut(Picture picture) {
    lose("picture.left-out", 1, picture.alt() == null ? "" : picture.alt(), null);
  }

  private void pictures(int line, List<Picture> pictures) {
    if (!pictures.isEmpty()) {
      endList();
      builder.line(line);
      pictures.forEach(builder::picture);
    }
  }

  /** A footnote, which follows at the end of the article. */
  void note(Paragraph note) {
    notes.add(note);
  }

  /** A subtitle follows the document's title, or else the title of an article. */
  int subtitleLevel() {
    subtitled |= titled;
    return titled ? 1 : 2;
  }

  private void paragraph(Paragraph paragraph) {
    if (paragraph.isEmpty()) {
      if (paragraph.subtitle && TitledBlocks.endWithTitle(builder.blocks())) {
        builder.blocks().add(ReadBlock.emptySubtitle(paragraph.line));
      }
      return;
    }
    if (paragraph.kind == Kind.CONTENTS) {
      takeContentsHeading();
      builder.lose("toc", paragraph.line, paragraph.text(), null);
      return;
    }
    if (paragraph.level == 0 || paragraph.level == 1 && !titled) {
      notes();
    }
    builder.line(paragraph.line);
    if (paragraph.level < 0 && ListItems.isWritten(paragraph.marker)) {
      builder.item(paragraph.marker);
      write(paragraph);
      inList = true;
      return;
    }
    endList();
    builder.append(spaced(paragraph.marker), false, false, null);
    write(paragraph);
    end(paragraph);
  }

  /** Removes the line 目录 directly above the first entry of a table of contents. */
  private void takeContentsHeading() {
    List<ReadBlock> blocks = builder.blocks();
    Block last = inList || blocks.isEmpty() ? null : blocks.get(blocks.size() - 1).block();
    String text = last == null || last.text() == null ? "" : last.text();
    if (CONTENTS.matcher(text.replaceAll("[\\s\u3000]", "")).matches()) {
      blocks.remove(blocks.size() - 1);
    }
  }

  private void end(Paragraph paragraph) {
    if (paragraph.level >= 0) {
      titled |= paragraph.level == 0;
      builder.endHeading(paragraph.level);
      return;
    }
    switch (paragraph.kind) {
      case QUOTE -> builder.endQuote();
      case CAPTION -> builder.endCaption();
      case BOX -> builder.endBox();
      default -> builder.endParagraph();
    }
  }

  /** The marker as in a plain text: a space follows it (第一条 总则) except after 、 or ）. */
  private static String spaced(String marker) {
    boolean close = !marker.isEmpty() && Glyph.isCjk(Glyph.last(marker));
    boolean word = marker.startsWith("第") && Glyph.isHan(Glyph.last(marker));
    return marker.isEmpty() || close && !word ? marker : marker + " ";
  }

  private void write(Paragraph paragraph) {
    for (Run run : paragraph.runs) {
      int from = 0;
      for (int i = 0; i <= run.text().length(); i++) {
        char c = i == run.text().length() ? WordPart.LINE_END : run.text().charAt(i);
        if (c == WordPart.LINE_END || c == WordPart.PAGE_END) {
          String words = run.text().substring(from, i);
          String readable =
              Symbols.readable(words, code -> lose("sym", paragraph.line, code, null));
          builder.append(readable, run.bold(), run.italic(), run.href());
          from = i + 1;
          breakAt(i == run.text().length() ? ' ' : c);
        }
      }
    }
  }

  private void breakAt(char end) {
    if (end == WordPart.LINE_END) {
      builder.lineBreak();
    } else if (end == WordPart.PAGE_END) {
      builder.paragraphBreak();
    }
  }

  private void endList() {
    if (inList) {
      inList = false;
      builder.endList();
    }
  }

  private void table(Table table) {
    if (table.isLayout()) {
      table.reading().forEach(cell -> cell.parts.forEach(this::add));
      endList();
      return;
    }
    span(table.rows());
    for (Row row : table.rows()) {
      builder.line(row.line);
      for (TableCell cell : row.cells) {
        if (!cell.continued) {
          cell.parts.forEach(this::inCell);
          builder.endCell(row.header, cell.rows, cell.columns);
        }
      }
      builder.endRow();
    }
    builder.endTable();
    inTable.forEach(builder::picture);
    inTable.clear();
  }

  private void inCell(WordPart part) {
    if (part instanceof Paragraph paragraph) {
      builder.append(spaced(paragraph.marker), false, false, null);
      write(paragraph);
      builder.paragraphBreak();
      inTable.addAll(paragraph.pictures);
      paragraph.boxes.forEach(this::inCell);
    } else if (part instanceof Table table) {
      table.rows().forEach(row -> row.cells.forEach(cell -> cell.parts.forEach(this::inCell)));
    }
  }

  /** Counts how many rows each cell covers; cells are compared by their column. */
  private static void span(List<Row> rows) {
    Map<Integer, TableCell> open = new HashMap<>();
    for (Row row : rows) {
      int column = row.before;
      for (TableCell cell : row.cells) {
        TableCell above = open.get(column);
        if (cell.continued && above != null) {
          above.rows++;
        } else {
          cell.continued = false;
          open.put(column, cell);
        }
        column += cell.columns;
      }
    }
  }

  private void notes() {
    endList();
    for (Paragraph note : notes) {
      builder.line(note.line);
      builder.append(spaced(note.marker), false, false, null);
      write(note);
      builder.lineBreak();
    }
    if (!notes.isEmpty()) {
      builder.endQuote();
      notes.clear();
    }
  }

  /** Ends the document. Its title, if it has one, makes its headings sections of one article. */
  Reading end() {
    notes();
    if (titled) {
      TitledBlocks.lower(builder.blocks(), subtitled);
    }
    return builder.end();
  }
}
