package org.yujian.document;

import java.util.Locale;
import java.util.Map;
import java.util.function.Consumer;

/**
 * Characters of symbol fonts (Wingdings, Wingdings 2) that have a meaning in text. They have no
 * code of their own in Unicode, and lie at F020 to F0FF in every symbol font.
 */
final class Symbols {

  private static final Map<String, String> MEANINGS =
      Map.ofEntries(
          Map.entry("F0FC", "✓"),
          Map.entry("F0FB", "✗"),
          Map.entry("F0FE", "☑"),
          Map.entry("F052", "☑"),
          Map.entry("F0FD", "☒"),
          Map.entry("F0A3", "□"),
          Map.entry("F0A8", "□"),
          Map.entry("F06F", "□"),
          Map.entry("F06E", "■"),
          Map.entry("F0A7", "▪"),
          Map.entry("F0B7", "•"),
          Map.entry("F06C", "●"),
          Map.entry("F075", "◆"),
          Map.entry("F0AB", "★"),
          Map.entry("F0D8", "➢"),
          Map.entry("F0E0", "→"),
          Map.entry("F028", "☎"));

  private static final char FIRST = '\uF020';
  private static final char LAST = '\uF0FF';

  private Symbols() {}

  /** The meaning of a character; null if it has none outside its font. */
  static String meaning(String code) {
    return MEANINGS.get(code);
  }

  /**
   * The text with the meanings of its symbols, as .odt and .doc files have them.
   *
   * @param unknown gets the code of each symbol that is left out
   */
  static String readable(String text, Consumer<String> unknown) {
    if (text.chars().noneMatch(Symbols::isSymbol)) {
      return text;
    }
    StringBuilder readable = new StringBuilder();
    for (char c : text.toCharArray()) {
      String code = Integer.toHexString(c).toUpperCase(Locale.ROOT);
      String meaning = isSymbol(c) ? meaning(code) : String.valueOf(c);
      if (meaning == null) {
        unknown.accept(code);
      } else {
        readable.append(meaning);
      }
    }
    return readable.toString();
  }

  private static boolean isSymbol(int c) {
    return c >= FIRST && c <= LAST;
  }
}
