package org.yujian.ingest;

import java.util.List;
import org.yujian.edition.body.Picture;
import org.yujian.edition.body.Span;
import org.yujian.shared.text.Glyph;

/**
 * One block as a reader found it: a line of a text file, or a paragraph, item, row or picture of a
 * Markdown file. {@code line} and {@code lastLine} are its lines in the file, from 1; {@code group}
 * tells the blocks of one quote or one verse from the next one's.
 */
record SourceLine(
    int line,
    int lastLine,
    Form form,
    int level,
    int group,
    String text,
    List<Span> spans,
    List<String> cells,
    Picture picture) {

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
    PAGE_BREAK
  }

  static SourceLine text(int line, String text) {
    return text(line, line, text, List.of());
  }

  static SourceLine text(int line, int lastLine, String text, List<Span> spans) {
    return new SourceLine(line, lastLine, Form.TEXT, 0, 0, text, spans, null, null);
  }

  static SourceLine title(int line, String text) {
    return new SourceLine(line, line, Form.TITLE, 1, 0, text, List.of(), null, null);
  }

  static SourceLine heading(int line, int level, String text, List<Span> spans) {
    return new SourceLine(line, line, Form.HEADING, level, 0, text, spans, null, null);
  }

  static SourceLine row(int line, List<String> cells, List<Span> spans) {
    String text = String.join("\t", cells);
    return new SourceLine(line, line, Form.ROW, 0, 0, text, spans, cells, null);
  }

  static SourceLine picture(int line, Picture picture) {
    return new SourceLine(line, line, Form.PICTURE, 0, 0, "", List.of(), null, picture);
  }

  static SourceLine pageBreak(int line) {
    return new SourceLine(line, line, Form.PAGE_BREAK, 0, 0, "", List.of(), null, null);
  }

  SourceLine as(Form newForm, int newGroup) {
    return new SourceLine(line, lastLine, newForm, level, newGroup, text, spans, cells, picture);
  }

  /** The same with {@code marker} before its text. */
  SourceLine behind(String marker) {
    List<Span> moved = spans.stream().map(span -> span.shifted(Glyph.length(marker))).toList();
    return new SourceLine(line, lastLine, form, level, group, marker + text, moved, cells, picture);
  }

  /**
   * Between two halves of a sentence these neither stop the join nor become part of it (rule 4).
   */
  boolean isBetween() {
    return form == Form.PICTURE || form == Form.PAGE_BREAK;
  }
}
