package org.yujian.ingest;

import java.util.ArrayList;
import java.util.List;
import org.yujian.ingest.SourceLine.Form;
import org.yujian.shared.text.Glyph;

/**
 * Rule 4a, verse: four or more lines of at most 20 characters in a row, no items or labels, of
 * which only the last may end a sentence. Found before anything is joined; each run gets its own
 * group.
 */
final class Verse {

  private static final int LEAST_LINES = 4;
  private static final int LONGEST_LINE = 20;

  private final List<SourceLine> marked;
  private final List<Integer> run = new ArrayList<>();
  private int groups;

  private Verse(List<SourceLine> lines) {
    this.marked = new ArrayList<>(lines);
  }

  static List<SourceLine> mark(List<SourceLine> lines) {
    Verse verse = new Verse(lines);
    boolean first = true;
    for (int i = 0; i < lines.size(); i++) {
      SourceLine line = lines.get(i);
      if (line.isBetween()) {
        continue;
      }
      if (!isVerseLine(line, first)) {
        verse.end();
      } else {
        verse.run.add(i);
        if (Sentence.isEnded(line.text())) {
          verse.end();
        }
      }
      first = false;
    }
    verse.end();
    return verse.marked;
  }

  private void end() {
    if (run.size() >= LEAST_LINES) {
      groups++;
      run.forEach(i -> marked.set(i, marked.get(i).as(Form.VERSE, groups)));
    }
    run.clear();
  }

  private static boolean isVerseLine(SourceLine line, boolean first) {
    String text = line.text();
    return line.form() == Form.TEXT
        && isShort(text)
        && !isTornProse(text)
        && !(first && Shape.isAddressee(text))
        && !Shape.isBracketed(text)
        && ItemMarker.of(text) == null
        && Shape.headingLevel(text) == 0
        && !Shape.isLabel(text)
        && !Shape.isRow(text)
        && !Shape.isCaption(text)
        && !Shape.isDate(text);
  }

  /**
   * Prose that was cut twice in a short space looks like verse, but unlike a line of verse it goes
   * on behind a full stop, is torn inside brackets, or begins in the middle.
   */
  private static boolean isTornProse(String text) {
    String words = withoutByline(text);
    int stop = words.indexOf('。');
    boolean goesOn =
        stop >= 0 && !Sentence.isEnded(words.substring(stop)) && stop < words.length() - 1;
    return goesOn || hasOddBracket(words) || Glyph.isNeverFirst(words.codePointAt(0));
  }

  private static boolean hasOddBracket(String words) {
    int depth = 0;
    for (int i = 0; i < words.length() && depth >= 0; i++) {
      depth += Glyph.isOpeningBracket(words.charAt(i)) ? 1 : 0;
      depth -= Glyph.isClosingBracket(words.charAt(i)) ? 1 : 0;
    }
    return depth != 0;
  }

  static boolean isShort(String text) {
    return Glyph.isAtMost(withoutByline(text), LONGEST_LINE);
  }

  /** The byline behind the last line leaves it, so it does not make the line longer. */
  private static String withoutByline(String text) {
    int bracket = Sentence.openingBracket(text);
    return bracket > 0 && Sentence.endsBefore(text, bracket) ? text.substring(0, bracket) : text;
  }
}
