package org.yujian.search;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.yujian.search.text.Folding;
import org.yujian.search.text.Grams;
import org.yujian.search.text.Pinyin;
import org.yujian.search.text.Words;

/**
 * By which beginnings a name or a term is found: its letters without spaces and punctuation, its
 * pinyin, and the first letter of each syllable.
 */
final class SuggestionKeys {

  /**
   * Version of the terms and keys that a title gets. The last digits go up when {@link TitleTerms}
   * or {@link #ofTerm} change.
   */
  static final int RULES = Folding.VERSION * 1_000 + 1;

  /** UTF-16 units; who types more has found it. */
  static final int LONGEST = 32;

  /** Where the key is not a part of the name: a handle, a slug. */
  static final int ELSEWHERE = -1;

  /** Code points: a word, whose other readings somebody may type. */
  private static final int WORD = 4;

  private static final int READINGS = 4;

  /** Characters of a name at which keys begin. */
  private static final int PLACES = 20;

  /** Words inside a term at which keys begin. */
  private static final int INSIDE = 10;

  private SuggestionKeys() {}

  /**
   * @param place the character of the name at which it begins, in code points of {@link #plain}
   */
  record Key(String key, int place) {}

  /**
   * Of a term: about three for its beginning, up to nine of a short one, and about three for each
   * of the first {@value #INSIDE} words inside. 公积金 finds 住房公积金提取指南.
   */
  static List<Key> ofTerm(String folded) {
    Map<String, Integer> keys = new LinkedHashMap<>();
    String plain = plain(folded);
    add(keys, plain, 0, plain.codePointCount(0, plain.length()) <= WORD ? READINGS : 1);
    for (int start : inside(folded)) {
      add(keys, plain.substring(start), plain.codePointCount(0, start), 1);
    }
    return list(keys);
  }

  /**
   * Where words inside a term begin, in UTF-16 units of {@link #plain}. Of single characters beside
   * each other, which are words that the dictionary lacks, only the last begins none. Leaves out
   * the parts of a title that are terms of their own.
   */
  private static List<Integer> inside(String folded) {
    List<Integer> starts = new ArrayList<>();
    List<String> words = Words.of(folded).stream().map(SuggestionKeys::plain).toList();
    int own = TitleTerms.ownParts(folded);
    int part = 0;
    int at = 0;
    for (int i = 0; i < words.size() && starts.size() < INSIDE; i++) {
      String word = words.get(i);
      boolean afterBreak = i > 0 && words.get(i - 1).isEmpty();
      part += afterBreak && at > 0 && !word.isEmpty() ? 1 : 0;
      boolean last = isSingle(word) && isSingle(words, i - 1) && !isSingle(words, i + 1);
      if (at > 0 && !word.isEmpty() && !last && part >= own) {
        starts.add(at);
      }
      at += word.length();
    }
    return starts;
  }

  private static boolean isSingle(List<String> words, int at) {
    return at >= 0 && at < words.size() && isSingle(words.get(at));
  }

  private static boolean isSingle(String word) {
    return word.codePointCount(0, word.length()) == 1;
  }

  /**
   * Of a name, from each of its characters on: 豫园 finds 善治豫园.
   *
   * @param other handle or slug; null for none
   */
  static List<Key> ofName(String folded, String other) {
    Map<String, Integer> keys = new LinkedHashMap<>();
    String plain = plain(folded);
    int places = Math.min(PLACES, plain.codePointCount(0, plain.length()));
    for (int place = 0; place < places; place++) {
      String rest = plain.substring(plain.offsetByCodePoints(0, place));
      add(keys, rest, place, place == 0 ? READINGS : 2);
    }
    if (other != null) {
      keys.putIfAbsent(cut(plain(other)), ELSEWHERE);
    }
    return list(keys);
  }

  private static void add(Map<String, Integer> keys, String plain, int place, int readings) {
    String begin = cut(plain);
    keys.putIfAbsent(begin, place);
    for (Pinyin.Reading reading : Pinyin.readings(begin, readings)) {
      keys.putIfAbsent(cut(reading.full()), place);
      keys.putIfAbsent(cut(reading.initials()), place);
    }
  }

  private static List<Key> list(Map<String, Integer> keys) {
    List<Key> list = new ArrayList<>();
    keys.forEach((key, place) -> list.add(new Key(key, place)));
    list.removeIf(key -> key.key().isEmpty());
    return list;
  }

  /** Only the characters of words. */
  static String plain(String folded) {
    StringBuilder plain = new StringBuilder();
    folded.chars().filter(c -> Grams.isWord((char) c)).forEach(c -> plain.append((char) c));
    return plain.toString();
  }

  /** As long as a key can be. */
  static String cut(String plain) {
    if (plain.length() <= LONGEST) {
      return plain;
    }
    boolean halved = Character.isHighSurrogate(plain.charAt(LONGEST - 1));
    return plain.substring(0, halved ? LONGEST - 1 : LONGEST);
  }
}
