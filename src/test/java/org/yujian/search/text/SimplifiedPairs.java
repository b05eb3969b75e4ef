package org.yujian.search.text;

import com.ibm.icu.text.Normalizer2;
import com.ibm.icu.text.Transliterator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * Makes the pairs of {@code /search/simplified.txt}: ICU4J's Traditional-Simplified on each single
 * character, completed by OpenCC's table of single characters (in opencc4j) and by the ideographs
 * that radicals look like (in texts taken out of PDF files), followed to where they rest.
 */
final class SimplifiedPairs {
  private static final Transliterator SIMPLIFY =
      Transliterator.getInstance("Traditional-Simplified");
  private static final Normalizer2 NFKC = Normalizer2.getNFKCInstance();

  private final Map<Integer, Integer> pairs = new TreeMap<>();

  private SimplifiedPairs() {
    for (int c = 0x2E80; c <= 0x3FFFF; c++) {
      if (Character.getType(c) != Character.SURROGATE) {
        add(c, SIMPLIFY.transliterate(Character.toString(c)));
      }
    }
    for (String line : Lines.of("/data/dictionary/TSCharacters.txt")) {
      String[] columns = line.split("[\t ]");
      add(line.codePointAt(0), columns[1]);
    }
    for (String line : Lines.of("/search/radicals.txt")) {
      if (!line.startsWith("#")) {
        String[] columns = line.split(" ; ");
        add(Integer.parseInt(columns[0], 16), Character.toString(Integer.parseInt(columns[1], 16)));
      }
    }
    add('覆', "复");
  }

  /** One pair a line, such as 區区, in the order of code points. */
  static List<String> all() {
    SimplifiedPairs made = new SimplifiedPairs();
    return made.pairs.keySet().stream()
        .map(from -> Character.toString(from) + Character.toString(made.rest(from)))
        .toList();
  }

  /**
   * The first source that changes a character decides; a pair that would close a circle is left.
   */
  private void add(int from, String to) {
    int target = to.codePointAt(0);
    boolean one = to.length() == Character.charCount(target);
    // What normalization changes by itself, or would change again, needs no pair.
    if (one && rests(from) && rests(target) && rest(target) != from) {
      pairs.putIfAbsent(from, target);
    }
  }

  private static boolean rests(int codePoint) {
    return NFKC.isNormalized(Character.toString(codePoint));
  }

  private int rest(int from) {
    int at = from;
    while (pairs.containsKey(at)) {
      at = pairs.get(at);
    }
    return at;
  }
}
