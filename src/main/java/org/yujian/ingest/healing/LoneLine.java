package org.yujian.ingest.healing;

import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.yujian.shared.text.Glyph;

/**
 * Rule 4b: a short line without punctuation at its end and without a sign of a cut is complete (a
 * heading without a number, an item without a marker, a name), and the next line does not continue
 * it. Called for each line of prose that could be joined to the one before it.
 */
final class LoneLine {

  /** Columns up to which a line may be complete; longer lines are sentences. */
  private static final int SHORT = 60;

  /** Columns from which a line with a pause is longer than a slogan. */
  private static final int LONG = 48;

  /** Maximum length of the last words of a sentence, with their full stop. */
  private static final int TAIL = 8;

  /** Sentences are longer. */
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

  /**
   * @param open the prose before {@code next}, without punctuation at its end
   * @param ahead the lines after {@code next}
   */
  static boolean isComplete(Passage open, SourceLine next, Ahead ahead, PageLayout layout) {
    CharSequence text = Tear.end(open.text());
    // The byline is removed from the text later, so it must not change the decision.
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

  /** …如下, a credit and a label of one character never continue, however they end. */
  private static boolean isAlone(CharSequence text) {
    return AS_FOLLOWS.matcher(text).find()
        || CREDIT.matcher(text).matches()
        || ONE_LETTER_LABEL.matcher(text).matches();
  }

  /** Too long for a heading, torn, as wide as the page, or without the last words of a sentence. */
  private static boolean isCut(Passage open, CharSequence text, String right, PageLayout layout) {
    return !isShort(open.text())
        || open.isPlainlyContinuedBy(right)
        || Tear.isBetween(text, right)
        || layout.isFull(open.last().text())
        || PageLayout.areWrapped(text, right)
        || (isTail(text, right) && PageLayout.columns(right) <= PageLayout.columns(text));
  }

  /** A heading before a sentence: the line has no pause, or has two halves, and was not cut. */
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

  /** Begins like a sentence (为… 近日，…), not like a heading. */
  private static boolean isBegun(CharSequence text) {
    return Opening.OF_SENTENCE.matcher(text).lookingAt()
        || Shape.isClauseBegun(text)
        || (Sentence.holdsPause(text) && (Opening.isIn(text) || PageLayout.columns(text) >= LONG));
  }

  /**
   * Rows of one list: both begin with digits in the same pattern and the same word (09.20 …, [1] …,
   * 17路 …), or both are two words.
   */
  private static boolean isParallel(String line, String right) {
    String pattern = digitPattern(line);
    return (!pattern.isEmpty() && pattern.equals(digitPattern(right)))
        || (TWO_WORDS.matcher(line).matches() && TWO_WORDS.matcher(right).matches());
  }

  private static String digitPattern(String line) {
    Matcher digits = LEADING_DIGITS.matcher(line);
    return digits.lookingAt() ? digits.group().replaceAll("\\d+", "9").strip() : "";
  }

  /** A heading or slogan of two halves: 三颗心脏，一身蓝血. */
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

  /** The last few words, or the house number, that complete {@code line}. */
  private static boolean isTail(CharSequence line, String text) {
    boolean house = HOUSE_NUMBER.matcher(text).matches() && STREETS.indexOf(Glyph.last(line)) >= 0;
    return house || isTail(text);
  }

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

  /** Ends or contains a sentence, or continues in the next line. */
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
