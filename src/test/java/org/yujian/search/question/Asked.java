package org.yujian.search.question;

import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.yujian.search.index.BruteForceIndex;
import org.yujian.search.text.Folding;
import org.yujian.search.text.SearchTerms;

/** Asks questions of a small corpus, the way a search does. */
final class Asked {
  static final Function<String, List<String>> NO_SYNONYMS = term -> List.of();

  private final BruteForceIndex index =
      new BruteForceIndex(text -> DocumentTokens.of(Folding.fold(text)));

  /** Adds articles that are named by their titles. */
  Asked article(String title, String text) {
    return article(title, title, text);
  }

  Asked article(String name, String title, String text) {
    index.add(name, title, text);
    return this;
  }

  List<String> ask(String question) {
    return ask(question, NO_SYNONYMS);
  }

  List<String> ask(String question, Function<String, List<String>> synonyms) {
    Optional<RelaxedQuestion> relaxed = question(question, synonyms);
    if (relaxed.isEmpty()) {
      return List.of();
    }
    List<Long> frequencies = index.frequencies(relaxed.get().probes());
    List<Integer> weights = relaxed.get().weights(frequencies, index.size());
    RelaxedQuery query = relaxed.get().query(weights);
    return index.search(query.must(), query.ranking());
  }

  static Optional<RelaxedQuestion> question(String typed) {
    return question(typed, NO_SYNONYMS);
  }

  private static Optional<RelaxedQuestion> question(
      String typed, Function<String, List<String>> synonyms) {
    return RelaxedQuestion.of(SearchTerms.parse(typed).all(), synonyms);
  }
}
