package org.yujian.body;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Counts dropped parts by name; names beyond a limit are counted as {@code other}. */
final class Drops {

  private static final int MOST = 50;
  private static final int LONGEST = 40;

  /** Maximum number of losses listed per document; further ones are only counted. */
  private static final int MOST_LOSSES = 10_000;

  private static final int LONGEST_WORDS = 200;

  private final Map<String, Integer> counts = new LinkedHashMap<>();
  private final List<Loss> losses = new ArrayList<>();

  void count(String what) {
    counts.merge(name(what), 1, Integer::sum);
  }

  private String name(String what) {
    boolean plain = what.length() <= LONGEST && what.chars().allMatch(c -> c > ' ' - 1 && c < 0x7F);
    return plain && (counts.size() < MOST || counts.containsKey(what)) ? what : "other";
  }

  /** Counts a loss and lists its words or address, shortened. */
  void lose(String what, int line, String words, String address) {
    String name = name(what);
    counts.merge(name, 1, Integer::sum);
    if (losses.size() < MOST_LOSSES) {
      losses.add(
          new Loss(name, line, shortened(words), address == null ? null : shortened(address)));
    }
  }

  private static String shortened(String text) {
    MarkedWords words = new MarkedWords();
    words.append(text.substring(0, Math.min(text.length(), 4 * LONGEST_WORDS)), 0, false);
    String line = words.takeLine().text();
    int length = line.codePointCount(0, line.length());
    return length <= LONGEST_WORDS
        ? line
        : line.substring(0, line.offsetByCodePoints(0, LONGEST_WORDS - 1)) + "…";
  }

  List<Dropped> list() {
    return counts.entrySet().stream()
        .map(entry -> new Dropped(entry.getKey(), entry.getValue()))
        .toList();
  }

  List<Loss> losses() {
    return losses;
  }
}
