package org.yujian.ingest.healing;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import org.yujian.body.Block;
import org.yujian.body.Body;
import org.yujian.body.Cell;
import org.yujian.body.Span;
import org.yujian.ingest.healing.Passage.Kind;
import org.yujian.ingest.healing.SourceLine.Form;
import org.yujian.media.Picture;
import org.yujian.shared.text.Glyph;

/**
 * Turns passages (healed paragraphs) into blocks. Runs of bullets or consecutive {@code 1.} numbers
 * become one list. Items with other markers (一、 （一） ①), which no HTML list can show, stay
 * paragraphs. Consecutive rows become a table, the lines of a verse or quote one block.
 */
final class BodyBuilder {

  private final List<Block> blocks = new ArrayList<>();
  private final List<Passage> run = new ArrayList<>();

  static Body build(List<Passage> passages) {
    BodyBuilder builder = new BodyBuilder();
    for (Passage passage : passages) {
      if (!builder.run.isEmpty() && !isTogether(builder.last(), passage)) {
        builder.flush();
      }
      builder.run.add(passage);
    }
    builder.flush();
    return Body.of(builder.blocks);
  }

  private Passage last() {
    return run.get(run.size() - 1);
  }

  /** Whether both passages belong to one block. */
  private static boolean isTogether(Passage before, Passage next) {
    if (before.kind() == Kind.PICTURE && next.kind() == Kind.CAPTION) {
      return true;
    }
    if (isFirstItem(before, next) || isOneBlock(before, next)) {
      return true;
    }
    if (before.kind() != next.kind()) {
      return false;
    }
    return switch (next.kind()) {
      case VERSE, QUOTE -> before.first().group() == next.first().group();
      case ROW ->
          isWritten(before) == isWritten(next) && before.first().block() == next.first().block();
      case ITEM ->
          isListed(before) && isListed(next) && before.marker().isFollowedBy(next.marker());
      default -> false;
    };
  }

  /** Whether both were lines of one block in the document, and have a kind with several lines. */
  private static boolean isOneBlock(Passage before, Passage next) {
    return before.first().block() > 0
        && before.first().block() == next.first().block()
        && (before.kind() == next.kind() || isParagraph(before) && isParagraph(next));
  }

  private static boolean isParagraph(Passage passage) {
    return switch (passage.kind()) {
      case PROSE, TURN, LEAD, LABEL, DATE, SIGNATURE, ADDRESSEE, VERSE -> true;
      default -> false;
    };
  }

  /** Whether the passage is a cut first item, classified before the second one was read. */
  private static boolean isFirstItem(Passage before, Passage next) {
    return before.kind() == Kind.PROSE
        && next.kind() == Kind.ITEM
        && isListed(before)
        && before.marker().isFollowedBy(next.marker());
  }

  /** Whether an HTML list can show the marker: a bullet, or a number in ASCII digits. */
  private static boolean isListed(Passage item) {
    ItemMarker marker = item.marker();
    return marker != null
        && (marker.kind().isBullet()
            || (marker.kind() == ItemMarker.Kind.DECIMAL && item.text().charAt(0) <= '9'));
  }

  /** Whether the row has bars and stays as written; rows with TABs are made from cells. */
  private static boolean isWritten(Passage row) {
    return row.first().row() == null && row.first().text().indexOf('\t') < 0;
  }

  private void flush() {
    if (run.isEmpty()) {
      return;
    }
    blocks.add(block());
    run.clear();
  }

  private Block block() {
    Passage first = run.get(0);
    return switch (first.kind()) {
      case HEADING -> Block.heading(first.level(), text(), spans());
      case QUOTE -> Block.quote(text(), spans());
      case ROW ->
          isWritten(first)
              ? Block.writtenTable(text(), run.stream().map(BodyBuilder::cells).toList())
              : Block.table(run.stream().map(BodyBuilder::cells).toList(), special(), spans());
      case ITEM ->
          isListed(first) || first.first().form() == Form.ITEM
              ? list()
              : Block.paragraph(text(), spans());
      case PICTURE -> figure(first.first().picture());
      case CAPTION -> Block.figure(null, text(), spans());
      case PROSE -> last().kind() == Kind.ITEM ? list() : Block.paragraph(text(), spans());
      default -> Block.paragraph(text(), spans());
    };
  }

  private Block list() {
    return Block.list(run.stream().map(item -> item.text().toString()).toList(), spans());
  }

  private Block figure(Picture picture) {
    if (run.size() == 1) {
      return Block.figure(picture, null, null);
    }
    Passage caption = last();
    return Block.figure(picture, caption.text().toString(), caption.spans());
  }

  private static List<String> cells(Passage row) {
    if (row.first().row() != null) {
      return row.first().row().cells();
    }
    String text = row.text().toString();
    if (!isWritten(row)) {
      return Arrays.asList(text.split("\t", -1));
    }
    if (!Shape.isRow(text)) {
      return Rows.cells(text);
    }
    List<String> cells =
        Arrays.stream(text.split("[|｜]", -1))
            .map(Glyph::trim)
            .collect(Collectors.toCollection(ArrayList::new));
    // A bar at either end is the table's edge, not an empty cell.
    if (cells.get(0).isEmpty()) {
      cells.remove(0);
    }
    if (!cells.isEmpty() && cells.get(cells.size() - 1).isEmpty()) {
      cells.remove(cells.size() - 1);
    }
    return cells;
  }

  /** Header and spanning cells, with the row numbers of this table. */
  private List<Cell> special() {
    List<Cell> special = new ArrayList<>();
    for (int i = 0; i < run.size(); i++) {
      SourceLine.Row row = run.get(i).first().row();
      for (Cell cell : row == null ? List.<Cell>of() : row.special()) {
        special.add(new Cell(i, cell.cell(), cell.header(), cell.rowspan(), cell.colspan()));
      }
    }
    return special;
  }

  private String text() {
    return run.stream().map(Passage::text).collect(Collectors.joining("\n"));
  }

  private static int length(Passage passage) {
    SourceLine.Row row = passage.first().row();
    return row == null ? passage.length() : Glyph.length(String.join("\t", row.cells()));
  }

  private List<Span> spans() {
    List<Span> spans = new ArrayList<>();
    int from = 0;
    for (Passage passage : run) {
      for (Span span : passage.spans()) {
        spans.add(span.shifted(from));
      }
      from += length(passage) + 1;
    }
    return spans;
  }
}
