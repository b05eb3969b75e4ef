package org.yujian.ingest.healing;

import static java.util.stream.Collectors.groupingBy;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.yujian.body.Block;
import org.yujian.body.Cell;
import org.yujian.body.Loss;
import org.yujian.body.ReadBlock;
import org.yujian.body.Reading;
import org.yujian.body.Span;
import org.yujian.ingest.healing.SourceLine.Form;
import org.yujian.shared.text.Glyph;

/**
 * Turns the blocks that a reader found into lines for the healer, so that cut text can be healed.
 * Used for Markdown, HTML and Word. Every line keeps its block number, so that an intact block
 * stays one block.
 */
final class BlockSource {

  private static final int LONGEST_UNDERLINED = 64;

  private final List<SourceLine> lines = new ArrayList<>();
  private final List<Loss> losses;
  private int blocks;

  private final boolean plain;
  private final boolean marked;

  private BlockSource(List<Loss> losses, boolean plain, boolean marked) {
    this.losses = new ArrayList<>(losses);
    this.plain = plain;
    this.marked = marked;
  }

  /**
   * @param plain whether paragraphs may be lines of plain text with its marks for page ends,
   *     pictures and, in a document without headings, headings
   */
  static Source of(Reading reading, RawLines.Noted noted, boolean plain) {
    boolean headed =
        reading.blocks().stream().anyMatch(read -> read.block().kind() == Block.Kind.HEADING);
    BlockSource source = new BlockSource(reading.losses(), plain, plain && !headed);
    reading.blocks().forEach(source::block);
    return new Source(source.lines, noted, source.losses, reading.frontMatter(), List.of());
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
    if (read.form() == ReadBlock.Form.BOX) {
      for (SourceLine line : soft(words)) {
        lines.add(FollowLine.name(line.text()) == null ? line.as(Form.BOX, 0) : line);
      }
      return;
    }
    if (read.form() != ReadBlock.Form.CODE) {
      soft(words).stream().map(this::asPlain).forEach(lines::add);
      return;
    }
    for (int i = 0; i < words.lines().size(); i++) {
      lines.add(words.joined(i, i + 1).inBlock(blocks).as(Form.VERSE, -blocks));
    }
  }

  private SourceLine asPlain(SourceLine line) {
    if (!plain || line.text().isEmpty()) {
      return line;
    }
    SourceLine read = TextReader.block(line.line(), line.text());
    boolean mark = read.isBetween() || marked && read.form() != Form.TEXT;
    return mark ? read : line;
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
    if (read.level() > 1) {
      lines.add(SourceLine.heading(read.line(), read.level(), text, read.block().spans()));
      return;
    }
    lines.add(SourceLine.title(read.line(), text));
    for (Span span : read.block().spans()) {
      if (span.href() != null) {
        losses.add(new Loss("a[href]", read.line(), "", span.href()));
      }
    }
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
