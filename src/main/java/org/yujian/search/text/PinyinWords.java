package org.yujian.search.text;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;

/** How characters are read, alone and in words. Read once, at the first question. */
final class PinyinWords {
  /** Another reading than that of a word is that much less likely than one of a lone character. */
  private static final int AGAINST_A_WORD = 3;

  /** A power of two; so many that words share few of them. */
  private static final int BEGINNINGS = 1 << 20;

  private static final int PRIME = 31;

  /** By code point, the line that holds it; lines are few. */
  private final Map<Integer, List<String>> characters = new HashMap<>();

  private final Map<String, List<String>> words = new HashMap<>();
  private final int longest;

  /** By first UTF-16 unit, the length of the longest word that begins so. */
  private final byte[] longestFrom = new byte[0x10000];

  /**
   * Spares most places of a text the look-up: a hash of the first two UTF-16 units of each word.
   */
  private final BitSet beginnings = new BitSet(BEGINNINGS);

  private PinyinWords() {
    for (String line : Lines.of(Pinyin.CHARACTERS)) {
      int space = line.lastIndexOf(' ');
      List<String> readings = List.of(line.substring(0, space).split(" "));
      line.codePoints().skip(space + 1).forEach(c -> characters.put(c, readings));
    }
    for (String line : Lines.of(Pinyin.WORDS)) {
      String[] columns = line.split(" ");
      words.put(columns[0], List.of(columns).subList(1, columns.length));
    }
    longest = words.keySet().stream().mapToInt(String::length).max().orElseThrow();
    for (String word : words.keySet()) {
      char first = word.charAt(0);
      longestFrom[first] = (byte) Math.max(longestFrom[first], word.length());
      beginnings.set(beginning(word, 0));
    }
  }

  private static int beginning(String text, int at) {
    return (text.charAt(at) * PRIME + text.charAt(at + 1)) & (BEGINNINGS - 1);
  }

  static PinyinWords get() {
    return Holder.WORDS;
  }

  /** Readings by code point, the most usual first. */
  Map<Integer, List<String>> characters() {
    return characters;
  }

  /**
   * @param readings most usual first
   * @param step what each further one costs
   * @param latin whether it is a letter or digit, which has no initial but itself
   */
  record Syllable(List<String> readings, int step, boolean latin) {}

  /**
   * Readings of characters of the Basic Multilingual Plane that are usual: the first one, and those
   * that a known word has.
   */
  Map<Character, List<String>> usual() {
    Map<Character, Set<String>> inWords = new HashMap<>();
    words.forEach(
        (word, readings) -> {
          int[] codePoints = word.codePoints().toArray();
          for (int i = 0; i < codePoints.length; i++) {
            inWords
                .computeIfAbsent((char) codePoints[i], c -> new HashSet<>())
                .add(readings.get(i));
          }
        });
    Map<Character, List<String>> usual = new HashMap<>();
    characters.forEach(
        (c, readings) -> {
          if (Character.isBmpCodePoint(c)) {
            char character = (char) c.intValue();
            Set<String> attested = inWords.getOrDefault(character, Set.of());
            usual.put(
                character,
                readings.stream()
                    .filter(r -> r.equals(readings.get(0)) || attested.contains(r))
                    .toList());
          }
        });
    return usual;
  }

  /** The syllables of the longest word that begins there; empty for none. */
  List<String> readingOfWord(String folded, int from) {
    int most = Math.min(folded.length(), from + longestFrom[folded.charAt(from)]);
    if (most < from + 2 || !beginnings.get(beginning(folded, from))) {
      return List.of();
    }
    for (int to = most; to > from + 1; to--) {
      List<String> word = words.get(folded.substring(from, to));
      if (word != null && word.size() == to - from) {
        return word;
      }
    }
    return List.of();
  }

  /** The longest word that begins there, else one character; empty when it has no reading. */
  List<Syllable> at(String folded, int from) {
    for (int to = Math.min(folded.length(), from + longest); to > from + 1; to--) {
      List<String> word = words.get(folded.substring(from, to));
      if (word != null) {
        return syllables(folded.substring(from, to), word);
      }
    }
    List<String> alone = characters.get(folded.codePointAt(from));
    return alone == null ? List.of() : List.of(new Syllable(alone, 1, false));
  }

  private List<Syllable> syllables(String word, List<String> read) {
    List<Syllable> syllables = new ArrayList<>();
    int[] codePoints = word.codePoints().toArray();
    for (int i = 0; i < codePoints.length; i++) {
      String first = read.get(i);
      List<String> readings =
          Stream.concat(
                  Stream.of(first), characters.getOrDefault(codePoints[i], List.of()).stream())
              .distinct()
              .toList();
      syllables.add(new Syllable(readings, AGAINST_A_WORD, false));
    }
    return syllables;
  }

  private static final class Holder {
    private static final PinyinWords WORDS = new PinyinWords();
  }
}
