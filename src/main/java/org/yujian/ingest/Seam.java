package org.yujian.ingest;

import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.yujian.shared.text.Glyph;
import org.yujian.shared.text.Sha256;

/** Where two halves meet: what stands between them (rule 5), and the name of the join (rule 8). */
final class Seam {

  /** What may stand inside a number: 2,300 · 3.5 · 14:30 · 2025-04-10 · 2025/4/10. */
  private static final String INSIDE_NUMBER = ",.:/-–~～";

  private static final String BEFORE_NUMBER = "¥￥$€£+-";
  private static final String BEHIND_NUMBER = "%‰℃°";

  private Seam() {}

  /** Nothing, or one space. */
  static String between(CharSequence left, CharSequence right) {
    boolean cjk = Glyph.isCjk(Glyph.last(left)) || Glyph.isCjk(Character.codePointAt(right, 0));
    return cjk || isNumberCut(left, right) ? "" : " ";
  }

  static boolean isNumberCut(CharSequence left, CharSequence right) {
    char last = left.charAt(left.length() - 1);
    char first = right.charAt(0);
    boolean digitBefore = left.length() > 1 && isDigit(left.charAt(left.length() - 2));
    // A mark alone on its line may be the middle of a number that was cut twice.
    boolean digitBehind = right.length() == 1 || isDigit(right.charAt(1));
    if (isDigit(last)) {
      return isDigit(first)
          || BEHIND_NUMBER.indexOf(first) >= 0
          || (INSIDE_NUMBER.indexOf(first) >= 0 && digitBehind);
    }
    return isDigit(first)
        && (BEFORE_NUMBER.indexOf(last) >= 0 || (INSIDE_NUMBER.indexOf(last) >= 0 && digitBefore));
  }

  private static boolean isDigit(char c) {
    return Character.isDigit(c);
  }

  /** The same for the same text on both sides, wherever the lines stand. */
  static String key(String left, String right) {
    return Sha256.hex(left + "\n" + right);
  }

  /** A block may lack its full stop, but it does not end in one of these. */
  static boolean canEndBlock(int last) {
    return !Glyph.isPunctuation(last) && "的地得和与與及或而在对對把被将將由向从從以为為是于於给給就".indexOf(last) < 0;
  }

  /** Rule 8: the right part begins as a new paragraph of a report would. */
  static final class NewSubject {

    /** Words that open a paragraph; most of them only with the comma behind. */
    private static final Pattern OPENING =
        Pattern.compile(
            "(?:近日|日前|近期|近年[来來]|今年|去年|[当當]天|[当當]日|[当當]前|目前|截至|截止|[据據]悉|[据據]了解|[会會][议議][现現][场場]"
                + "|[会會]上|[会會]前|[会會]后|[会會]後|[会會][议議](?:[强強][调調]|指出|要求|[认認][为為]|[还還])|活[动動][现現][场場]|活[动動](?:中|[当當]天|[现現][场場])"
                + "|[现現][场場][，,]|[随隨][后後]|接下[来來]|下一步|下一[阶階]段|下一[个個]|未[来來][，,]|最[后後][，,]|[与與]此同[时時]|同[时時][，,]"
                + "|此外|另外|其[间間][，,]|期[间間][，,]|[为為]进一步|[为為][贯貫][彻徹]|[为為]深入|[为為]此[，,]|一直以[来來]|[长長]期以[来來]|今[后後]"
                + "|[记記]者|[来來]自|作[为為]|[围圍][绕繞]|首先|其次|再次[，,])");

    /** 4月10日 or 2025年: a new time. */
    private static final Pattern TIME =
        Pattern.compile("(?:\\d{4}年)?\\d{1,2}月\\d{1,2}[日号號]|\\d{4}年(?!度)|[上下]午|昨日|今日|昨天|今天");

    /** Somebody or some office says or does something: 李明表示, 豫园街道党工委书记邵泉. */
    private static final Pattern SPEAKER =
        Pattern.compile(
            "\\p{IsHan}{2,10}(?:表示|指出|[强強][调調]|[认認][为為]|介[绍紹]|[说說]|提出|要求|[宣][读讀]|通[报報]|主持|[发發]言|致[辞辭])");

    private static final Pattern OFFICE =
        Pattern.compile(
            "\\p{IsHan}{2,8}(?:街道|居民[区區]|社[区區]|[区區]委|市委|[区區]政府|人大|政[协協]|委[员員][会會]|[党黨]工委|[党黨][总總]支|[党黨]支部"
                + "|分局|中心|学校|小[学學]|中[学學]|幼[儿兒][园園]|公司|[医醫]院)");

    private NewSubject() {}

    static boolean isIn(CharSequence right) {
      CharSequence start = right.subSequence(0, Math.min(right.length(), 24));
      return at(OPENING, start) || at(TIME, start) || at(SPEAKER, start) || at(OFFICE, start);
    }

    private static boolean at(Pattern pattern, CharSequence start) {
      Matcher matcher = pattern.matcher(start);
      return matcher.lookingAt();
    }
  }
}
