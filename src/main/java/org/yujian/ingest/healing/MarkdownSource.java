package org.yujian.ingest.healing;

import static java.util.stream.Collectors.groupingBy;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.yujian.body.Cell;
import org.yujian.body.GivenBody;
import org.yujian.body.MarkdownLines;
import org.yujian.body.MarkdownReader;
import org.yujian.body.ReadBlock;
import org.yujian.body.Reading;
import org.yujian.ingest.healing.SourceLine.Form;
import org.yujian.shared.text.Glyph;

/**
 * Reads a Markdown document into lines for the healer. The desk's reader finds the blocks; here
 * they are split into the lines of the file, so that cut text can be healed. Every line keeps its
 * block number, so that an intact block stays one block.
 */
final class MarkdownSource {

  private static final int LONGEST_UNDERLINED = 64;

  private final List<SourceLine> lines = new ArrayList<>();
  private int blocks;

  private MarkdownSource() {}

  static Source read(String document) {
    if (GivenBody.hasTooManyTables(document)) {
      throw new DocumentRefused(
          DocumentRefused.BODY_TOO_LONG,
          "A Markdown file may not have so many HTML tables.",
          GivenBody.MOST_TABLES);
    }
    MarkdownLines text = new MarkdownLines();
    RawLines.Noted noted = RawLines.read(document, new Pieces(text)::add);
    Reading reading = MarkdownReader.read(text);
    MarkdownSource source = new MarkdownSource();
    reading.blocks().forEach(source::block);
    return new Source(source.lines, noted, reading.losses(), reading.frontMatter());
  }

  /** Applies rules 1 and 3 to lines of the file: page ends, inner breaks, full-width marks. */
  private static final class Pieces {

    private final MarkdownLines text;
    private int before;

    Pieces(MarkdownLines text) {
      this.text = text;
    }

    void add(RawLines.Piece piece) {
      boolean broken = piece.line() == before;
      before = piece.line();
      String words = Glyph.trim(piece.text());
      boolean page = piece.pageBreak() || isPageNumber(words);
      if (broken || page) {
        text.add(piece.line(), "");
      }
      if (!page) {
        int marks = words.isEmpty() ? 0 : HeadingMarks.count(words);
        text.add(
            piece.line(),
            marks > 0
                ? "#".repeat(marks) + " " + Glyph.trim(words.substring(marks))
                : piece.text());
      }
      if (text.size() > MarkdownLines.MOST) {
        throw new DocumentRefused(
            DocumentRefused.BODY_TOO_LONG,
            "A Markdown file may not have so many lines.",
            MarkdownLines.MOST);
      }
    }

    /** Matches — 3 — and 第3页; drawn rules are left to Markdown. */
    private static boolean isPageNumber(String words) {
      return words.chars().anyMatch(Glyph::isAsciiDigit) && TextReader.isPageBreak(words);
    }
  }

  private void block(ReadBlock read) {
    blocks++;
    Runnable reading =
        switch (read.block().kind()) {
          case PARAGRAPH, UNKNOWN -> () -> paragraph(read);
          case HEADING -> () -> heading(read);
          case LIST -> () -> items(read);
          case QUOTE -> () -> quote(read);
          case TABLE -> () -> rows(read);
          case FIGURE -> () -> figure(read);
        };
    reading.run();
  }

  /** A block of code keeps its lines: each is separate, and all of them are one block (rule n). */
  private void paragraph(ReadBlock read) {
    BlockLines words = BlockLines.of(read);
    if (read.form() != ReadBlock.Form.CODE) {
      lines.addAll(soft(words));
      return;
    }
    for (int i = 0; i < words.lines().size(); i++) {
      lines.add(words.joined(i, i + 1).inBlock(blocks).as(Form.VERSE, -blocks));
    }
  }

  private void quote(ReadBlock read) {
    int block = blocks;
    for (SourceLine line : soft(BlockLines.of(read))) {
      lines.add(line.inBlock(block).as(Form.QUOTE, block));
    }
  }

  private List<SourceLine> soft(BlockLines words) {
    SoftLines soft = new SoftLines(words, blocks);
    blocks = soft.lastBlock();
    return soft.lines();
  }

  private void heading(ReadBlock read) {
    BlockLines words = BlockLines.of(read);
    if (read.form() == ReadBlock.Form.UNDERLINED && !isTitle(words)) {
      // A rule directly below a paragraph is a page break, which Markdown reads as an underline.
      lines.addAll(soft(words));
      return;
    }
    String text = words.text();
    lines.add(
        read.level() == 1
            ? SourceLine.title(read.line(), text)
            : SourceLine.heading(read.line(), read.level(), text, read.block().spans()));
  }

  private static boolean isTitle(BlockLines words) {
    return words.lines().size() == 1
        && Glyph.isAtMost(words.text(), LONGEST_UNDERLINED)
        && words.text().chars().noneMatch(c -> "，、。；：".indexOf(c) >= 0)
        && !Sentence.isIn(words.text());
  }

  /** One line per item, but a follow line inside an item becomes a separate line. */
  private void items(ReadBlock read) {
    BlockLines words = BlockLines.of(read);
    int begin = 0;
    for (int i = 0; i < words.lines().size(); i++) {
      BlockLines.Line line = words.lines().get(i);
      boolean inside = i > 0 && !words.lines().get(i - 1).hard();
      if (inside && FollowLine.name(line.text()) != null) {
        item(words, begin, i);
        lines.add(words.joined(i, i + 1));
        begin = i + 1;
      } else if (line.hard()) {
        item(words, begin, i + 1);
        begin = i + 1;
      }
    }
    item(words, begin, words.lines().size());
  }

  private void item(BlockLines words, int begin, int end) {
    if (begin < end) {
      lines.add(words.joined(begin, end).inBlock(blocks).as(Form.ITEM, 0));
    }
  }

  private void rows(ReadBlock read) {
    BlockLines all = BlockLines.of(read);
    Map<Integer, List<Cell>> special = read.block().cells().stream().collect(groupingBy(Cell::row));
    for (int i = 0; i < read.block().rows().size(); i++) {
      SourceLine line = all.joined(i, i + 1);
      SourceLine.Row cells =
          new SourceLine.Row(read.block().rows().get(i), special.getOrDefault(i, List.of()));
      lines.add(SourceLine.row(line.line(), cells, line.spans()).inBlock(blocks));
    }
  }

  private void figure(ReadBlock read) {
    if (read.block().image() != null) {
      lines.add(SourceLine.picture(read.line(), read.block().image()));
    }
    if (read.block().text() != null) {
      BlockLines words = BlockLines.of(read);
      lines.add(words.joined(0, words.lines().size()).as(Form.CAPTION, 0));
    }
  }
}
