package org.yujian.ingest.healing;

import java.util.regex.Pattern;
import org.yujian.shared.text.Glyph;

/** Recognizes tears: cuts inside a word, a number, a date or an address. */
final class Tear {

  private static final int REACH = 120;

  /** Number of characters tested in the right half: a month or hour with its unit. */
  private static final int UNIT_REACH = 4;

  /** A web or e-mail address cut at its end: {@code name@}, {@code /path-}. */
  private static final Pattern ADDRESS =
      Pattern.compile(".*[A-Za-z0-9]:?[@/_=&-]+|(?:.*@|https?:|www\\.).*\\.");

  /** A telephone number that was cut after its hyphen. */
  private static final Pattern NUMBER = Pattern.compile(".*\\d-", Pattern.DOTALL);

  /** Small letters at the beginning; not iOS. */
  private static final Pattern SMALL_LETTERS = Pattern.compile("\\p{Ll}+(?!\\p{Lu})");

  /** A date cut inside: 5月 | 6日, 上午 | 9时, 2 | 月10日. */
  private static final Pattern DATE =
      Pattern.compile(
          "\\d年\\|\\d{1,2}月|\\d月\\|\\d{1,2}[日号號]|(?:[上下]午|晚上)\\|\\d|\\d[日号號]\\|[上下]午"
              + "|\\d[：:]\\|\\d|(?:周|星期)[一二三四五六日天]\\|[上下]午|\\d\\|[年月日时時点點分个個名位人户戶家条條项項件次元万萬亿億度号號楼樓层層届屆秒天岁歲倍]"
              + "|(?:增[长長]|下降|上升|共有?|[达達]到?|[约約]|近|[仅僅]|逾|至|超[过過]|第)\\|\\d");

  /** Particles that begin no line; 了, 地, 着 and 过 are missing because they begin words (了解, 地点). */
  private static final String PARTICLES = "的们們吗嗎呢吧";

  /** The last word of a sentence: 一个小时 | 走？ but not 谢谢。 */
  private static final Pattern END_OF_SENTENCE =
      Pattern.compile("(?![好对對是不有没沒嗯啊谢謝行哦哎])\\p{IsHan}{1,2}[。！？]");

  private Tear() {}

  /** Whether the cut is a tear: inside a word, number, date or address, or before a last word. */
  static boolean isBetween(CharSequence left, String right) {
    return isInLatin(left, right)
        || isBeforeParticle(right)
        || isBeforeEnd(right)
        || isInDate(left, right)
        || Seam.isNumberCut(left, right)
        || Seam.isInsideHanWord(left, right);
  }

  /** Whether the right half continues in small letters, or an address or number was cut. */
  static boolean isInLatin(CharSequence left, CharSequence right) {
    boolean words = Glyph.isLatin(Glyph.last(left)) && SMALL_LETTERS.matcher(right).lookingAt();
    boolean number = Character.isDigit(right.charAt(0)) && NUMBER.matcher(end(left)).matches();
    return words || number || isInAddress(left, right);
  }

  static boolean isInAddress(CharSequence left, CharSequence right) {
    return Glyph.isLatin(right.charAt(0)) && ADDRESS.matcher(lastWord(left)).matches();
  }

  static boolean isBeforeParticle(String right) {
    return PARTICLES.indexOf(right.charAt(0)) >= 0;
  }

  /** Whether the right half begins with the last word of a sentence. */
  static boolean isBeforeEnd(String right) {
    return END_OF_SENTENCE.matcher(right).lookingAt();
  }

  private static boolean isInDate(CharSequence left, String right) {
    String begin = right.substring(0, Math.min(UNIT_REACH, right.length()));
    return DATE.matcher(end(left) + "|" + begin).find();
  }

  /** The last characters, so that a long paragraph is not read again for each line. */
  static CharSequence end(CharSequence text) {
    return text.subSequence(Math.max(0, text.length() - REACH), text.length());
  }

  /** The text after the last white space or Han character. */
  private static CharSequence lastWord(CharSequence text) {
    int from = text.length();
    while (from > 0 && text.charAt(from - 1) > ' ' && text.charAt(from - 1) < 0x80) {
      from--;
    }
    return text.subSequence(from, text.length());
  }
}
