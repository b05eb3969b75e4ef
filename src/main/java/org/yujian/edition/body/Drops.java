package org.yujian.edition.body;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Counts what is dropped; whoever sends a thousand invented names gets no thousand lines. */
final class Drops {

  private static final int MOST = 50;
  private static final int LONGEST = 40;

  private final Map<String, Integer> counts = new LinkedHashMap<>();

  void count(String what) {
    boolean plain = what.length() <= LONGEST && what.chars().allMatch(c -> c > ' ' - 1 && c < 0x7F);
    String name = plain && (counts.size() < MOST || counts.containsKey(what)) ? what : "other";
    counts.merge(name, 1, Integer::sum);
  }

  List<Dropped> list() {
    return counts.entrySet().stream()
        .map(entry -> new Dropped(entry.getKey(), entry.getValue()))
        .toList();
  }
}
