package org.yujian.search;

import java.util.List;
import java.util.stream.IntStream;
import org.yujian.search.index.ArticleScope;

/**
 * Conditions of one gathering of articles with several terms.
 *
 * @param grams on rows {@code s}, by the index
 * @param ofBand more of them, where a part of the feed is looked through
 * @param texts on rows {@code c}, looked at in their order
 */
record Gathered(String grams, String ofBand, String texts) {

  /**
   * One for each way to have the terms.
   *
   * @param grams more conditions on rows {@code s}
   * @param texts conditions on rows {@code c} that come before those of the way
   */
  static List<Gathered> of(
      List<Way> ways,
      List<SoughtTerm> terms,
      ArticleScope scope,
      String grams,
      String ofBand,
      String texts) {
    return IntStream.range(0, ways.size())
        .mapToObj(
            i ->
                new Gathered(
                    ways.get(i).hits(terms, i) + grams + SearchRepository.scope(scope),
                    ofBand,
                    texts + ways.get(i).texts(terms)))
        .toList();
  }

  String inBand() {
    return ofBand + InBands.HAS_ANY;
  }

  Gathered and(String more) {
    return new Gathered(grams, ofBand, texts + more);
  }
}
