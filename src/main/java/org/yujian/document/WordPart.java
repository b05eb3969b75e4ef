package org.yujian.document;

import java.util.ArrayList;
import java.util.List;
import org.yujian.media.Picture;

/** A paragraph or table of a Word file. */
sealed interface WordPart {

  /** Line break inside a run's text; {@link #PAGE_END} is the end of a page. */
  char LINE_END = '\n';

  char PAGE_END = '\f';

  /** Text with the same formatting. */
  record Run(String text, boolean bold, boolean italic, String href) {}

  /** What a paragraph is by its style. */
  enum Kind {
    TEXT,
    QUOTE,
    CAPTION,
    /** Text of a box that floats beside other text. */
    BOX,
    /** Entry of a table of contents. */
    CONTENTS
  }

  /** A paragraph; {@code level} is that of a heading, or -1. */
  final class Paragraph implements WordPart {
    final int line;
    int level = -1;
    boolean subtitle;
    Kind kind = Kind.TEXT;
    String style;
    String marker = "";
    boolean endDeleted;
    final List<Run> runs = new ArrayList<>();

    /** The pictures in it, which follow it. */
    final List<Picture> pictures = new ArrayList<>();

    /** The contents of its text boxes. */
    final List<WordPart> boxes = new ArrayList<>();

    Paragraph(int line) {
      this.line = line;
    }

    boolean isEmpty() {
      return runs.stream().allMatch(run -> run.text().isBlank());
    }

    /** Adds runs without the white space at their front. */
    void begin(List<Run> words) {
      List<Run> rest = words.stream().dropWhile(run -> run.text().isBlank()).toList();
      runs.addAll(rest);
      if (!rest.isEmpty()) {
        Run first = rest.get(0);
        String text = first.text().stripLeading();
        runs.set(0, new Run(text, first.bold(), first.italic(), first.href()));
      }
    }

    String text() {
      StringBuilder text = new StringBuilder();
      runs.forEach(run -> text.append(run.text()));
      return text.toString();
    }
  }

  /** A cell; {@code continued} if it belongs to the cell above it. */
  final class TableCell {
    int columns = 1;
    int rows = 1;
    boolean continued;
    final List<WordPart> parts = new ArrayList<>();

    boolean hasWords() {
      return parts.stream().anyMatch(p -> !(p instanceof Paragraph words) || !words.isEmpty());
    }

    /** Makes its only paragraph a caption. */
    TableCell asCaption() {
      if (parts.size() == 1 && parts.get(0) instanceof Paragraph words && words.level < 0) {
        words.kind = Kind.CAPTION;
      }
      return this;
    }

    boolean hasPicture() {
      return parts.stream().anyMatch(p -> p instanceof Paragraph at && !at.pictures.isEmpty());
    }
  }

  final class Row {
    boolean header;
    boolean deleted;
    int before;
    final int line;
    final List<TableCell> cells = new ArrayList<>();

    Row(int line) {
      this.line = line;
    }

    /** True for a picture beside the words of one cell. */
    boolean isPictureBesideWords() {
      long words = cells.stream().filter(TableCell::hasWords).count();
      return words <= 1 && cells.stream().anyMatch(cell -> cell.hasPicture() && !cell.hasWords());
    }

    /** True if it shows pictures without a word. */
    boolean isPictures() {
      return cells.stream().anyMatch(TableCell::hasPicture)
          && cells.stream().noneMatch(TableCell::hasWords);
    }
  }

  /** A table with its rows in order. */
  record Table(List<Row> rows) implements WordPart {

    /** True for a table that only arranges a page: one column, pictures, headings or tables. */
    boolean isLayout() {
      return rows.stream().anyMatch(Row::isPictures)
          || rows.stream().allMatch(row -> row.cells.size() <= 1 || row.isPictureBesideWords())
          || rows.stream()
              .flatMap(row -> row.cells.stream())
              .flatMap(cell -> cell.parts.stream())
              .anyMatch(part -> !(part instanceof Paragraph paragraph) || paragraph.level >= 0);
    }

    /** The cells in reading order; what is below a picture follows it as its caption. */
    List<TableCell> reading() {
      List<TableCell> reading = new ArrayList<>();
      for (int i = 0; i < rows.size(); i++) {
        List<TableCell> cells = rows.get(i).cells;
        boolean captions =
            rows.get(i).isPictures()
                && i + 1 < rows.size()
                && !rows.get(i + 1).isPictures()
                && rows.get(i + 1).cells.size() == cells.size();
        for (int j = 0; j < cells.size(); j++) {
          reading.add(cells.get(j));
          if (captions) {
            reading.add(rows.get(i + 1).cells.get(j).asCaption());
          }
        }
        i += captions ? 1 : 0;
      }
      return reading;
    }
  }
}
