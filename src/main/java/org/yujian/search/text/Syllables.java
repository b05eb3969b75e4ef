package org.yujian.search.text;

import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.CharsetEncoder;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** The way back from pinyin: into syllables, and from a syllable to the characters read so. */
public final class Syllables {
  private static final int MOST_SPLITS = 6;
  private static final int LONGEST = 6;

  private static final Map<String, List<Sound>> BY_SYLLABLE = bySyllable();

  private Syllables() {}

  /**
   * A character that is read so.
   *
   * @param usual of the 3,755 of everyday writing: GB/T 2312, level 1
   */
  public record Sound(char character, boolean usual, int rank) {}

  /**
   * All ways to cut pinyin into at most so many syllables, fewer syllables first: xian is xian, and
   * xi an. Nothing when it is no pinyin. Spaces, apostrophes and hyphens are always cuts.
   *
   * @param latin folded, as {@link Pinyin#isLatinQuery} accepts it
   */
  public static List<List<String>> splits(String latin, int most) {
    List<List<String>> splits = new ArrayList<>();
    String letters = latin.replace('ü', 'v').replaceAll("[ '’-]+", " ").strip();
    split(letters, 0, most, new ArrayList<>(), splits);
    splits.sort(Comparator.comparingInt(List::size));
    return List.copyOf(splits.subList(0, Math.min(MOST_SPLITS, splits.size())));
  }

  private static void split(
      String latin, int at, int most, List<String> before, List<List<String>> splits) {
    if (at >= latin.length()) {
      if (!before.isEmpty()) {
        splits.add(List.copyOf(before));
      }
      return;
    }
    int from = latin.charAt(at) == ' ' ? at + 1 : at;
    if (before.size() == most) {
      return;
    }
    for (int to = Math.min(latin.length(), from + LONGEST); to > from; to--) {
      String syllable = latin.substring(from, to);
      if (BY_SYLLABLE.containsKey(syllable)) {
        before.add(syllable);
        split(latin, to, most, before, splits);
        before.remove(before.size() - 1);
      }
    }
  }

  /** Characters of the Basic Multilingual Plane that can be read so, the most usual first. */
  public static List<Sound> characters(String syllable) {
    return BY_SYLLABLE.getOrDefault(syllable, List.of());
  }

  private static Map<String, List<Sound>> bySyllable() {
    CharsetEncoder encoder = Charset.forName("GBK").newEncoder();
    Map<String, List<Sound>> all = new HashMap<>();
    PinyinWords.get()
        .characters()
        .forEach(
            (c, readings) -> {
              for (int rank = 0; rank < readings.size() && Character.isBmpCodePoint(c); rank++) {
                char character = (char) c.intValue();
                all.computeIfAbsent(readings.get(rank), syllable -> new ArrayList<>())
                    .add(new Sound(character, usual(encoder, character), rank));
              }
            });
    Comparator<Sound> order =
        Comparator.comparing(Sound::usual, Comparator.reverseOrder())
            .thenComparing(Sound::rank)
            .thenComparing(Sound::character);
    all.values().forEach(sounds -> sounds.sort(order));
    return all;
  }

  /** Rows 16 to 55 of the standard. */
  private static boolean usual(CharsetEncoder encoder, char character) {
    try {
      ByteBuffer bytes = encoder.encode(CharBuffer.wrap(new char[] {character}));
      int row = bytes.get() & 0xFF;
      return row >= 0xB0 && row <= 0xD7 && bytes.hasRemaining() && (bytes.get() & 0xFF) >= 0xA1;
    } catch (CharacterCodingException e) {
      return false;
    }
  }
}
