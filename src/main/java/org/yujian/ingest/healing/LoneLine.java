package org.yujian.ingest.healing;

import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.yujian.shared.text.Glyph;

/**
 * Decides whether a short line without punctuation at its end is complete: a heading, an item or a
 * name that the next line does not continue. Any sign of a cut speaks against that.
 */
final class LoneLine {

  /** Columns up to which a line may be complete; longer lines are sentences. */
  private static final int SHORT = 60;

  /** Columns from which a line with a pause is no slogan. */
  private static final int LONG = 48;

  /** Maximum length of the last words of a sentence, with their full stop. */
  private static final int TAIL = 8;

  /** Maximum length of a rest with words that could open a paragraph. */
  private static final int WORD = 4;

  /** Maximum length of a heading before a blank line or picture. */
  private static final int HEADING = 16;

  /** A number with punctuation, or with the character or space after it. */
  private static final Pattern LEADING_DIGITS =
      Pattern.compile(
          "[\\[（(]?\\d+[.:：/—–\\-\\])）][\\d.:：/—–\\-\\])）]*|\\d{1,4}(?:\\p{IsHan}|[ \\u3000]+(?=\\S))");

  private static final Pattern TWO_WORDS =
      Pattern.compile("\\p{IsHan}{1,8}[ \\u3000]+[\\p{IsHan}\\d]{1,6}");

  private static final Pattern HOUSE_NUMBER = Pattern.compile("\\d{1,5}[号號弄室]");
  private static final String STREETS = "路街弄巷道段";

  private static final Pattern AS_FOLLOWS = Pattern.compile("如下[：:]?$");

  /** 文 / 本报记者 席微 */
  private static final Pattern CREDIT =
      Pattern.compile("(?:[文图圖摄攝编編校]|[采採][写寫访訪]|[撰整]?[稿理])+ ?[/／|丨] ?.{2,20}");

  /** 词：佚名 */
  private static final Pattern ONE_LETTER_LABEL = Pattern.compile("\\p{IsHan}[：:].{1,12}");

  /** 他的回答是：我们到场 */
  private static final Pattern IS = Pattern.compile("[是为為][：:]$");

  private LoneLine() {}

  /** Whether {@code next}, followed by {@code ahead}, does not continue the prose {@code open}. */
  static boolean isComplete(Passage open, SourceLine next, Ahead ahead, PageLayout layout) {
    CharSequence text = Tear.end(open.text());
    // Without the byline, which is removed later and must not change the decision.
    String right = Verse.withoutByline(next.text());
    if (Glyph.isNeverFirst(right.codePointAt(0))) {
      return false;
    }
    if (Shape.isBlockStart(right) || isParallel(open.first().text(), right) || isAlone(text)) {
      return true;
    }
    boolean gap = layout.isApart(open.last(), next.begin(), ahead.captionsBefore());
    if (Shape.endsInColon(text)) {
      boolean sentence = gap && isSentence(next, ahead);
      return !(sentence || opensQuotation(right) || IS.matcher(text).find());
    }
    if (isCut(open, text, right, layout)) {
      return false;
    }
    if (Shape.endsInColon(right)) {
      return !open.isCutBeforeLead(right);
    }
    if (Opening.OF_SENTENCE.matcher(text).lookingAt() && Sentence.holdsPause(text)) {
      return false;
    }
    return !isSentence(next, ahead) || isHeading(text, right, gap, ahead.isBehindPicture());
  }

  /** Whether the line never continues: …如下, a credit, or a label of one character. */
  private static boolean isAlone(CharSequence text) {
    return AS_FOLLOWS.matcher(text).find()
        || CREDIT.matcher(text).matches()
        || ONE_LETTER_LABEL.matcher(text).matches();
  }

  /** Whether the line was cut: too long for a heading, torn, as wide as the page, before a rest. */
  private static boolean isCut(Passage open, CharSequence text, String right, PageLayout layout) {
    return !isShort(open.text())
        || open.isPlainlyContinuedBy(right)
        || Tear.isBetween(text, right)
        || layout.isFull(open.last().text())
        || PageLayout.areWrapped(text, right)
        || (isTail(text, right) && PageLayout.columns(right) <= PageLayout.columns(text));
  }

  /** Whether the line is a heading before a sentence: it has no pause, or two equal halves. */
  private static boolean isHeading(
      CharSequence text, String right, boolean gap, boolean behindPicture) {
    if (isBegun(text)) {
      return false;
    }
    boolean sentence = Sentence.holdsPause(text) && !isCouplet(text);
    if (Opening.isIn(right)) {
      return !(sentence && gap && behindPicture);
    }
    return !sentence && !(gap && !Glyph.isAtMost(text, behindPicture ? TAIL : HEADING));
  }

  /** Whether the line begins like a sentence (为… 近日，…), not like a heading. */
  private static boolean isBegun(CharSequence text) {
    return Opening.OF_SENTENCE.matcher(text).lookingAt()
        || Shape.isClauseBegun(text)
        || (Sentence.holdsPause(text) && (Opening.isIn(text) || PageLayout.columns(text) >= LONG));
  }

  /** Whether both are rows of a list: equal digit patterns (09.20 …, [1] …, 17路 …) or two words. */
  private static boolean isParallel(String line, String right) {
    String pattern = digitPattern(line);
    return (!pattern.isEmpty() && pattern.equals(digitPattern(right)))
        || (TWO_WORDS.matcher(line).matches() && TWO_WORDS.matcher(right).matches());
  }

  private static String digitPattern(String line) {
    Matcher digits = LEADING_DIGITS.matcher(line);
    return digits.lookingAt() ? digits.group().replaceAll("\\d+", "9").strip() : "";
  }

  /** Whether the line is a heading of two halves: 三颗心脏，一身蓝血. */
  private static boolean isCouplet(CharSequence text) {
    int pause = text.toString().indexOf('，');
    return Glyph.isAtMost(text, HEADING)
        && pause > 2
        && Math.abs(text.length() - 1 - 2 * pause) <= 1
        && !Opening.isIn(text)
        && !Sentence.holds(text, "。！？；、");
  }

  private static boolean opensQuotation(String text) {
    return "“「『\"＂‘".indexOf(text.charAt(0)) >= 0;
  }

  /** Whether the text completes {@code line}: a sentence's last words, or a house number. */
  private static boolean isTail(CharSequence line, String text) {
    boolean house = HOUSE_NUMBER.matcher(text).matches() && STREETS.indexOf(Glyph.last(line)) >= 0;
    return house || isTail(text);
  }

  /** Whether the text may be the last words of a sentence: short, with its full stop. */
  private static boolean isTail(String next) {
    String text = Verse.withoutByline(next);
    return Glyph.isAtMost(text, TAIL)
        && (Sentence.isEnded(text) || text.endsWith("；"))
        && text.indexOf('，') < 0
        && (Glyph.isAtMost(text, WORD) || !Opening.isIn(text));
  }

  private static boolean isShort(CharSequence text) {
    return text.length() <= SHORT && PageLayout.columns(text) <= SHORT;
  }

  /** Whether the line ends or contains a sentence, or continues in the next line. */
  private static boolean isSentence(SourceLine line, Ahead ahead) {
    String text = Verse.withoutByline(line.text());
    if (Sentence.isIn(text) || !isShort(text)) {
      return true;
    }
    SourceLine after = ahead.next();
    return after != null
        && after.form() == SourceLine.Form.TEXT
        && (Seam.neverEndsBlock(text)
            || Tear.isBetween(text, after.text())
            || isTail(after.text())
            || "，、".indexOf(Glyph.last(text)) >= 0);
  }
}
