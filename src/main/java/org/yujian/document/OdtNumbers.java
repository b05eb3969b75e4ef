package org.yujian.document;

import java.util.HashMap;
import java.util.Map;
import org.yujian.document.NumberFormat.Format;

/**
 * Counts the automatic numbers of an OpenDocument text and writes them as text. A list begins again
 * unless it continues the one before it with the same style.
 */
final class OdtNumbers {

  /** Name of the style that numbers headings outside lists. */
  static final String OUTLINE = "";

  static final int LEVELS = 10;

  private static final int MOST_STYLES = 10_000;
  private static final int LONGEST_TEXT = 60;

  /**
   * A level of a list style.
   *
   * @param format a sample of its numbers such as {@code 1}; null for a bullet
   * @param shown number of levels that its numbers show
   * @param written its text with {@code %1%} for the number of the first level; null if it is made
   *     of the other parts
   */
  private record Level(
      String format, int start, int shown, String prefix, String suffix, String written) {}

  private final Map<String, Level[]> styles = new HashMap<>();

  /** Numbers that each style has reached, by level; null where none came yet. */
  private final Map<String, Integer[]> reached = new HashMap<>();

  /** Reads a list style, which is the current element. */
  void style(String name, XmlEvents xml) {
    if (styles.size() >= MOST_STYLES) {
      throw ZipParts.refused("The file defines too many lists.");
    }
    Level[] levels = new Level[LEVELS];
    styles.put(name, levels);
    xml.children(
        kind -> {
          int at = xml.number("level", 0) - 1;
          if (at >= 0 && at < LEVELS) {
            levels[at] = level(kind, xml);
          }
        });
  }

  private static Level level(String kind, XmlEvents xml) {
    boolean numbered = kind.equals("list-level-style-number") || kind.equals("outline-level-style");
    String written = xml.attribute("num-list-format");
    return new Level(
        numbered ? xml.attribute("num-format", "") : null,
        xml.number("start-value", 1),
        xml.number("display-levels", 1),
        shortened(xml.attribute("num-prefix", "")),
        shortened(xml.attribute("num-suffix", "")),
        written == null || written.length() > LONGEST_TEXT ? null : written);
  }

  private static String shortened(String text) {
    return text.length() <= LONGEST_TEXT ? text : "";
  }

  /** Begins a list at this level, from 1. */
  void begin(String style, int level, boolean goesOn) {
    Integer[] numbers = numbers(style);
    for (int i = level - 1; i < LEVELS && !goesOn; i++) {
      numbers[i] = null;
    }
  }

  private Integer[] numbers(String style) {
    return reached.computeIfAbsent(style, none -> new Integer[LEVELS]);
  }

  /**
   * Counts a paragraph; returns its marker, which is empty if it shows none.
   *
   * @param start the number that it has; null for the next one
   */
  String next(String style, int level, Integer start) {
    Level[] levels = styles.get(style);
    int at = level - 1;
    if (levels == null || at < 0 || at >= LEVELS || levels[at] == null) {
      return "";
    }
    Integer[] numbers = numbers(style);
    int next = numbers[at] == null ? levels[at].start() : numbers[at] + 1;
    numbers[at] = start == null ? next : start;
    for (int i = at + 1; i < LEVELS; i++) {
      numbers[i] = null;
    }
    if (levels[at].format() == null) {
      return "-";
    }
    return levels[at].format().isEmpty() ? "" : written(levels, numbers, at).strip();
  }

  private static String written(Level[] levels, Integer[] numbers, int at) {
    Level own = levels[at];
    StringBuilder text = new StringBuilder();
    if (own.written() == null) {
      text.append(own.prefix());
      for (int i = Math.max(0, at + 1 - own.shown()); i <= at; i++) {
        String number = number(levels[i], numbers[i]);
        text.append(number).append(i < at && !number.isEmpty() ? "." : "");
      }
      return text.append(own.suffix()).toString();
    }
    for (int i = 0; i < own.written().length(); i++) {
      int close = own.written().charAt(i) == '%' ? own.written().indexOf('%', i + 1) : -1;
      String inner = close < 0 ? "" : own.written().substring(i + 1, close);
      int level = inner.matches("\\d{1,2}") ? Integer.parseInt(inner) - 1 : -1;
      if (level >= 0 && level <= at) {
        text.append(number(levels[level], numbers[level]));
        i = close;
      } else {
        text.append(own.written().charAt(i));
      }
    }
    return text.toString();
  }

  private static String number(Level level, Integer reached) {
    return level == null || level.format() == null
        ? ""
        : format(level.format()).write(reached == null ? level.start() : reached);
  }

  /** The format by its sample: offices write the first numbers, such as {@code 一, 二, 三, ...}. */
  private static Format format(String sample) {
    return switch (sample.isEmpty() ? ' ' : sample.charAt(0)) {
      case ' ' -> Format.NONE;
      case '0' -> Format.DECIMAL_ZERO;
      case 'a' -> Format.LOWER_LETTER;
      case 'A' -> Format.UPPER_LETTER;
      case 'i' -> Format.LOWER_ROMAN;
      case 'I' -> Format.UPPER_ROMAN;
      case '一' -> Format.CHINESE;
      case '〇' -> Format.CHINESE_DIGITS;
      case '壹' -> Format.CHINESE_LEGAL;
      case '甲' -> Format.STEM;
      case '子' -> Format.BRANCH;
      case '①' -> Format.CIRCLED;
      case '１' -> Format.FULL_WIDTH;
      default -> Format.DECIMAL;
    };
  }
}
