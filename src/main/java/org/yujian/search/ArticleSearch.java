package org.yujian.search;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.yujian.search.index.ArticleScope;
import org.yujian.search.index.Clause;
import org.yujian.search.index.IndexField;
import org.yujian.search.index.IndexGeneration;
import org.yujian.search.index.IndexHits;
import org.yujian.search.index.IndexQuery;
import org.yujian.search.index.IndexQuery.Place;
import org.yujian.search.index.Weighted;
import org.yujian.shared.page.PageKey;

/**
 * Articles with one term: first those with it in their title, then all others, newest first in
 * both. A term that begins or ends with a digit may be a part of a longer number: articles in which
 * the number stands alone come before all others.
 */
@ApplicationScoped
class ArticleSearch {

  private static final int IN_TITLE = 1;
  private static final int WHOLE_IN_TITLE = 2;
  private static final int WHOLE = 4;

  private final CurrentIndex index;

  ArticleSearch(CurrentIndex index) {
    this.index = index;
  }

  /**
   * One page.
   *
   * @param found one more than the page shows, if there are as many
   * @param top the feed order that everything of this answer is below, on all pages
   * @param total null behind the first page
   */
  record Hits(List<Found> found, long top, SearchTotal total) {}

  /**
   * The places behind a key.
   *
   * @param key null for the first page
   * @throws org.yujian.shared.problem.Problem {@code search-unavailable}
   */
  Hits find(Term term, ArticleScope scope, PageKey.Ranked key, int rows) {
    return index.search(engine -> find(engine, term, scope, key, rows));
  }

  private static Hits find(
      IndexGeneration engine, Term term, ArticleScope scope, PageKey.Ranked key, int rows) {
    long top = key == null ? top(engine) : key.top();
    TermClauses clauses = new TermClauses(term);
    IndexHits hits =
        engine.search(
            new IndexQuery(
                scope.below(top),
                clauses.anywhere(),
                ranking(clauses),
                Set.of(),
                key == null ? null : place(key),
                rows,
                key == null ? SearchTotal.MOST + 1 : 0));
    return new Hits(
        hits.hits().stream().map(Found::exact).toList(),
        top,
        key == null ? SearchTotal.of(hits.total()) : null);
  }

  private static List<Weighted> ranking(TermClauses term) {
    List<Weighted> ranking = new ArrayList<>();
    ranking.add(new Weighted(term.in(IndexField.TITLE), IN_TITLE));
    term.whole()
        .ifPresent(
            whole -> {
              ranking.add(new Weighted(whole, WHOLE));
              ranking.add(new Weighted(term.wholeIn(IndexField.TITLE), WHOLE_IN_TITLE));
            });
    return ranking;
  }

  /** Releases before 0.7 had no score for one term: the tier alone said what is in the title. */
  private static Place place(PageKey.Ranked key) {
    boolean old = key.tier() == Found.FIRST && key.score() == 0;
    return new Place(old ? IN_TITLE : (int) key.score(), key.order());
  }

  /** Feed order above all articles of now, for an answer of several pages. */
  long top() {
    return index.search(ArticleSearch::top);
  }

  static long top(IndexGeneration engine) {
    Clause all = new Clause.AllOf(List.of());
    IndexQuery newest = new IndexQuery(ArticleScope.ALL, all, List.of(), Set.of(), null, 1, 0);
    return engine.search(newest).hits().stream()
        .mapToLong(hit -> hit.feedOrder() + 1)
        .findFirst()
        .orElse(0);
  }
}
