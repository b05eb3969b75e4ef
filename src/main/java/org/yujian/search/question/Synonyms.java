package org.yujian.search.question;

import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.Function;
import org.yujian.search.text.Words;

/** Asks for synonyms of all parts of a question that may be a word. */
final class Synonyms {
  /** Longest word that is asked for, in words of the segmentation: 公·积·金·管理·中心. */
  private static final int MOST_WORDS = 6;

  /** Of one unit; further ones are left out, so that no dictionary makes queries endless. */
  private static final int MOST = 4;

  private static final int LONGEST = 64;

  private final Function<String, List<String>> dictionary;
  private final String text;
  private final List<Found> found = new ArrayList<>();

  private record Found(int start, int end, List<String> texts) {
    boolean contains(Unit unit) {
      return start <= unit.start() && unit.end() <= end;
    }
  }

  private Synonyms(Function<String, List<String>> dictionary, String text) {
    this.dictionary = dictionary;
    this.text = text;
  }

  /**
   * @param units units, each with the synonyms of all words around it
   * @param used synonyms that units have, by the word of the question that they stand for
   */
  record Added(List<Unit> units, Map<String, List<String>> used) {}

  /** Asks the dictionary for the synonyms of a question, and adds them to its units. */
  static Added add(
      List<Unit> units,
      Collection<String> terms,
      String text,
      Function<String, List<String>> dictionary) {
    Synonyms synonyms = new Synonyms(dictionary, text);
    terms.forEach(synonyms::askEverywhere);
    TextTokens.of(text).forEach(synonyms::askToken);
    List<Unit> more = units.stream().map(unit -> unit.withSynonyms(synonyms.of(unit))).toList();
    return new Added(more, synonyms.used(units));
  }

  private void askEverywhere(String term) {
    for (int at = text.indexOf(term); at >= 0; at = text.indexOf(term, at + term.length())) {
      ask(at, at + term.length());
    }
  }

  private void askToken(Token token) {
    if (!token.is(Token.Kind.HAN)) {
      ask(token.start(), token.end());
      return;
    }
    List<String> words = Words.of(text.substring(token.start(), token.end()));
    int start = token.start();
    for (int from = 0; from < words.size(); from++) {
      int end = start;
      for (int to = from; to < Math.min(words.size(), from + MOST_WORDS); to++) {
        end += words.get(to).length();
        ask(start, end);
      }
      start += words.get(from).length();
    }
  }

  private void ask(int start, int end) {
    String word = text.substring(start, end);
    List<String> texts =
        dictionary.apply(word).stream()
            .filter(Objects::nonNull)
            .filter(other -> !other.isBlank() && other.length() <= LONGEST && !other.equals(word))
            .toList();
    if (!texts.isEmpty()) {
      found.add(new Found(start, end, texts));
    }
  }

  private List<String> of(Unit unit) {
    Set<String> all = new LinkedHashSet<>();
    for (Found word : found) {
      if (word.contains(unit)) {
        all.addAll(word.texts());
      }
    }
    return all.stream().limit(MOST).toList();
  }

  private Map<String, List<String>> used(List<Unit> units) {
    Map<String, List<String>> used = new LinkedHashMap<>();
    for (Found word : found) {
      if (units.stream().anyMatch(word::contains)) {
        used.put(text.substring(word.start(), word.end()), word.texts());
      }
    }
    return used;
  }
}
