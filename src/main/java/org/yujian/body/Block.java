package org.yujian.body;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.yujian.media.Picture;

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

  /**
   * Kinds of blocks; {@code type} is the name in lower case. Code that depends on the kind uses a
   * {@code switch} expression without {@code default}, so that the compiler lists all places for a
   * new kind.
   */
  public enum Kind {
    PARAGRAPH,
    HEADING,
    LIST,
    QUOTE,
    TABLE,
    FIGURE,
    /** Stored by a newer release, with a type that this one does not know. */
    UNKNOWN;

    private static final Map<String, Kind> BY_TYPE =
        Arrays.stream(values())
            .filter(kind -> kind != UNKNOWN)
            .collect(Collectors.toMap(Kind::type, Function.identity()));

    /** The types that clients may send, in alphabetical order. */
    static Set<String> types() {
      return new TreeSet<>(BY_TYPE.keySet());
    }

    private String type() {
      return name().toLowerCase(Locale.ROOT);
    }
  }

  public Block {
    spans = spans == null ? List.of() : List.copyOf(spans);
    items = items == null ? List.of() : List.copyOf(items);
    rows = rows == null ? List.of() : rows.stream().map(List::copyOf).toList();
    cells = cells == null ? List.of() : cells.stream().filter(cell -> !cell.plain()).toList();
  }

  public static Block paragraph(String text, List<Span> spans) {
    return new Block(null, Kind.PARAGRAPH.type(), null, text, spans, null, null, null, null);
  }

  public static Block quote(String text, List<Span> spans) {
    return new Block(null, Kind.QUOTE.type(), null, text, spans, null, null, null, null);
  }

  /** A heading; a level outside 2–4 becomes the nearest one. */
  public static Block heading(int level, String text, List<Span> spans) {
    int limited = Math.max(2, Math.min(4, level));
    return new Block(null, Kind.HEADING.type(), limited, text, spans, null, null, null, null);
  }

  public static Block list(List<String> items, List<Span> spans) {
    return new Block(null, Kind.LIST.type(), null, null, spans, items, null, null, null);
  }

  /** A table without special cells. The cells of each row form one line, joined by TAB. */
  public static Block table(List<List<String>> rows, List<Span> spans) {
    return table(rows, List.of(), spans);
  }

  /** A table in which {@code cells} lists headers and cells that span several rows or columns. */
  public static Block table(List<List<String>> rows, List<Cell> cells, List<Span> spans) {
    return new Block(null, Kind.TABLE.type(), null, null, spans, null, rows, cells, null);
  }

  /** A table whose lines keep the written separators ({@code |} or {@code ｜}). */
  public static Block writtenTable(String text, List<List<String>> rows) {
    return new Block(null, Kind.TABLE.type(), null, text, null, null, rows, null, null);
  }

  public static Block figure(Picture image, String caption, List<Span> spans) {
    return new Block(null, Kind.FIGURE.type(), null, caption, spans, null, null, null, image);
  }

  /** The kind that {@code type} names. */
  public Kind kind() {
    return Kind.BY_TYPE.getOrDefault(type, Kind.UNKNOWN);
  }

  Block withId(String newId) {
    return new Block(newId, type, level, text, spans, items, rows, cells, image);
  }

  public Block withPicture(UnaryOperator<Picture> change) {
    return image == null
        ? this
        : new Block(id, type, level, text, spans, items, rows, cells, change.apply(image));
  }

  /** The lines that the block adds to the body text; none for a picture without a caption. */
  public List<String> lines() {
    if (text != null) {
      return Arrays.asList(text.split("\n", -1));
    }
    return items.isEmpty() ? rows.stream().map(row -> String.join("\t", row)).toList() : items;
  }
}
