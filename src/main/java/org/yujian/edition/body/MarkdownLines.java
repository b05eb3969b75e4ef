package org.yujian.edition.body;

import java.util.ArrayList;
import java.util.List;
import org.commonmark.node.Node;
import org.commonmark.node.SourceSpan;
import org.yujian.shared.text.Glyph;

/**
 * The lines of a Markdown document on their way to the parser. White space that Markdown does not
 * know is taken from their ends, cells beyond a table's head get a column, and what costs a parser
 * dear is written as plain text ({@link CalmMarkdown}). Remembers which line of the file each was.
 */
public final class MarkdownLines {

  /** Beyond these the parser's tree alone would take hundreds of megabytes. */
  public static final int MOST = 250_000;

  private static final int WIDEST_INDENT = 40;
  private static final String INLINE_DATA = "](data:";

  /**
   * The text for the parser.
   *
   * @param numbers of each of its lines in the document
   */
  record Prepared(String text, List<Integer> numbers, FrontMatter frontMatter) {

    /** The line of the document that a block begins in. */
    int line(Node block) {
      List<SourceSpan> spans = block.getSourceSpans();
      return spans.isEmpty() || numbers.isEmpty() ? 1 : numbers.get(spans.get(0).getLineIndex());
    }

    String text(SourceSpan span) {
      return text.substring(span.getInputIndex(), span.getInputIndex() + span.getLength());
    }
  }

  private final List<String> lines = new ArrayList<>();
  private final List<Integer> numbers = new ArrayList<>();

  /** Adds a line without its line end; {@code number} is its number in the file, from 1. */
  public void add(int number, String raw) {
    String line = withoutWideIndent(withoutData(Glyph.withoutControls(raw)));
    // Further blank lines mean nothing in Markdown.
    if (!line.isEmpty() || !lines.isEmpty() && !lines.get(lines.size() - 1).isEmpty()) {
      lines.add(line);
      numbers.add(number);
    }
  }

  /** How many lines there are to read. */
  public int size() {
    return lines.size();
  }

  Prepared prepared() {
    FrontMatter frontMatter = FrontMatter.of(lines, numbers);
    int from = frontMatter == null ? 0 : frontMatter.length();
    List<String> kept = new ArrayList<>();
    lines.subList(from, lines.size()).forEach(line -> kept.add(CalmMarkdown.shallow(line)));
    MarkdownTables.widen(kept);
    CalmMarkdown calm = new CalmMarkdown();
    StringBuilder text = new StringBuilder();
    List<Integer> ofText = new ArrayList<>();
    for (int i = 0; i < kept.size(); i++) {
      String line = kept.get(i);
      int number = numbers.get(from + i);
      if (calm.isParagraphTooLong()) {
        calm.next("");
        text.append('\n');
        ofText.add(number);
      }
      calm.next(line);
      text.append(calm.marks(line, CalmMarkdown.beginsBlock(line))).append('\n');
      ofText.add(number);
    }
    return new Prepared(text.toString(), ofText, frontMatter);
  }

  /** Pictures written out in the text itself are not kept: no limit on text could hold them. */
  private static String withoutData(String line) {
    int data = line.indexOf(INLINE_DATA);
    if (data < 0) {
      return line;
    }
    StringBuilder kept = new StringBuilder();
    int from = 0;
    while (data >= 0) {
      int end = line.indexOf(')', data);
      kept.append(line, from, data).append(INLINE_DATA);
      from = end < 0 ? line.length() : end;
      data = line.indexOf(INLINE_DATA, from);
    }
    return kept.append(line.substring(from)).toString();
  }

  /**
   * Spaces and tabs carry meaning before an item's text; other white space at a line's start none.
   */
  private static String withoutWideIndent(String raw) {
    int from = 0;
    boolean plain = true;
    while (from < raw.length() && Glyph.isTrimmed(raw.charAt(from))) {
      plain &= raw.charAt(from) == ' ' || raw.charAt(from) == '\t';
      from++;
    }
    if (!plain || from == raw.length()) {
      return raw.substring(from);
    }
    return from <= WIDEST_INDENT ? raw : raw.substring(from - WIDEST_INDENT);
  }
}
