package org.yujian.ingest.healing;

import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.yujian.shared.text.Glyph;

/** Recognizes labels, {@code 标签：值}, and distinguishes them from sentences. */
final class Label {

  static final String SPACE = "[ \\t\\u3000\\u00A0]";

  /** Maximum length of a label's name with brackets and digits, without white space. */
  private static final int LONGEST = 12;

  /** Up to this length a name without digits and brackets is a label, never a sentence. */
  private static final int SHORT = 6;

  private static final Pattern LABEL =
      Pattern.compile(
          "((?:(?:[\\p{IsHan}\\d、]|[（(][\\p{IsHan}\\d]{1,8}[）)])"
              + SPACE
              + "{0,4}){2,12})[：:]"
              + SPACE
              + "{0,9}([^“‘\"「『＂ \\t\\u3000\\u00A0])");

  private static final int REACH = 160;

  private static final Pattern BLANK = Pattern.compile(SPACE);
  private static final Pattern HAN = Pattern.compile("\\p{IsHan}+");

  /** Somebody speaks (他说：…): a sentence that looks like a label. */
  private static final Pattern SPEAKS =
      Pattern.compile(
          ".*(?:指出|表示|[强強][调調]|[认認][为為]|[说說]|[说說]道|直言|坦言|[写寫]道|[问問]道|回答|呼[吁籲]|感慨|[称稱])",
          Pattern.DOTALL);

  /** Words that end the beginning of a sentence, if the name is long. */
  private static final Pattern TELLS =
      Pattern.compile(
          ".*(?:告[诉訴]|介[绍紹]|透露|解[释釋]|[补補]充|提醒|要求|提出|宣布|[记記]者|如下|[为為]|是|有|道)", Pattern.DOTALL);

  /** Punctuation that makes a value a sentence. */
  private static final String PROSE = "，。；！？";

  private static final Pattern PERSON =
      Pattern.compile(
          ".*(?:[联聯]系人|主[讲講]人?|主持人?|姓名|[负負][责責]人|作者|[记記][录錄]人?|[编編][辑輯]|校[对對]|[审審]核"
              + "|人[员員]|出席|列席|[与與][会會]|成[员員]|[组組][长長]|嘉[宾賓]|名[单單])");

  private static final Pattern PERSONS =
      Pattern.compile("\\p{IsHan}{2,4}(?:[、，,；;\\s]+\\p{IsHan}{2,4})+");

  /** 65元, 40元/人, 9时 */
  private static final Pattern AMOUNT =
      Pattern.compile(
          ".*\\d ?(?:[万萬亿億]?元(?:/.{1,4})?|[人名个個位岁歲日时時分天周年月号號楼樓室层層条條项項件份户戶米]|小[时時]|分[钟鐘])");

  private static final Pattern NOTE =
      Pattern.compile("注意?|.{0,2}(?:提示|提醒|[说說]明|[备備]注|附注|[声聲]明|提要|摘要|[简簡]介)");

  private static final int LONGEST_AMOUNT = 16;

  private static final int LONGEST_PERSON = 12;

  private Label() {}

  /** The label's name without white space (时　间：); null when the line is not a label. */
  static String name(CharSequence text) {
    if (!holdsColon(text)) {
      return null;
    }
    Matcher matcher = LABEL.matcher(text);
    if (!matcher.lookingAt()) {
      return null;
    }
    String name = BLANK.matcher(matcher.group(1)).replaceAll("");
    if (name.length() > LONGEST || SPEAKS.matcher(name).matches() || isTime(matcher, name)) {
      return null;
    }
    boolean told = !isShort(name) && (!holdsHan(name) || TELLS.matcher(name).matches());
    return told ? null : name;
  }

  /** Fast check for every line, because most lines are not labels. */
  private static boolean holdsColon(CharSequence text) {
    for (int i = 0; i < text.length() && i <= REACH; i++) {
      if (text.charAt(i) == '：' || text.charAt(i) == ':') {
        return true;
      }
    }
    return false;
  }

  private static boolean holdsHan(String name) {
    return name.codePoints().anyMatch(Glyph::isHan);
  }

  /** A time or score (上午9：30, 比分3：2), not a label. */
  private static boolean isTime(Matcher matcher, String name) {
    return Character.isDigit(name.charAt(name.length() - 1))
        && Character.isDigit(matcher.group(2).charAt(0));
  }

  private static boolean isShort(String name) {
    return Glyph.isAtMost(name, SHORT) && HAN.matcher(name).matches();
  }

  /** Whether a label may be the second half of a cut sentence: a long name before prose. */
  static boolean isPerhapsProse(String text) {
    String name = name(text);
    return name != null && !isShort(name) && text.chars().anyMatch(c -> PROSE.indexOf(c) >= 0);
  }

  /** Whether this is a note such as 注意：…, whose value is a sentence. */
  static boolean isNote(CharSequence text) {
    String name = name(text);
    return name != null && NOTE.matcher(name).matches();
  }

  static int valueStart(CharSequence text) {
    Matcher matcher = LABEL.matcher(text);
    return matcher.lookingAt() ? matcher.start(2) : 0;
  }

  /** The list marker at the beginning of the value (附件：1. 甲); null when there is none. */
  static ItemMarker markerOfValue(String text) {
    int start = name(text) == null ? 0 : valueStart(text);
    return start == 0 ? null : ItemMarker.of(text.substring(start));
  }

  private static boolean endsInAmount(CharSequence text) {
    int from = Math.max(0, text.length() - LONGEST_AMOUNT);
    return AMOUNT.matcher(text.subSequence(from, text.length())).matches();
  }

  /** Whether the value is a number, a time or a person's name, which no line continues. */
  static boolean isCompleteValue(CharSequence text) {
    int last = Glyph.last(text);
    if ((Character.isLetterOrDigit(last) && !Glyph.isHan(last)) || endsInAmount(text)) {
      return true;
    }
    String name = name(text);
    if (name == null || !PERSON.matcher(name).matches()) {
      return false;
    }
    int start = valueStart(text);
    return text.length() - start <= LONGEST_PERSON
        || PERSONS.matcher(text.subSequence(start, text.length())).matches();
  }
}
