package org.yujian.document;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.IntStream;
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

  private static final int LOWEST = 6;

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
      paragraph.boxes.forEach(this::add);
    }
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
      if (paragraph.subtitle && isTitle(builder.blocks())) {
        builder.blocks().add(ReadBlock.emptySubtitle(paragraph.line));
      }
      return;
    }
    if (paragraph.kind == Kind.CONTENTS) {
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

  private void end(Paragraph paragraph) {
    if (paragraph.level >= 0) {
      titled |= paragraph.level == 0;
      builder.endHeading(paragraph.level);
      return;
    }
    switch (paragraph.kind) {
      case QUOTE -> builder.endQuote();
      case CAPTION -> builder.endCaption();
      default -> builder.endParagraph();
    }
  }

  /** The marker as in a plain text: a space follows it except after a Chinese mark. */
  private static String spaced(String marker) {
    return marker.isEmpty() || Glyph.isCjk(Glyph.last(marker)) ? marker : marker + " ";
  }

  private void write(Paragraph paragraph) {
    for (Run run : paragraph.runs) {
      int from = 0;
      for (int i = 0; i <= run.text().length(); i++) {
        char c = i == run.text().length() ? WordPart.LINE_END : run.text().charAt(i);
        if (c == WordPart.LINE_END || c == WordPart.PAGE_END) {
          String words = run.text().substring(from, i);
          builder.append(words, run.bold(), run.italic(), run.href());
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
      int by = subtitled || !isHeadedAtOnce() ? 1 : 2;
      builder.blocks().replaceAll(read -> lowered(read, by));
    }
    return builder.end();
  }

  /** Whether a heading follows the title, which at level 2 would be taken for its subtitle. */
  private boolean isHeadedAtOnce() {
    List<ReadBlock> blocks = builder.blocks();
    return IntStream.range(1, blocks.size())
        .anyMatch(i -> isTitle(blocks.get(i - 1)) && isHeading(blocks.get(i)));
  }

  private static boolean isTitle(List<ReadBlock> blocks) {
    return !blocks.isEmpty() && isTitle(blocks.get(blocks.size() - 1));
  }

  private static boolean isHeading(ReadBlock read) {
    return read.block().kind() == Block.Kind.HEADING;
  }

  private static boolean isTitle(ReadBlock read) {
    return isHeading(read) && read.level() == 0;
  }

  private static ReadBlock lowered(ReadBlock read, int by) {
    if (!isHeading(read) || read.block().text().isEmpty()) {
      return read;
    }
    int level = isTitle(read) ? 1 : Math.min(LOWEST, read.level() + by);
    Block heading = Block.heading(level, read.block().text(), read.block().spans());
    return new ReadBlock(heading, level, read.form(), read.starts());
  }
}
