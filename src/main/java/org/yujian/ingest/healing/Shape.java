package org.yujian.ingest.healing;

import java.text.Normalizer;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.yujian.shared.text.Glyph;

/** Classifies a line by its own text, without its neighbors. */
final class Shape {

  /** Maximum length of an addressee, signature and guessed heading. */
  static final int SHORT = 30;

  /** Maximum length of 第三条 适用范围 without a sentence. */
  private static final int CLAUSE_TITLE = 14;

  private static final int LONGEST_DATE = 40;

  /** Length of ㋃㏤, which is 4月5日. */
  private static final int SHORTEST_DATE = 2;

  private static final Pattern BLANKS = Pattern.compile("\\s+");
  private static final String SPACE = Label.SPACE;

  private static final Pattern CAPTION =
      Pattern.compile(
          "[（(]?[图圖][为為]|(?:[剧劇]照|[资資]料[图圖]|效果[图圖]|示意[图圖])[：:]|[▲△▼▽◀◁▶▷↑↓]"
              + "|[（(]?(?:[摄攝]影(?:[师師])?|[摄攝]|供[图圖]|[图圖]源|[图圖]片?(?:[来來]源|提供)?|[文图圖][/／][文图圖])"
              + SPACE
              + "{0,4}[：:/／丨]"
              + "|[图圖]"
              + SPACE
              + "?[0-9①-⑨一二三四五六七八九十]{1,2}[：: \\t\\u3000\\u00A0]");

  private static final Pattern TOPIC = Pattern.compile("#[^#\\s]{1,20}#");

  /** 骆山在窑口（受访者供图） */
  private static final Pattern CREDIT = Pattern.compile("[（(][^（）()]{1,12}(?:供[图圖]|提供|[摄攝])[）)]$");

  private static final Pattern CHAPTER =
      Pattern.compile("第[〇零一二三四五六七八九十百0-9]{1,4}(?:章|(?:[节節编編篇]|部分)(?:[ \\t\\u3000\\u00A0]|$))");

  private static final Pattern CLAUSE =
      Pattern.compile("第[〇零一二三四五六七八九十百0-9]{1,4}[条條款][ \\t\\u3000\\u00A0]?");

  private static final String HAN_NUMBER = "[〇○零一二三四五六七八九十廿卅]";
  private static final Pattern DATE =
      Pattern.compile(
          "\\(?(?:"
              + "(?:(?:中[华華])?民[国國]\\d{1,3}|\\d{4})年\\d{1,2}月(?:\\d{1,2}[日号號])?"
              + "|\\d{1,2}月\\d{1,2}[日号號]"
              + "|\\d{4}([-./])\\d{1,2}\\1\\d{1,2}"
              + "|(?:(?:中[华華])?民[国國](?:元|[百HAN]{1,6})|HAN{4})年HAN{1,3}月(?:HAN{1,3}[日号號])?"
                  .replace("[百HAN]", "(?:百|HAN)")
                  .replace("HAN", HAN_NUMBER)
              + "|HAN{1,3}月HAN{1,3}[日号號]".replace("HAN", HAN_NUMBER)
              + ")(?:\\(?(?:星期|周|週|[礼禮]拜)[一二三四五六日天]\\)?)?\\)?");

  private static final Pattern QUESTION_OR_ANSWER = Pattern.compile("(?:[问問答]|[QqAa]\\d{0,2})[：:]");
  private static final String NOT_IN_HEADING = "，。；：！？…,;:!?";

  private Shape() {}

  /** Whether the line is a table row: it has a TAB or two bars. */
  static boolean isRow(String text) {
    if (text.indexOf('\t') >= 0) {
      return true;
    }
    int bar = firstBar(text, 0);
    return bar >= 0 && firstBar(text, bar + 1) >= 0;
  }

  private static int firstBar(String text, int from) {
    int half = text.indexOf('|', from);
    int full = text.indexOf('｜', from);
    return half < 0 || full < 0 ? Math.max(half, full) : Math.min(half, full);
  }

  /** 时间：… and 联系人：…, but not the sentences 他强调：“…” and 李主任表示：…. */
  static boolean isLabel(String text) {
    return Label.name(text) != null;
  }

  /** The first character of a heading or item, such as ⚠, ★ or ☎. */
  private static boolean isSymbol(int c) {
    return Character.getType(c) == Character.OTHER_SYMBOL && "°℃℉№©®™".indexOf(c) < 0;
  }

  static boolean isCaption(String text) {
    return CAPTION.matcher(text).lookingAt()
        || (Glyph.isAtMost(text, SHORT) && CREDIT.matcher(text).find());
  }

  /** Whether this is 第一条 of a regulation, which a sentence follows. */
  static boolean isClause(CharSequence text) {
    return CLAUSE.matcher(text).lookingAt();
  }

  /** Whether the clause (第三条) has more than its title. */
  static boolean isClauseBegun(CharSequence text) {
    return isClause(text) && (Sentence.holdsPause(text) || !Glyph.isAtMost(text, CLAUSE_TITLE));
  }

  /** Whether the line begins a block: 第三条 and a space, 3.1, #话题# or a symbol. */
  static boolean isBlockStart(String text) {
    if (TOPIC.matcher(text).lookingAt() || isSymbol(text.codePointAt(0))) {
      return true;
    }
    ItemMarker marker = ItemMarker.of(text);
    if (marker != null && marker.kind() == ItemMarker.Kind.LEVELS) {
      return true;
    }
    Matcher matcher = CLAUSE.matcher(text);
    return matcher.lookingAt() && Glyph.isTrimmed(text.charAt(matcher.end() - 1));
  }

  /** Whether the line is only a date, in digits of any width or Chinese numerals. */
  static boolean isDate(String text) {
    if (text.length() > LONGEST_DATE || text.length() < SHORTEST_DATE) {
      return false;
    }
    String plain = Normalizer.normalize(text, Normalizer.Form.NFKC);
    return DATE.matcher(BLANKS.matcher(plain).replaceAll("")).matches();
  }

  /** Whether a line before a date is a signature: short, no punctuation except （盖章）. */
  static boolean isSignature(String text) {
    return Glyph.isAtMost(text, SHORT)
        && text.codePoints().anyMatch(Character::isLetter)
        && text.codePoints()
            .allMatch(c -> !Glyph.isPunctuation(c) || c == '·' || "（）()".indexOf(c) >= 0);
  }

  /** Whether the line may address the readers of a letter: short, ends in a colon. */
  static boolean isAddressee(String text) {
    return endsInColon(text) && Glyph.isAtMost(text, SHORT);
  }

  static boolean endsInColon(CharSequence text) {
    int last = Glyph.last(text);
    if (text.length() < 2 || (last != '：' && last != ':')) {
      // A colon without words introduces nothing: both sides were cut off.
      return false;
    }
    // 上午9： is a cut time.
    return !Character.isDigit(text.charAt(text.length() - 2));
  }

  /** Level of an ordinal line (一、 （一） 第一章 1.) without punctuation inside; 0 when it is none. */
  static int headingLevel(String text) {
    boolean plain = text.chars().noneMatch(c -> NOT_IN_HEADING.indexOf(c) >= 0);
    return plain ? ordinalLevel(text) : 0;
  }

  /** Level of a short ordinal line (一、…) without punctuation at its end; 0 for other lines. */
  static int ordinalLevel(String text) {
    if (!Glyph.isAtMost(text, SHORT)
        || isPunctuatedAtEnd(text)
        || Sentence.isIn(text)
        || isCutOff(text)) {
      return 0;
    }
    if (CHAPTER.matcher(text).lookingAt()) {
      return 2;
    }
    ItemMarker marker = ItemMarker.of(text);
    if (marker == null) {
      return 0;
    }
    return switch (marker.kind()) {
      case HAN -> 2;
      case HAN_IN_BRACKETS -> 3;
      case DECIMAL -> 4;
      default -> 0;
    };
  }

  /** Ignores closing quotes and brackets: 深入学习《条例》 is not punctuated. */
  static boolean isPunctuatedAtEnd(CharSequence text) {
    int last = Glyph.last(text);
    return NOT_IN_HEADING.indexOf(last) >= 0
        || last == '.'
        || (Glyph.isPunctuation(last) && !Glyph.isClosing(last));
  }

  /** Whether the line ends in 、 or inside a quotation, and so is no separate block. */
  private static boolean isCutOff(String text) {
    return text.endsWith("、") || Quotation.isLeftOpen(text);
  }

  /** Whether the line begins with 问： or 答： of an interview. */
  static boolean isQuestionOrAnswer(CharSequence text) {
    return QUESTION_OR_ANSWER.matcher(text).lookingAt();
  }

  /** Whether one pair of brackets encloses the line, which may be the byline. */
  static boolean isBracketed(String text) {
    return Sentence.openingBracket(text) == 0;
  }
}
