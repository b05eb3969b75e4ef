package org.yujian.ingest.healing;

import java.util.List;
import org.yujian.body.Cell;
import org.yujian.body.Span;
import org.yujian.media.Picture;

/**
 * A block of the file: a line of a text, or a paragraph, item, row or picture of Markdown. {@code
 * line} and {@code lastLine} count from 1. Blocks of one quote or verse have the same {@code
 * group}. {@code block} is the number of the Markdown block, 0 in text. {@code healed} is the
 * passage (paragraph) that an earlier pass joined; null for a block of the file.
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
   * @param special header and spanning cells (with row numbers of the document)
   */
  record Row(List<String> cells, List<Cell> special) {}

  /** The kind that the file itself gives; {@code TEXT} is classified by {@link LineKinds}. */
  enum Form {
    TEXT,
    TITLE,
    HEADING,
    ITEM,
    VERSE,
    QUOTE,
    ROW,
    CAPTION,
    /** Text of a box that interrupts the paragraph before it. */
    BOX,
    PICTURE,
    PAGE_BREAK,
    /** A text in the place of a picture that the file does not contain. */
    PLACEHOLDER,
    /** Page furniture: a page number or running head, which is removed with a finding. */
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
    // Never empty, because the rules test how a line begins and ends.
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

  /** The passage as input of the next pass. */
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

  /** The first block of the file that this line contains. */
  SourceLine begin() {
    return healed == null ? this : healed.first();
  }

  /** The last block of the file that this line contains. */
  SourceLine end() {
    return healed == null ? this : healed.last();
  }

  List<Join> joins() {
    return healed == null ? List.of() : healed.joins();
  }

  /** Whether halves of a sentence are joined across this line, which stays outside the sentence. */
  boolean isBetween() {
    return switch (form) {
      case PICTURE, PLACEHOLDER, PAGE_BREAK, FURNITURE -> true;
      default -> false;
    };
  }
}
