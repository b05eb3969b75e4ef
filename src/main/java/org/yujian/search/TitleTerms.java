package org.yujian.search;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.yujian.search.text.Folding;
import org.yujian.search.text.Grams;

/** What a title offers to be suggested: itself, and what stands in it between punctuation. */
final class TitleTerms {

  /** Of one title, besides itself. */
  private static final int MOST_PARTS = 3;

  private TitleTerms() {}

  /**
   * @param text as readers see it
   * @param folded which term it is
   */
  record TitleTerm(String text, String folded) {
    static TitleTerm of(String text) {
      return new TitleTerm(text, Folding.fold(text));
    }
  }

  /** The terms of a title, each once; none when it has no word. */
  static List<TitleTerm> of(String title) {
    List<String> parts = parts(title);
    if (parts.isEmpty()) {
      return List.of();
    }
    Map<String, TitleTerm> terms = new LinkedHashMap<>();
    put(terms, title.strip());
    if (parts.size() > 1) {
      parts.stream().filter(TitleTerms::isLong).limit(MOST_PARTS).forEach(part -> put(terms, part));
    }
    return List.copyOf(terms.values());
  }

  /** How many parts at the beginning of a term are terms of their own; 0 for one without parts. */
  static int ownParts(String term) {
    List<String> parts = parts(term);
    int own = 0;
    for (int i = 0; i < parts.size(); i++) {
      own += isLong(parts.get(i)) ? 1 : 0;
      if (own == MOST_PARTS) {
        return i + 1;
      }
    }
    return parts.size() > 1 ? parts.size() : 0;
  }

  private static boolean isLong(String part) {
    return part.codePointCount(0, part.length()) > 1;
  }

  private static void put(Map<String, TitleTerm> terms, String text) {
    TitleTerm term = TitleTerm.of(text);
    terms.putIfAbsent(term.folded(), term);
  }

  private static List<String> parts(String title) {
    List<String> parts = new ArrayList<>();
    int from = 0;
    for (int i = 0; i <= title.length(); i++) {
      if (i == title.length() || !isWord(title.charAt(i))) {
        if (i > from && !Folding.fold(title.substring(from, i)).isBlank()) {
          parts.add(title.substring(from, i));
        }
        from = i + 1;
      }
    }
    return parts;
  }

  /** A mark belongs to its letter, an invisible character to its word; ★ and ● part them. */
  private static boolean isWord(char c) {
    int type = Character.getType(c);
    return type == Character.NON_SPACING_MARK
        || type == Character.FORMAT
        || type != Character.OTHER_SYMBOL && Grams.isWord(c);
  }
}
