package org.yujian.body;

import java.util.regex.Pattern;

/**
 * Comments that {@link MarkdownHtml} writes into HTML to pass on line numbers, item markers and
 * underlined headings. Authors cannot forge them, because {@link MarkdownLines} removes control
 * characters.
 */
final class LineMarks {

  private static final char MARK = '\u0001';
  private static final char UNDERLINED = '_';

  /** Written after a line end inside a block. */
  static final String NEXT_LINE = "<!--" + MARK + "-->";

  private static final Pattern MARKS = Pattern.compile("<!--" + MARK + "[^>]*-->");

  private LineMarks() {}

  static String at(int line) {
    return "<!--" + MARK + line + "-->";
  }

  static String underlined(int line) {
    return "<!--" + MARK + line + UNDERLINED + "-->";
  }

  static String item(int line, String marker) {
    return "<!--" + MARK + line + " " + marker + "-->";
  }

  /** Removes marks from text in which HTML does not recognize comments. */
  static String without(String text) {
    return text.indexOf(MARK) < 0 ? text : MARKS.matcher(text).replaceAll("");
  }

  static boolean isMark(String comment) {
    return !comment.isEmpty() && comment.charAt(0) == MARK;
  }

  /** Applies a mark; false for any other comment. */
  static boolean read(String comment, MarkedWords words, BlockFlow flow) {
    if (!isMark(comment)) {
      return false;
    }
    if (comment.length() == 1) {
      words.line(words.line() + 1);
      return true;
    }
    int space = comment.indexOf(' ');
    boolean underlined = comment.charAt(comment.length() - 1) == UNDERLINED;
    int end = space > 0 ? space : comment.length() - (underlined ? 1 : 0);
    words.line(Integer.parseInt(comment.substring(1, end)));
    if (space > 0) {
      flow.marker(comment.substring(space + 1));
    } else if (underlined) {
      flow.underline();
    }
    return true;
  }
}
