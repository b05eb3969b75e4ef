package org.yujian.search.question;

import com.ibm.icu.lang.UCharacter;
import com.ibm.icu.lang.UCharacterCategory;
import com.ibm.icu.lang.UScript;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Cuts a folded text into tokens, the same way for documents and questions. Everything that is
 * neither letter nor digit only parts them. Linear in the length of the text.
 */
final class TextTokens {
  /** Groups of three with a comma or a space; else digits with decimals, or a time of day. */
  private static final Pattern NUMBER =
      Pattern.compile(
          "[0-9]{1,3}(?:[, ][0-9]{3}(?![0-9]))++(?:\\.[0-9]++)?+|[0-9]++(?:[.:][0-9]++)*+");

  private static final Pattern FRACTION = Pattern.compile("([0-9]+)\\.([0-9]*?)0*");

  /** Nothing below is Han, kana or Hangul. */
  private static final int FIRST_HANGUL = 0x1100;

  /** Nearly all characters of Chinese texts, decided without a look-up. */
  private static final int FIRST_UNIFIED = 0x4E00;

  private static final int LAST_UNIFIED = 0x9FFF;

  private final String text;
  private final Matcher number;
  private final DateForms dates;
  private final List<Token> tokens = new ArrayList<>();

  private TextTokens(String text) {
    this.text = text;
    this.number = NUMBER.matcher(text);
    this.dates = new DateForms(text);
  }

  static List<Token> of(String folded) {
    return new TextTokens(folded).run();
  }

  private List<Token> run() {
    int at = 0;
    while (at < text.length()) {
      int c = text.codePointAt(at);
      if (isDigit(c)) {
        at = digits(at);
      } else if (isHan(c)) {
        at = letters(at, Token.Kind.HAN);
      } else if (isLetter(c)) {
        at = letters(at, Token.Kind.WORD);
      } else {
        at += Character.charCount(c);
      }
    }
    return tokens;
  }

  private int digits(int from) {
    Token date = dates.at(from);
    if (date != null) {
      tokens.add(date);
      return date.end();
    }
    number.region(from, text.length());
    number.lookingAt();
    tokens.add(new Token(Token.Kind.NUMBER, from, number.end(), canonical(number.group())));
    return number.end();
  }

  private int letters(int from, Token.Kind kind) {
    int to = from;
    while (to < text.length()) {
      int c = text.codePointAt(to);
      boolean same = kind == Token.Kind.HAN ? isHan(c) : isLetter(c);
      if (!same && !(to > from && isMark(c))) {
        break;
      }
      to += Character.charCount(c);
    }
    tokens.add(new Token(kind, from, to, text.substring(from, to)));
    return to;
  }

  /** 2,300 and 2 300 are 2300; 3.50 is 3.5. */
  private static String canonical(String digits) {
    String plain = digits.replace(",", "").replace(" ", "");
    Matcher fraction = FRACTION.matcher(plain);
    if (!fraction.matches()) {
      return plain;
    }
    return fraction.group(2).isEmpty()
        ? fraction.group(1)
        : fraction.group(1) + "." + fraction.group(2);
  }

  static boolean isDigit(int c) {
    return c >= '0' && c <= '9';
  }

  /** Of a script that parts words. */
  private static boolean isLetter(int c) {
    return UCharacter.isLetterOrDigit(c) && !isDigit(c) && !isHan(c);
  }

  private static boolean isMark(int c) {
    int type = UCharacter.getType(c);
    return type == UCharacterCategory.NON_SPACING_MARK
        || type == UCharacterCategory.COMBINING_SPACING_MARK;
  }

  /** Han, and the scripts of Japanese and Korean, whose words are not parted either. */
  static boolean isHan(int c) {
    if (c < FIRST_HANGUL) {
      return false;
    }
    if (c >= FIRST_UNIFIED && c <= LAST_UNIFIED) {
      return true;
    }
    return switch (UScript.getScript(c)) {
      case UScript.HAN, UScript.HIRAGANA, UScript.KATAKANA, UScript.HANGUL, UScript.BOPOMOFO ->
          UCharacter.isLetterOrDigit(c) || c == '〇' || c == '々';
      default -> false;
    };
  }
}
