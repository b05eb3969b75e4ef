package org.yujian.ingest;

import java.util.ArrayList;
import java.util.List;

/**
 * Rule 1, second half, and rule 3's marks, for plain text: each line that is not blank is a block.
 */
final class TextReader {

  private final List<SourceLine> lines = new ArrayList<>();
  private final List<Integer> whitespaceOnly = new ArrayList<>();

  static Source read(String text) {
    TextReader reader = new TextReader();
    int number = 1;
    int from = 0;
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      if (c == '\n' || c == '\r') {
        reader.line(number++, text.substring(from, i));
        if (c == '\r' && i + 1 < text.length() && text.charAt(i + 1) == '\n') {
          i++;
        }
        from = i + 1;
      }
    }
    reader.line(number, text.substring(from));
    return new Source(reader.lines, reader.whitespaceOnly);
  }

  private void line(int number, String raw) {
    int from = 0;
    int before = lines.size();
    for (int i = 0; i < raw.length(); i++) {
      if (isInnerBreak(raw.charAt(i))) {
        piece(number, raw.substring(from, i));
        if (raw.charAt(i) == '\f') {
          lines.add(SourceLine.pageBreak(number));
        }
        from = i + 1;
      }
    }
    piece(number, from == 0 ? raw : raw.substring(from));
    if (lines.size() == before && !raw.isEmpty()) {
      whitespaceOnly.add(number);
    }
  }

  /**
   * Word processors write these for a page's or a line's end; editors do not count them as lines.
   */
  private static boolean isInnerBreak(char c) {
    return c == '\f' || c == '\u000B' || c == '\u2028' || c == '\u2029' || c == '\u0085';
  }

  private void piece(int number, String raw) {
    String text = Glyph.trim(withoutControls(raw));
    if (!text.isEmpty()) {
      lines.add(block(number, text));
    }
  }

  /** Controls are not text, and feeds (XML) cannot carry them. */
  static String withoutControls(String raw) {
    for (int i = 0; i < raw.length(); i++) {
      if (Character.isISOControl(raw.charAt(i)) && raw.charAt(i) != '\t') {
        StringBuilder kept = new StringBuilder(raw.length());
        raw.chars()
            .filter(c -> c == '\t' || !Character.isISOControl(c))
            .forEach(c -> kept.append((char) c));
        return kept.toString();
      }
    }
    return raw;
  }

  private static SourceLine block(int number, String text) {
    int marks = 0;
    while (marks < text.length() && isHash(text.charAt(marks))) {
      marks++;
    }
    // A topic (#豫园#) has no space behind its mark; more than six marks are no heading anywhere.
    boolean marked =
        marks > 0 && marks <= 6 && (marks == text.length() || Glyph.isTrimmed(text.charAt(marks)));
    if (!marked) {
      return SourceLine.text(number, text);
    }
    String words = Glyph.trim(text.substring(marks));
    return marks == 1
        ? SourceLine.title(number, words)
        : SourceLine.heading(number, marks, words, List.of());
  }

  private static boolean isHash(char c) {
    return c == '#' || c == '＃';
  }
}
