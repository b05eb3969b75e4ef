package org.yujian.ingest.healing;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import org.yujian.ingest.healing.SourceLine.Form;
import org.yujian.shared.text.Glyph;

/**
 * Finds verse: four or more lines in sequence of at most 20 characters, without items or labels, of
 * which only the last may end a sentence. Runs before anything is joined.
 */
final class Verse {

  private static final int LEAST_LINES = 4;
  private static final int LONGEST_LINE = 20;

  private static final Pattern COUPLET =
      Pattern.compile("(?:\\p{IsHan}{5}[，,]\\p{IsHan}{5}|\\p{IsHan}{7}[，,]\\p{IsHan}{7})[。！？；]");

  private final List<SourceLine> marked;
  private final List<Integer> run = new ArrayList<>();
  private final PageLayout layout;
  private int groups;

  private Verse(List<SourceLine> lines, PageLayout layout) {
    this.layout = layout;
    this.marked = new ArrayList<>(lines);
  }

  /** Marks verse; lines as wide as the page are cut prose, not verse. */
  static List<SourceLine> mark(List<SourceLine> lines, PageLayout layout) {
    Verse verse = new Verse(lines, layout);
    SourceLine before = null;
    for (int i = 0; i < lines.size(); i++) {
      SourceLine line = lines.get(i);
      if (line.isBetween()) {
        continue;
      }
      if (isInsideNumber(before, line.text()) && !verse.run.isEmpty()) {
        verse.run.remove(verse.run.size() - 1);
      }
      if (!isVerseLine(line, before)
          || layout.isFull(line.text())
          || (verse.run.isEmpty() && (isCut(before) || isFull(before, layout)))) {
        verse.end();
      } else {
        verse.run.add(i);
        if (Sentence.isEnded(line.text())) {
          verse.end();
        }
      }
      before = line;
    }
    verse.end();
    return verse.marked;
  }

  private static boolean isFull(SourceLine line, PageLayout layout) {
    return line != null && layout.isFull(line.text()) && !Sentence.isEnded(line.text());
  }

  private void end() {
    if (run.size() >= LEAST_LINES || isCouplet()) {
      groups++;
      run.forEach(i -> marked.set(i, marked.get(i).as(Form.VERSE, groups)));
    }
    run.clear();
  }

  /** Whether the run is two lines of an old poem, directly below each other. */
  private boolean isCouplet() {
    if (run.size() != 2) {
      return false;
    }
    SourceLine first = marked.get(run.get(0));
    SourceLine second = marked.get(run.get(1));
    return COUPLET.matcher(first.text() + second.text()).matches()
        && (first.text().length() == second.text().length())
        && !layout.isApart(first, second, 0);
  }

  /** Whether the line may belong to a verse: short, no item, label, row, date or torn prose. */
  private static boolean isVerseLine(SourceLine line, SourceLine before) {
    String text = line.text();
    return line.form() == Form.TEXT
        && isShort(text)
        && !isTornProse(text)
        && text.indexOf('：') < 0
        && !Seam.endsInWord(text)
        && !isPoint(text)
        && !isInsideNumber(before, text)
        && !Shape.isBracketed(text)
        && ItemMarker.of(text) == null
        && Shape.ordinalLevel(text) == 0
        && !Formula.isClosing(text)
        && !Shape.isLabel(text)
        && !Shape.isRow(text)
        && !Shape.isCaption(text)
        && !Shape.isDate(text);
  }

  private static boolean endsInColon(String text) {
    int last = Glyph.last(text);
    return last == '：' || last == ':';
  }

  /** Whether the line is a point (一是文明养犬，出门牵绳；), not a line of a rhyme (一要勤洗手). */
  private static boolean isPoint(String text) {
    return Enumeration.of(text) != null && (text.indexOf('，') >= 0 || text.endsWith("；"));
  }

  /** Whether a number was cut between the lines: 812. | 6亿元. */
  private static boolean isInsideNumber(SourceLine before, String text) {
    return before != null && before.form() == Form.TEXT && Seam.isNumberCut(before.text(), text);
  }

  /**
   * Whether the paragraph is unfinished, so that a short line after it is its second half. A line
   * that only closes a bracket proves nothing; the next pass reads it with the paragraph.
   */
  static boolean isCut(SourceLine before) {
    if (before == null || before.form() != Form.TEXT) {
      return false;
    }
    String text = before.text();
    boolean paragraph = !isShort(text) || (isTornProse(text) && bracketDepth(text) >= 0);
    return paragraph
        && !Sentence.isEnded(text)
        && !endsInColon(text)
        && ItemMarker.of(text) == null
        && Shape.ordinalLevel(text) == 0
        && !Shape.isLabel(text)
        && !Shape.isRow(text)
        && !Shape.isCaption(text);
  }

  /**
   * Whether the text is prose that was cut twice within a few characters: unlike verse it continues
   * after a full stop, is cut inside brackets, or begins in the middle of a sentence.
   */
  private static boolean isTornProse(String text) {
    String words = withoutByline(text);
    int stop = words.indexOf('。');
    boolean goesOn =
        stop >= 0 && !Sentence.isEnded(words.substring(stop)) && stop < words.length() - 1;
    return goesOn || bracketDepth(words) != 0 || Glyph.isNeverFirst(words.codePointAt(0));
  }

  /** Number of open brackets; negative as soon as one closes that was not open. */
  private static int bracketDepth(String words) {
    int depth = 0;
    for (int i = 0; i < words.length() && depth >= 0; i++) {
      depth += Glyph.isOpeningBracket(words.charAt(i)) ? 1 : 0;
      depth -= Glyph.isClosingBracket(words.charAt(i)) ? 1 : 0;
    }
    return depth;
  }

  static boolean isShort(String text) {
    return Glyph.isAtMost(withoutByline(text), LONGEST_LINE);
  }

  /** The line without its byline, which is removed later and must not change decisions. */
  static String withoutByline(String text) {
    String line = text;
    for (int bracket = Sentence.openingBracket(line);
        bracket > 0 && Sentence.isEnded(line.substring(0, bracket));
        bracket = Sentence.openingBracket(line)) {
      line = line.substring(0, bracket);
    }
    return line;
  }
}
