package org.yujian.ingest.healing;

import com.ibm.icu.text.BreakIterator;
import com.ibm.icu.util.ULocale;
import java.util.List;
import java.util.regex.Pattern;
import org.yujian.shared.text.Glyph;
import org.yujian.shared.text.Sha256;

/** The seam between two halves: the text to insert, and the key that identifies the join. */
final class Seam {

  /** Characters inside a number: 2,300 · 3.5 · 14:30 · 2025-04-10 · 2025/4/10. */
  private static final String INSIDE_NUMBER = ",.:/-–~～";

  private static final String BEFORE_NUMBER = "¥￥$€£+-";
  private static final String BEHIND_NUMBER = "%‰℃°";

  private static final String PARTICLES = "的地得了着著过過们們吗嗎呢吧";

  /** Characters that another word must follow. */
  private static final String GOES_ON = "各第每该該这這那不未已并並且但应應须須需";

  private static final List<String> GOING_ON =
      List.of(
          "或者 以及 应当 應當 可以 能够 能夠 进行 進行 关于 關於 对于 對於 根据 根據 按照 为了 為了 由于 由於 因为 因為 如果 包括 围绕 圍繞 立即 不断 不斷 进一步 進一步 共同"
              .split(" "));

  /** Up to this length a text is a heading, such as 补给, and ends for certain. */
  private static final int WORD = 2;

  /** 先到先得 */
  private static final Pattern ENDS_IN_DE = Pattern.compile("[先心所]得$");

  /** Chars on each side in which words are looked up. */
  private static final int WORD_REACH = 16;

  private Seam() {}

  /** The text to insert: nothing, or one space. */
  static String between(CharSequence left, CharSequence right) {
    boolean cjk = Glyph.isCjk(Glyph.last(left)) || Glyph.isCjk(Character.codePointAt(right, 0));
    boolean torn = cjk || isNumberCut(left, right) || Tear.isInAddress(left, right);
    return torn ? "" : " ";
  }

  /** Whether the cut is inside a number: 2, | 300, 12 | %, ¥ | 5. */
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

  /** Identifies a join by the text on both sides, so line numbers may change. */
  static String key(String left, String right) {
    return Sha256.hex(left + "\n" + right);
  }

  /** Whether a block, maybe without its full stop, can end in this character. */
  static boolean canEndBlock(int last) {
    return !Glyph.isPunctuation(last) && "的地得和与與及或而在对對把被将將由向从從以为為是于於给給就至".indexOf(last) < 0;
  }

  /** Whether the text ends in a word that another one must follow, so it was cut. */
  static boolean neverEndsBlock(CharSequence text) {
    int last = Glyph.last(text);
    if (Glyph.isPunctuation(last) || text.length() <= WORD || ENDS_IN_DE.matcher(text).find()) {
      return false;
    }
    return !canEndBlock(last) || GOES_ON.indexOf(last) >= 0 || endsInWord(text);
  }

  static boolean endsInWord(CharSequence text) {
    for (String word : GOING_ON) {
      int from = text.length() - word.length();
      if (from >= 0 && word.contentEquals(text.subSequence(from, text.length()))) {
        return true;
      }
    }
    return false;
  }

  /** Whether the cut is inside a word (认真态|度) or number, or before a particle. */
  static boolean isInsideWord(CharSequence left, CharSequence right) {
    return PARTICLES.indexOf(right.charAt(0)) >= 0
        || isNumberCut(left, right)
        || isInsideHanWord(left, right);
  }

  /** Whether the cut is inside a word of ICU's dictionary. */
  static boolean isInsideHanWord(CharSequence left, CharSequence right) {
    if (!Glyph.isHan(Glyph.last(left)) || !Glyph.isHan(Character.codePointAt(right, 0))) {
      return false;
    }
    CharSequence before = left.subSequence(Math.max(0, left.length() - WORD_REACH), left.length());
    CharSequence after = right.subSequence(0, Math.min(WORD_REACH, right.length()));
    BreakIterator words = BreakIterator.getWordInstance(ULocale.SIMPLIFIED_CHINESE);
    words.setText(before.toString() + after);
    return !words.isBoundary(before.length());
  }
}
