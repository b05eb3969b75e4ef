package org.yujian.search.text;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/**
 * The terms of a query, folded, in the order they were asked for, each once: all must stand in what
 * is found. Spaces part them; what stands in quotes ({@code "…"}, {@code “…”}, {@code 「…」}, also of
 * full width) is one term, with its spaces and even when it is nothing but punctuation. Unquoted
 * punctuation alone is no term. A quote that nothing closes parts terms like a space.
 *
 * @param all at most {@value #MAX}
 * @param tooMany whether there were more, which are left out
 */
public record SearchTerms(List<String> all, boolean tooMany) {
  public static final int MAX = 16;

  public static SearchTerms parse(String q) {
    String folded = Folding.fold(q);
    Set<String> terms = new LinkedHashSet<>();
    int lastCorner = folded.lastIndexOf('」');
    int at = 0;
    while (at < folded.length() && terms.size() <= MAX) {
      int close = closing(folded, at, lastCorner);
      if (close > at) {
        add(terms, folded.substring(at + 1, close).strip(), true);
        at = close + 1;
      } else {
        int end = at;
        while (end < folded.length() && !isBreak(folded.charAt(end))) {
          end++;
        }
        add(terms, folded.substring(at, end), false);
        at = Math.max(end, at + 1);
      }
    }
    List<String> all = new ArrayList<>(terms);
    boolean tooMany = all.size() > MAX;
    return new SearchTerms(List.copyOf(tooMany ? all.subList(0, MAX) : all), tooMany);
  }

  private static void add(Set<String> terms, String term, boolean literal) {
    if (!term.isEmpty() && (literal || Grams.ofTerm(term).length > 0)) {
      terms.add(term);
    }
  }

  private static boolean isBreak(char c) {
    return c == ' ' || isQuote(c) || c == '「' || c == '」';
  }

  /** Straight and curly ones close each other: keyboards mix them. */
  private static boolean isQuote(char c) {
    return c == '"' || c == '“' || c == '”';
  }

  /** Where the quotes close that open here; -1 when none do. */
  private static int closing(String folded, int open, int lastCorner) {
    char opening = folded.charAt(open);
    if (opening == '「') {
      return lastCorner < open ? -1 : folded.indexOf('」', open + 1);
    }
    if (isQuote(opening)) {
      for (int i = open + 1; i < folded.length(); i++) {
        if (isQuote(folded.charAt(i))) {
          return i;
        }
      }
    }
    return -1;
  }
}
