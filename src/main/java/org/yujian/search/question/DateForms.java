package org.yujian.search.question;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Dates as they are written: 2024年5月1日, 2024-05-01, 2024/5/1, 2024.5.1, 2024年5月, 2024-05, 5月1日,
 * 5月1号. All forms of a date become one word.
 */
final class DateForms {
  private static final List<Pattern> PATTERNS =
      List.of(
          Pattern.compile("(?<y>[0-9]{4}) ?年 ?(?<m>[0-9]{1,2}) ?月 ?(?<d>[0-9]{1,2}) ?[日号]"),
          Pattern.compile("(?<y>[0-9]{4}) ?年 ?(?<m>[0-9]{1,2}) ?月(?<d>)"),
          Pattern.compile("(?<y>[0-9]{4})([-/.])(?<m>[0-9]{1,2})\\2(?<d>[0-9]{1,2})(?![0-9])"),
          Pattern.compile("(?<y>[0-9]{4})-(?<m>[0-9]{2})(?<d>)(?![0-9-])"),
          Pattern.compile("(?<y>)(?<m>[0-9]{1,2}) ?月 ?(?<d>[0-9]{1,2}) ?[日号]"));

  private static final Pattern FULL = Pattern.compile("([0-9]{4})-([0-9]{2})(?:-([0-9]{2}))?");

  private static final Pattern DECIMAL = Pattern.compile("([0-9]{1,2})\\.([0-9]{1,2})");

  private final String text;
  private final List<Matcher> matchers;

  DateForms(String text) {
    this.text = text;
    this.matchers = PATTERNS.stream().map(pattern -> pattern.matcher(text)).toList();
  }

  /** The date that begins there; null for none. */
  Token at(int from) {
    for (Matcher matcher : matchers) {
      matcher.region(from, text.length());
      if (matcher.lookingAt()) {
        String word = word(matcher.group("y"), matcher.group("m"), matcher.group("d"));
        if (!word.isEmpty()) {
          return new Token(Token.Kind.DATE, from, matcher.end(), word);
        }
      }
    }
    return null;
  }

  /** The date that a number like 5.1 may mean; empty for none. */
  static List<String> ofDecimal(String number) {
    Matcher decimal = DECIMAL.matcher(number);
    String word = decimal.matches() ? word("", decimal.group(1), decimal.group(2)) : "";
    return word.isEmpty() ? List.of() : List.of(word);
  }

  private static String word(String year, String month, String day) {
    int m = Integer.parseInt(month);
    int d = day.isEmpty() ? 1 : Integer.parseInt(day);
    if (m < 1 || m > 12 || d < 1 || d > 31) {
      return "";
    }
    String y = year.isEmpty() ? "" : year + "-";
    return y + two(m) + (day.isEmpty() ? "" : "-" + two(d));
  }

  private static String two(int number) {
    return number < 10 ? "0" + number : Integer.toString(number);
  }

  /**
   * The parts of a date by which somebody may ask for it, itself first. The day only as 10日: 10号 is
   * mostly a line or a house.
   */
  static List<String> words(String date) {
    List<String> words = new ArrayList<>(List.of(date));
    Matcher full = FULL.matcher(date);
    if (full.matches()) {
      String year = full.group(1);
      if (full.group(3) != null) {
        words.add(year + "-" + full.group(2));
        words.add(full.group(2) + "-" + full.group(3));
      }
      words.add(year);
      words.add(year + "年");
      words.add(Integer.parseInt(full.group(2)) + "月");
      if (full.group(3) != null) {
        words.add(Integer.parseInt(full.group(3)) + "日");
      }
    } else {
      words.add(Integer.parseInt(date.substring(0, 2)) + "月");
      words.add(Integer.parseInt(date.substring(3)) + "日");
    }
    return words;
  }

  /** How a date may be written in a text, to be marked there. */
  static List<String> written(String date) {
    String[] parts = date.split("-");
    boolean withYear = parts[0].length() == 4;
    int month = Integer.parseInt(parts[withYear ? 1 : 0]);
    List<String> written = new ArrayList<>(List.of(date));
    if (withYear && parts.length == 2) {
      written.add(parts[0] + "年" + month + "月");
      return written;
    }
    int day = Integer.parseInt(parts[parts.length - 1]);
    written.add(month + "月" + day + "日");
    written.add(month + "月" + day + "号");
    if (withYear) {
      written.add(parts[0] + "年" + month + "月" + day + "日");
      written.add(parts[0] + "/" + month + "/" + day);
      written.add(parts[0] + "." + month + "." + day);
    }
    return written;
  }
}
