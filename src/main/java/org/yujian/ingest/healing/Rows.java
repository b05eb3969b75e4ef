package org.yujian.ingest.healing;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import org.yujian.ingest.healing.SourceLine.Form;
import org.yujian.shared.text.Glyph;

/** Finds rows without bars: two or more lines that begin with a time or have several spaces. */
final class Rows {

  private static final int LEAST_LINES = 2;
  private static final int LEAST_SPACES = 3;
  private static final int LONGEST = 80;

  private static final String DIGITS = "[0-9０-９]{1,2}";

  private static final Pattern TIME =
      Pattern.compile(
          "[（(]?(?:上午|下午|中午|晚上|早上|早晨|傍晚|凌晨|夜[间間])?"
              + Label.SPACE
              + "?(?:D[:：][0-9０-９]{2}|(?:D|[一二三四五六七八九十]{1,3})(?:[时時](?!候|[间間代期节節刻])|[点點](?![一二三]?[是个個])))"
                  .replace("D", DIGITS));

  /** 第一章 总则…………3 */
  private static final Pattern LEADERS =
      Pattern.compile(".*(?:…{2,}|\\.{4,}|·{4,}|．{4,}) ?[0-9]{1,4}");

  private static final Pattern PRICED =
      Pattern.compile(
          "(?!\\d)[^ \\u3000]{1,10}(?:[ \\u3000\\u00A0]+[^ \\u3000]{1,10}){0,3}[ \\u3000\\u00A0]+"
              + "[^ \\u3000\\d]{0,4}\\d[\\d.,]*[^ \\u3000]{0,8}");

  private final List<SourceLine> marked;
  private final List<Integer> run = new ArrayList<>();

  /** Index of the line before the run, which may be its header; -1 without. */
  private int header = -1;

  private Rows(List<SourceLine> lines) {
    this.marked = new ArrayList<>(lines);
  }

  static List<SourceLine> mark(List<SourceLine> lines) {
    Rows rows = new Rows(lines);
    for (int i = 0; i < lines.size(); i++) {
      SourceLine line = lines.get(i);
      if (line.isBetween()) {
        continue;
      }
      SourceLine before = rows.header < 0 ? null : lines.get(rows.header);
      boolean half = rows.run.isEmpty() && isCut(before) && !isSpaced(line.text());
      if (isRow(line) && !half) {
        rows.run.add(i);
      } else {
        rows.end();
        rows.header = i;
      }
    }
    rows.end();
    return rows.marked;
  }

  /** Whether a sentence was cut before a time: 近日，会议于上午 | 9：30召开. */
  private static boolean isCut(SourceLine before) {
    if (Verse.isCut(before)) {
      return true;
    }
    return before != null
        && before.form() == Form.TEXT
        && before.text().indexOf('，') >= 0
        && !Sentence.isEnded(before.text())
        && !Shape.endsInColon(before.text())
        && ItemMarker.of(before.text()) == null
        && !Shape.isLabel(before.text());
  }

  private void end() {
    if (run.size() >= LEAST_LINES) {
      run.forEach(i -> marked.set(i, marked.get(i).as(Form.ROW, 0)));
      if (header >= 0 && isHeader(marked.get(header))) {
        marked.set(header, marked.get(header).as(Form.ROW, 0));
      }
    }
    run.clear();
  }

  private static boolean isRow(SourceLine line) {
    if (line.form() != Form.TEXT || hasLink(line) || line.text().length() > LONGEST) {
      return false;
    }
    String text = line.text();
    if (Shape.isDate(text) || Shape.isCaption(text) || Shape.isRow(text)) {
      return false;
    }
    if (LEADERS.matcher(text).matches()) {
      return true;
    }
    if (ItemMarker.of(text) != null || Label.name(text) != null || isSentence(text)) {
      return false;
    }
    return TIME.matcher(text).lookingAt() || isSpaced(text) || isPriced(text);
  }

  /** Cells of a row that is made from a line keep no link. */
  private static boolean hasLink(SourceLine line) {
    return line.spans().stream().anyMatch(span -> span.href() != null);
  }

  /** Whether the line has short words with spaces and a number: 大白菜 1.2元/公斤. */
  private static boolean isPriced(String text) {
    return PRICED.matcher(text).matches()
        && text.codePoints().anyMatch(Glyph::isHan)
        && text.chars().noneMatch(c -> "，。；：、！？".indexOf(c) >= 0);
  }

  /** Whether the line has column names: words with spaces, without punctuation. */
  private static boolean isHeader(SourceLine line) {
    String text = line.text();
    return line.form() == Form.TEXT
        && !hasLink(line)
        && Glyph.isAtMost(text, Shape.SHORT)
        && text.codePoints().anyMatch(Glyph::isTrimmed)
        && text.codePoints().noneMatch(c -> Glyph.isPunctuation(c) && "（）()/".indexOf(c) < 0)
        && ItemMarker.of(text) == null
        && !Shape.isDate(text);
  }

  private static boolean isSentence(String text) {
    int last = Glyph.last(text);
    return text.indexOf('。') >= 0 || last == '，' || last == '、' || last == '；' || last == '：';
  }

  /** Whether spaces separate cells; spaces between Latin words or all characters (OCR) do not. */
  private static boolean isSpaced(String text) {
    int spaces = 0;
    int words = 1;
    int single = 0;
    int wide = 0;
    int begin = 0;
    for (int i = 0; i < text.length(); i++) {
      if (!Glyph.isTrimmed(text.charAt(i))) {
        continue;
      }
      single += i - begin == 1 ? 1 : 0;
      int end = i;
      while (end < text.length() && Glyph.isTrimmed(text.charAt(end))) {
        end++;
      }
      // Spaces at the ends of a line, which Markdown may leave, separate nothing.
      boolean apart =
          i > 0
              && end < text.length()
              && !(Glyph.isLatin(text.charAt(i - 1)) && Glyph.isLatin(text.charAt(end)));
      spaces += apart ? end - i : 0;
      wide += apart && (end - i > 1 || text.charAt(i) == '\u3000') ? 1 : 0;
      words++;
      begin = end;
      i = end;
    }
    boolean pause = text.indexOf('，') >= 0 || text.indexOf('；') >= 0;
    boolean torn = wide == 0 && 2 * single > words;
    return spaces >= LEAST_SPACES
        && !torn
        && (!pause || wide > 1)
        && text.codePoints().anyMatch(Glyph::isHan);
  }

  /** The cells: time and rest, or the parts between wide gaps or else all spaces. */
  static List<String> cells(String text) {
    var time = TIME.matcher(text);
    if (time.lookingAt() && !isSpaced(text)) {
      int end = time.end();
      int space = end;
      while (space < text.length() && !Glyph.isTrimmed(text.charAt(space))) {
        space++;
      }
      int cut = space < text.length() ? space : end;
      String rest = Glyph.trim(text.substring(cut));
      return rest.isEmpty() ? List.of(text) : List.of(text.substring(0, cut), rest);
    }
    boolean wide = text.contains("  ") || text.indexOf('\u3000') >= 0;
    return List.of(text.split(wide ? "[ \\u00A0]{2,}|\\u3000+" : "[ \\u3000\\u00A0]+"));
  }
}
