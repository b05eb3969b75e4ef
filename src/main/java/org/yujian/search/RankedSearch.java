package org.yujian.search;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.yujian.search.index.ArticleScope;
import org.yujian.search.index.Clause;
import org.yujian.search.index.IndexField;
import org.yujian.search.index.IndexGeneration;
import org.yujian.search.index.IndexHits;
import org.yujian.search.index.IndexQuery;
import org.yujian.search.index.IndexQuery.Place;
import org.yujian.search.index.Weighted;
import org.yujian.shared.page.PageKey;
import org.yujian.shared.problem.ProblemCode;

/**
 * Articles with several terms, all of them, in the order of a score; of equal ones the newest. The
 * score depends on nothing but the article and the weights of the terms, which the cursor keeps: so
 * pages fit together whatever is written or taken back meanwhile. Newest first alone would put what
 * was asked for far behind.
 */
@ApplicationScoped
class RankedSearch {

  /** All terms in the title come before everything else; more than all others together. */
  private static final int ALL_IN_TITLE = 1 << 20;

  // Parts of the weight of a term.
  private static final int TITLE = 80;
  private static final int WHOLE_NUMBER = 40;
  private static final int NAME = 30;
  private static final int TEXT = 5;

  /**
   * A repetition tells less and less, as in BM25 (Robertson, Zaragoza 2009): what it adds up to, in
   * parts of the weight.
   */
  private static final List<Times> REPEATED =
      List.of(new Times(2, 2), new Times(4, 1), new Times(8, 1));

  /** Steps of a weight for a term that is e times as rare. */
  private static final int STEPS = 4;

  /** More than any number of articles gives. */
  private static final int MOST_WEIGHT = 200;

  private final CurrentIndex index;

  RankedSearch(CurrentIndex index) {
    this.index = index;
  }

  /** What it adds that a term stands in the text at least so often. */
  private record Times(int least, int part) {}

  /**
   * One page, as {@link ArticleSearch.Hits}.
   *
   * @param weights of the terms, in their order
   */
  record Hits(List<Found> found, long top, List<Double> weights, SearchTotal total) {}

  /**
   * As {@link ArticleSearch#find}.
   *
   * @throws org.yujian.shared.problem.Problem {@code search-unavailable}; {@code invalid-cursor}
   *     for a key of another search
   */
  Hits find(List<SoughtTerm> terms, ArticleScope scope, PageKey.Ranked key, int rows) {
    return index.search(engine -> find(engine, terms, scope, key, rows));
  }

  private static Hits find(
      IndexGeneration engine,
      List<SoughtTerm> terms,
      ArticleScope scope,
      PageKey.Ranked key,
      int rows) {
    long top = key == null ? ArticleSearch.top(engine) : key.top();
    List<Integer> weights = key == null ? weights(engine, terms) : weights(key, terms);
    IndexHits hits =
        engine.search(
            new IndexQuery(
                scope.below(top),
                new Clause.AllOf(terms.stream().map(RankedSearch::anywhere).toList()),
                ranking(terms, weights),
                Set.of(),
                key == null ? null : new Place((int) key.score(), key.order()),
                rows,
                key == null ? SearchTotal.MOST + 1 : 0));
    return new Hits(
        hits.hits().stream().map(Found::exact).toList(),
        top,
        weights.stream().map(Integer::doubleValue).toList(),
        key == null ? SearchTotal.of(hits.total()) : null);
  }

  /** In the article, or in the name of its account. */
  private static Clause anywhere(SoughtTerm term) {
    Clause inArticle = new TermClauses(term.term()).anywhere();
    return term.accounts().isEmpty()
        ? inArticle
        : new Clause.AnyOf(List.of(inArticle, new Clause.OfAccount(term.accounts())));
  }

  private static List<Weighted> ranking(List<SoughtTerm> terms, List<Integer> weights) {
    List<Weighted> ranking = new ArrayList<>();
    List<Clause> titles = new ArrayList<>();
    for (int i = 0; i < terms.size(); i++) {
      TermClauses term = new TermClauses(terms.get(i).term());
      int weight = weights.get(i);
      titles.add(term.wholeIn(IndexField.TITLE));
      ranking.add(new Weighted(term.in(IndexField.TITLE), TITLE * weight));
      ranking.add(new Weighted(term.in(IndexField.TEXT), TEXT * weight));
      term.whole().ifPresent(whole -> ranking.add(new Weighted(whole, WHOLE_NUMBER * weight)));
      if (!terms.get(i).accounts().isEmpty()) {
        ranking.add(new Weighted(new Clause.OfAccount(terms.get(i).accounts()), NAME * weight));
      }
      for (Times times : REPEATED) {
        term.repeated(times.least)
            .ifPresent(often -> ranking.add(new Weighted(often, times.part * weight)));
      }
    }
    ranking.add(new Weighted(new Clause.AllOf(titles), ALL_IN_TITLE));
    return ranking;
  }

  /** The rarer, the higher: inverse document frequency, from 1 on. */
  private static List<Integer> weights(IndexGeneration engine, List<SoughtTerm> terms) {
    List<Long> frequencies =
        engine.frequencies(
            terms.stream()
                .map(term -> new TermClauses(term.term()))
                .flatMap(term -> Stream.of(IndexField.values()).map(term::in))
                .map(Clause.class::cast)
                .toList());
    double articles = Math.max(1, engine.size());
    int fields = IndexField.values().length;
    return IntStream.range(0, terms.size())
        .mapToObj(i -> frequencies.subList(i * fields, (i + 1) * fields))
        .map(some -> some.stream().mapToLong(Long::longValue).max().orElse(0))
        .map(some -> (int) Math.round(STEPS * Math.log1p(articles / Math.max(1, some))))
        .map(weight -> Math.max(1, weight))
        .toList();
  }

  private static List<Integer> weights(PageKey.Ranked key, List<SoughtTerm> terms) {
    List<Integer> weights = key.basis().weights().stream().map(Double::intValue).toList();
    // Releases before 0.7 had another order; their cursors have floors.
    if (!key.basis().floors().isEmpty()
        || weights.size() != terms.size()
        || weights.stream().anyMatch(weight -> weight < 1 || weight > MOST_WEIGHT)) {
      throw ProblemCode.INVALID_CURSOR.problem();
    }
    return weights;
  }
}
