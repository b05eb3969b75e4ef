package org.yujian.search.text;

import java.util.Arrays;
import java.util.List;

/** Traditional characters and variants to simplified ones, each by itself. */
final class Simplified {
  static final String RESOURCE = "/search/simplified.txt";

  private final int[] from;
  private final int[] to;

  /** Pairs of characters in the order of code points. */
  private Simplified(List<String> pairs) {
    from = pairs.stream().mapToInt(pair -> pair.codePointAt(0)).toArray();
    to = pairs.stream().mapToInt(pair -> pair.codePointBefore(pair.length())).toArray();
  }

  static Simplified load() {
    return new Simplified(Lines.of(RESOURCE));
  }

  int of(int codePoint) {
    int found = Arrays.binarySearch(from, codePoint);
    return found < 0 ? codePoint : to[found];
  }

  String of(String text) {
    StringBuilder all = new StringBuilder(text.length());
    text.codePoints().map(this::of).forEach(all::appendCodePoint);
    return all.toString();
  }
}
