package org.yujian.search.text;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * How each two adjacent Chinese characters are pronounced, so that an index can find homophones: 公积
 * is {@code gong'ji}, without tones. In a known word a character has the reading of that word,
 * elsewhere all its usual ones. Characters beyond the Basic Multilingual Plane have no sound.
 */
public final class PairSounds {
  /** Of one character, so a pair adds at most four sounds to an index. */
  static final int MOST_READINGS = 2;

  /** More than there are syllables, to number pairs of them. */
  private static final int SYLLABLES = 1024;

  private static final char SEPARATOR = '\'';

  private final PinyinWords words = PinyinWords.get();
  private final List<String> syllables = new ArrayList<>();
  private final Map<String, Integer> numbers = new HashMap<>();

  /** By UTF-16 unit, the numbers of its usual readings; null for none. */
  private final short[][] usual = new short[0x10000][];

  private PairSounds() {
    words.usual().forEach((c, readings) -> usual[c] = numbers(readings));
  }

  /** The sounds of all adjacent pairs of a folded text, each once. Linear in its length. */
  public static List<String> of(String folded) {
    PairSounds sounds = Holder.SOUNDS;
    short[][] readings = sounds.readings(folded);
    BitSet seen = new BitSet(SYLLABLES * SYLLABLES);
    List<String> all = new ArrayList<>();
    for (int i = 1; i < readings.length; i++) {
      for (int pair : pairs(readings[i - 1], readings[i])) {
        if (!seen.get(pair)) {
          seen.set(pair);
          all.add(sounds.name(pair));
        }
      }
    }
    return all;
  }

  /**
   * For each UTF-16 unit of a folded text the sounds of it and the next one; empty where one of the
   * two has none.
   */
  public static List<Set<String>> byPlace(String folded) {
    PairSounds sounds = Holder.SOUNDS;
    short[][] readings = sounds.readings(folded);
    List<Set<String>> all = new ArrayList<>();
    for (int i = 0; i < readings.length; i++) {
      Set<String> names = new LinkedHashSet<>();
      if (i + 1 < readings.length) {
        for (int pair : pairs(readings[i], readings[i + 1])) {
          names.add(sounds.name(pair));
        }
      }
      all.add(names);
    }
    return all;
  }

  private short[][] readings(String folded) {
    short[][] readings = new short[folded.length()][];
    int at = 0;
    while (at < readings.length) {
      List<String> word = words.readingOfWord(folded, at);
      if (word.isEmpty()) {
        readings[at] = usual[folded.charAt(at)];
        at++;
      }
      for (String syllable : word) {
        readings[at++] = numbers(List.of(syllable));
      }
    }
    return readings;
  }

  private static int[] pairs(short[] first, short[] second) {
    if (first == null || second == null) {
      return new int[0];
    }
    int[] pairs = new int[first.length * second.length];
    for (int i = 0; i < pairs.length; i++) {
      pairs[i] = first[i % first.length] * SYLLABLES + second[i / first.length];
    }
    return pairs;
  }

  private String name(int pair) {
    return syllables.get(pair / SYLLABLES) + SEPARATOR + syllables.get(pair % SYLLABLES);
  }

  private short[] numbers(List<String> readings) {
    short[] all = new short[Math.min(MOST_READINGS, readings.size())];
    for (int i = 0; i < all.length; i++) {
      all[i] = (short) (int) numbers.computeIfAbsent(readings.get(i), this::added);
    }
    return all;
  }

  private int added(String syllable) {
    syllables.add(syllable);
    return syllables.size() - 1;
  }

  private static final class Holder {
    private static final PairSounds SOUNDS = new PairSounds();
  }
}
