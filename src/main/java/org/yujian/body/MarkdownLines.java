package org.yujian.body;

import java.util.ArrayList;
import java.util.List;
import org.commonmark.node.Node;
import org.commonmark.node.SourceSpan;
import org.yujian.shared.text.Glyph;

/**
 * Prepares the lines of a Markdown document for the parser: trims white space that Markdown does
 * not know, and escapes what is expensive to parse ({@link CalmMarkdown}). Keeps the line number of
 * each line in the file.
 */
public final class MarkdownLines {

  /** Maximum number of lines; beyond it the syntax tree alone takes hundreds of megabytes. */
  public static final int MOST = 250_000;

  private static final int WIDEST_INDENT = 40;
  private static final String INLINE_DATA = "](data:";

  /** Text for the parser, with the document's line number for each of its lines. */
  record Prepared(String text, List<Integer> numbers, YamlFrontMatter frontMatter) {

    int line(Node block) {
      List<SourceSpan> spans = block.getSourceSpans();
      return spans.isEmpty() || numbers.isEmpty() ? 1 : numbers.get(spans.get(0).getLineIndex());
    }

    /** The same lines, of which some have other text. */
    Prepared withText(String changed) {
      return new Prepared(changed, numbers, frontMatter);
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
    // Consecutive blank lines mean the same as one.
    if (!line.isEmpty() || !lines.isEmpty() && !lines.get(lines.size() - 1).isEmpty()) {
      lines.add(line);
      numbers.add(number);
    }
  }

  public int size() {
    return lines.size();
  }

  Prepared prepared() {
    YamlFrontMatter frontMatter = YamlFrontMatter.of(lines, numbers);
    int from = frontMatter == null ? 0 : frontMatter.length();
    List<String> kept = new ArrayList<>();
    lines.subList(from, lines.size()).forEach(line -> kept.add(CalmMarkdown.shallow(line)));
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

  /** Removes pictures embedded as {@code data:} URLs, which would exceed any limit on text. */
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

  /** Limits indentation by spaces and tabs, which is significant; trims other white space. */
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
