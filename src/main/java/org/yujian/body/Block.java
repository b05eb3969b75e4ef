package org.yujian.body;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.Arrays;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * One block of a body. Which fields are set follows from {@code type}:
 *
 * <ul>
 *   <li>{@code paragraph}, {@code quote}: {@code text}; an LF inside is a line break (verse);
 *   <li>{@code heading}: {@code text} and {@code level} 2–4;
 *   <li>{@code list}: {@code items} as written, marker included;
 *   <li>{@code table}: {@code rows} of cells, and {@code cells} for those that are headers or cover
 *       others, in reading order; {@code text} only where the rows were written with bars, since
 *       they are kept as written;
 *   <li>{@code figure}: {@code image}, or {@code text} (the caption), or both.
 * </ul>
 *
 * @param id identifies the block within the article; made by the server
 * @param type type of the block
 * @param level level of a heading, 2 to 4
 * @param text text of a paragraph, quote, heading or caption; an LF is a line break
 * @param spans marks inside the text
 * @param items items of a list as written, marker included
 * @param rows rows of a table, each a list of its cells
 * @param cells cells of a table that are headers or cover others, in reading order
 * @param image picture of a figure
 */
@Schema(
    name = "Block",
    requiredProperties = {"id", "type"})
@JsonInclude(JsonInclude.Include.NON_EMPTY)
public record Block(
    @Schema(readOnly = true) String id,
    String type,
    Integer level,
    String text,
    List<Span> spans,
    List<String> items,
    List<List<String>> rows,
    List<Cell> cells,
    Picture image) {

  public static final String PARAGRAPH = "paragraph";
  public static final String HEADING = "heading";
  public static final String LIST = "list";
  public static final String QUOTE = "quote";
  public static final String TABLE = "table";
  public static final String FIGURE = "figure";

  public Block {
    spans = spans == null ? List.of() : List.copyOf(spans);
    items = items == null ? List.of() : List.copyOf(items);
    rows = rows == null ? List.of() : rows.stream().map(List::copyOf).toList();
    cells = cells == null ? List.of() : cells.stream().filter(cell -> !cell.plain()).toList();
  }

  public static Block paragraph(String text, List<Span> spans) {
    return new Block(null, PARAGRAPH, null, text, spans, null, null, null, null);
  }

  public static Block quote(String text, List<Span> spans) {
    return new Block(null, QUOTE, null, text, spans, null, null, null, null);
  }

  public static Block heading(int level, String text, List<Span> spans) {
    return new Block(null, HEADING, level, text, spans, null, null, null, null);
  }

  public static Block list(List<String> items, List<Span> spans) {
    return new Block(null, LIST, null, null, spans, items, null, null, null);
  }

  /** A table without special cells. The cells of each row form one line, joined by TAB. */
  public static Block table(List<List<String>> rows, List<Span> spans) {
    return table(rows, List.of(), spans);
  }

  /** A table in which {@code cells} lists headers and cells that span several rows or columns. */
  public static Block table(List<List<String>> rows, List<Cell> cells, List<Span> spans) {
    return new Block(null, TABLE, null, null, spans, null, rows, cells, null);
  }

  /** A table whose lines keep the written separators ({@code |} or {@code ｜}). */
  public static Block writtenTable(String text, List<List<String>> rows) {
    return new Block(null, TABLE, null, text, null, null, rows, null, null);
  }

  public static Block figure(Picture image, String caption, List<Span> spans) {
    return new Block(null, FIGURE, null, caption, spans, null, null, null, image);
  }

  Block withId(String newId) {
    return new Block(newId, type, level, text, spans, items, rows, cells, image);
  }

  /** The lines that the block adds to the body text; none for a picture without a caption. */
  public List<String> lines() {
    if (text != null) {
      return Arrays.asList(text.split("\n", -1));
    }
    if (LIST.equals(type)) {
      return items;
    }
    return rows.stream().map(row -> String.join("\t", row)).toList();
  }
}
