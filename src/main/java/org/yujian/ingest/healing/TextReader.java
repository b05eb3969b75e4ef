package org.yujian.ingest.healing;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.yujian.media.Picture;
import org.yujian.shared.text.Glyph;

/** Reads plain text, in which {@code #} marks titles; each line that is not blank is a block. */
final class TextReader {

  private static final int LONGEST_PICTURE = 2_000;

  /** The end of a page: a drawn rule or a page number. */
  private static final Pattern PAGE_BREAK =
      Pattern.compile(
          "[-=_*~]{3,}|(?:[-*_] ){2,}[-*_]|—{3,}|─{3,}"
              + "|([-—–·•]) ?\\d{1,4} ?\\1|\\d{1,3} / \\d{1,3}"
              + "|第 ?\\d{1,4} ?[页頁](?:[ ，,/]?\\(?（?共 ?\\d{1,4} ?[页頁]\\)?）?)?");

  private static final int LONGEST_PAGE_BREAK = 200;

  /** Text that exports leave in place of a picture. */
  private static final Pattern PICTURE =
      Pattern.compile(
          "!\\[([^\\]]*)\\]\\(<?([^\\s()<>]+)>?\\)|[\\[【（(](?:[图圖]片|[图圖]|image|picture)[\\]】）)]");

  private TextReader() {}

  static Source read(String text) {
    List<SourceLine> lines = new ArrayList<>();
    RawLines.Noted noted =
        RawLines.read(
            text,
            piece -> {
              String words = Glyph.trim(piece.text());
              if (piece.pageBreak()) {
                lines.add(SourceLine.pageBreak(piece.line()));
              } else if (!words.isEmpty()) {
                lines.add(block(piece.line(), words));
              }
            });
    return new Source(lines, noted, List.of(), null, List.of());
  }

  static SourceLine block(int number, String text) {
    if (isPageBreak(text)) {
      return SourceLine.pageBreak(number);
    }
    int marks = HeadingMarks.count(text);
    if (marks == 0) {
      return picture(number, text);
    }
    String words = Glyph.trim(text.substring(marks));
    return marks == 1
        ? SourceLine.title(number, words)
        : SourceLine.heading(number, marks, words, List.of());
  }

  private static SourceLine picture(int number, String text) {
    Matcher matcher =
        text.length() <= LONGEST_PICTURE && "![【（(".indexOf(text.charAt(0)) >= 0
            ? PICTURE.matcher(text)
            : null;
    if (matcher == null || !matcher.matches()) {
      return SourceLine.text(number, text);
    }
    if (matcher.group(2) == null) {
      return SourceLine.placeholder(number);
    }
    String alt = matcher.group(1).isEmpty() ? null : matcher.group(1);
    return SourceLine.picture(number, Picture.at(matcher.group(2), alt));
  }

  static boolean isPageBreak(String text) {
    return text.length() <= LONGEST_PAGE_BREAK && PAGE_BREAK.matcher(text).matches();
  }
}
