package org.yujian.document;

import java.util.Locale;

/** Writes a number in a format of Word ({@code numFmt}). */
final class NumberFormat {

  private static final String DIGITS = "〇一二三四五六七八九";
  private static final String CHINESE = "零一二三四五六七八九";
  private static final String LEGAL = "零壹贰叁肆伍陆柒捌玖";
  private static final String UNITS = " 十百千";
  private static final String LEGAL_UNITS = " 拾佰仟";
  private static final String STEMS = "甲乙丙丁戊己庚辛壬癸";
  private static final String BRANCHES = "子丑寅卯辰巳午未申酉戌亥";
  private static final int[] ROMAN = {1000, 900, 500, 400, 100, 90, 50, 40, 10, 9, 5, 4, 1};
  private static final String[] ROMAN_SIGNS = {
    "M", "CM", "D", "CD", "C", "XC", "L", "XL", "X", "IX", "V", "IV", "I"
  };
  private static final int LETTERS = 26;
  private static final int MOST_REPEATS = 30;
  private static final int MOST_ROMAN = 4_000;
  private static final int TEN_THOUSAND = 10_000;

  private NumberFormat() {}

  /** Formats that documents use; all others are written as decimal numbers. */
  enum Format {
    DECIMAL,
    DECIMAL_ZERO,
    LOWER_LETTER,
    UPPER_LETTER,
    LOWER_ROMAN,
    UPPER_ROMAN,
    CHINESE,
    CHINESE_DIGITS,
    CHINESE_LEGAL,
    STEM,
    BRANCH,
    CIRCLED,
    FULL_WIDTH,
    NONE;

    static Format of(String name) {
      return switch (name) {
        case "decimalZero" -> DECIMAL_ZERO;
        case "lowerLetter" -> LOWER_LETTER;
        case "upperLetter" -> UPPER_LETTER;
        case "lowerRoman" -> LOWER_ROMAN;
        case "upperRoman" -> UPPER_ROMAN;
        case "chineseCounting",
            "chineseCountingThousand",
            "taiwaneseCounting",
            "taiwaneseCountingThousand",
            "japaneseCounting" ->
            CHINESE;
        case "ideographDigital", "taiwaneseDigital", "japaneseDigitalTenThousand" -> CHINESE_DIGITS;
        case "chineseLegalSimplified", "ideographLegalTraditional" -> CHINESE_LEGAL;
        case "ideographTraditional" -> STEM;
        case "ideographZodiac" -> BRANCH;
        case "decimalEnclosedCircle", "decimalEnclosedCircleChinese" -> CIRCLED;
        case "decimalFullWidth", "decimalFullWidth2" -> FULL_WIDTH;
        case "none" -> NONE;
        default -> DECIMAL;
      };
    }

    String write(int number) {
      return number < 1 && this != NONE && this != DECIMAL_ZERO
          ? Integer.toString(number)
          : switch (this) {
            case DECIMAL -> Integer.toString(number);
            case DECIMAL_ZERO -> (number >= 0 && number < 10 ? "0" : "") + number;
            case LOWER_LETTER -> letters(number).toLowerCase(Locale.ROOT);
            case UPPER_LETTER -> letters(number);
            case LOWER_ROMAN -> roman(number).toLowerCase(Locale.ROOT);
            case UPPER_ROMAN -> roman(number);
            case CHINESE -> chinese(number, NumberFormat.CHINESE, UNITS, true);
            case CHINESE_LEGAL -> chinese(number, LEGAL, LEGAL_UNITS, false);
            case CHINESE_DIGITS -> digits(number, DIGITS);
            case STEM -> cycle(number, STEMS);
            case BRANCH -> cycle(number, BRANCHES);
            case CIRCLED -> circled(number);
            case FULL_WIDTH -> digits(number, "０１２３４５６７８９");
            case NONE -> "";
          };
    }
  }

  /** A to Z, then AA, BB and so on. */
  private static String letters(int number) {
    int times = (number - 1) / LETTERS + 1;
    return times > MOST_REPEATS
        ? Integer.toString(number)
        : String.valueOf((char) ('A' + (number - 1) % LETTERS)).repeat(times);
  }

  private static String roman(int number) {
    if (number >= MOST_ROMAN) {
      return Integer.toString(number);
    }
    StringBuilder text = new StringBuilder();
    int rest = number;
    for (int i = 0; i < ROMAN.length; i++) {
      for (; rest >= ROMAN[i]; rest -= ROMAN[i]) {
        text.append(ROMAN_SIGNS[i]);
      }
    }
    return text.toString();
  }

  /** 十一, 二十, 一百零五; {@code shortTens} writes 十 for 一十 at the front. */
  private static String chinese(int number, String digits, String units, boolean shortTens) {
    if (number >= TEN_THOUSAND) {
      return Integer.toString(number);
    }
    StringBuilder text = new StringBuilder();
    boolean zero = false;
    String written = Integer.toString(number);
    for (int i = 0; i < written.length(); i++) {
      int digit = written.charAt(i) - '0';
      int unit = written.length() - 1 - i;
      if (digit == 0) {
        zero = true;
        continue;
      }
      text.append(zero ? digits.substring(0, 1) : "");
      zero = false;
      if (!(shortTens && digit == 1 && unit == 1 && i == 0)) {
        text.append(digits.charAt(digit));
      }
      text.append(unit > 0 ? units.substring(unit, unit + 1) : "");
    }
    return text.toString();
  }

  private static String digits(int number, String digits) {
    StringBuilder text = new StringBuilder();
    Integer.toString(number).chars().forEach(c -> text.append(digits.charAt(c - '0')));
    return text.toString();
  }

  private static String cycle(int number, String signs) {
    return number <= signs.length()
        ? signs.substring(number - 1, number)
        : Integer.toString(number);
  }

  private static String circled(int number) {
    return number <= 20 ? String.valueOf((char) ('①' + number - 1)) : Integer.toString(number);
  }
}
