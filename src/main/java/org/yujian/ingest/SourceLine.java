package org.yujian.ingest;

import java.util.List;
import org.yujian.edition.body.Cell;
import org.yujian.edition.body.Picture;
import org.yujian.edition.body.Span;

/**
 * One block as a reader found it: a line of a text file, or a paragraph, item, row or picture of a
 * Markdown file. {@code line} and {@code lastLine} are its lines in the file, from 1; {@code group}
 * tells the blocks of one quote or one verse from the next one's, and {@code block} which block of
 * the document the line is of, where the document says so (else 0). {@code healed} is what an
 * earlier pass made of several blocks; null for one that stands in the file.
 */
record SourceLine(
    int line,
    int lastLine,
    Form form,
    int level,
    int group,
    int block,
    String text,
    List<Span> spans,
    Row row,
    Picture picture,
    Passage healed) {

  /**
   * A row of a table.
   *
   * @param special what some of its cells are (their row number is the document's)
   */
  record Row(List<String> cells, List<Cell> special) {}

  /** What the file itself says a block is. {@code TEXT} leaves it to rule 4a. */
  enum Form {
    TEXT,
    TITLE,
    HEADING,
    ITEM,
    VERSE,
    QUOTE,
    ROW,
    CAPTION,
    PICTURE,
    PAGE_BREAK,
    /** Where a picture was that the file does not hold. */
    PLACEHOLDER,
    /** A page number or running head, which leaves the text with a finding. */
    FURNITURE
  }

  static SourceLine text(int line, String text) {
    return text(line, line, text, List.of());
  }

  static SourceLine text(int line, int lastLine, String text, List<Span> spans) {
    return new SourceLine(line, lastLine, Form.TEXT, 0, 0, 0, text, spans, null, null, null);
  }

  static SourceLine title(int line, String text) {
    return new SourceLine(line, line, Form.TITLE, 1, 0, 0, text, List.of(), null, null, null);
  }

  static SourceLine heading(int line, int level, String text, List<Span> spans) {
    return new SourceLine(line, line, Form.HEADING, level, 0, 0, text, spans, null, null, null);
  }

  static SourceLine row(int line, Row row, List<Span> spans) {
    String joined = String.join("\t", row.cells());
    // No rule asks how a line without text begins or ends.
    String text = joined.isEmpty() ? "\t" : joined;
    return new SourceLine(line, line, Form.ROW, 0, 0, 0, text, spans, row, null, null);
  }

  static SourceLine picture(int line, Picture picture) {
    return new SourceLine(line, line, Form.PICTURE, 0, 0, 0, "", List.of(), null, picture, null);
  }

  static SourceLine pageBreak(int line) {
    return new SourceLine(line, line, Form.PAGE_BREAK, 0, 0, 0, "", List.of(), null, null, null);
  }

  static SourceLine placeholder(int line) {
    return pageBreak(line).as(Form.PLACEHOLDER, 0);
  }

  SourceLine as(Form newForm, int newGroup) {
    return new SourceLine(
        line, lastLine, newForm, level, newGroup, block, text, spans, row, picture, healed);
  }

  SourceLine inBlock(int number) {
    return new SourceLine(
        line, lastLine, form, level, group, number, text, spans, row, picture, healed);
  }

  /** A healed passage, to be looked at once more. */
  static SourceLine of(Passage passage) {
    SourceLine first = passage.first();
    return new SourceLine(
        first.line,
        passage.last().lastLine,
        first.form,
        first.level,
        first.group,
        first.block,
        passage.text().toString(),
        List.copyOf(passage.spans()),
        first.row,
        first.picture,
        passage);
  }

  /** The first of the file's blocks in it. */
  SourceLine begin() {
    return healed == null ? this : healed.first();
  }

  /** The last of the file's blocks in it. */
  SourceLine end() {
    return healed == null ? this : healed.last();
  }

  /** The joins that are in it already. */
  List<Join> joins() {
    return healed == null ? List.of() : healed.joins();
  }

  /**
   * Between two halves of a sentence these neither stop the join nor become part of it (rule 4).
   */
  boolean isBetween() {
    return switch (form) {
      case PICTURE, PLACEHOLDER, PAGE_BREAK, FURNITURE -> true;
      default -> false;
    };
  }
}
