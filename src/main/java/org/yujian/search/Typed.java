package org.yujian.search;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.yujian.search.text.Folding;
import org.yujian.search.text.Pinyin;

/**
 * What somebody has typed so far: Chinese, Latin letters, or Chinese with a rest that the input
 * method has not turned into characters yet (态d, 态du).
 *
 * @param plain folded, only the characters of words
 * @param head what must stand there as it is: all up to the last Chinese character, or all
 * @param begins with which of these a key must begin
 */
record Typed(String plain, String head, List<String> begins) {

  /** Other readings of what is Chinese already. */
  private static final int READINGS = 4;

  static Typed of(String q) {
    String plain = SuggestionKeys.plain(Folding.fold(q));
    int rest = plain.length();
    while (rest > 0 && isLatin(plain.charAt(rest - 1))) {
      rest--;
    }
    Set<String> begins = new LinkedHashSet<>();
    begins.add(SuggestionKeys.cut(plain));
    if (rest < plain.length()) {
      for (Pinyin.Reading reading : Pinyin.readings(plain, READINGS)) {
        begins.add(SuggestionKeys.cut(reading.full()));
        begins.add(SuggestionKeys.cut(reading.initials()));
      }
    }
    String head = plain.substring(0, rest == plain.length() ? plain.length() : rest);
    return new Typed(plain, head, List.copyOf(begins));
  }

  private static boolean isLatin(char c) {
    return (c >= 'a' && c <= 'z') || c == 'ü';
  }

  /** Whether it is Chinese with a rest in Latin letters. */
  boolean mixed() {
    return !head.isEmpty() && !literal();
  }

  /** Whether all of it is to be found as it is. */
  boolean literal() {
    return head.length() == plain.length();
  }

  /**
   * The part of a text that this is the beginning of.
   *
   * @param whole whether it is read so wholly: 态度 for taidu, but not for taid
   */
  record Part(String text, boolean whole) {}

  /**
   * The shortest part that begins at this place and is typed or read so; empty when it is not.
   *
   * @param place in code points, of the text without punctuation
   */
  Optional<Part> in(String folded, int place) {
    String all = SuggestionKeys.plain(folded);
    if (place < 0 || place > all.codePointCount(0, all.length())) {
      return Optional.empty();
    }
    String text = all.substring(all.offsetByCodePoints(0, place));
    if (text.startsWith(plain)) {
      return Optional.of(new Part(plain, true));
    }
    if (literal() || !text.startsWith(head)) {
      return Optional.empty();
    }
    int longest = Math.min(text.codePointCount(0, text.length()), SuggestionKeys.LONGEST);
    for (int length = 1; length <= longest; length++) {
      String part = text.substring(0, text.offsetByCodePoints(0, length));
      List<Pinyin.Reading> readings = Pinyin.readings(part, 2 * READINGS);
      if (begins.stream().anyMatch(begin -> readings.stream().anyMatch(r -> is(r, begin)))) {
        return Optional.of(new Part(part, true));
      }
      if (begins.stream().anyMatch(begin -> readings.stream().anyMatch(r -> starts(r, begin)))) {
        return Optional.of(new Part(part, false));
      }
    }
    return Optional.empty();
  }

  private static boolean is(Pinyin.Reading reading, String begin) {
    return reading.full().equals(begin) || reading.initials().equals(begin);
  }

  private static boolean starts(Pinyin.Reading reading, String begin) {
    return reading.full().startsWith(begin) || reading.initials().startsWith(begin);
  }
}
