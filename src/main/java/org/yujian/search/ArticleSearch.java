package org.yujian.search;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.List;
import org.yujian.search.SearchRepository.Met;
import org.yujian.search.SearchRepository.Where;
import org.yujian.shared.page.PageKey;

/**
 * Articles with one term: first those with it in their title, then all others, newest first in
 * both. Which of the two ways of {@link SearchRepository} is taken depends on how common the term
 * is, and never changes what is found.
 */
@ApplicationScoped
class ArticleSearch {

  /** What a row of a walk costs, in rows of a gathering; a title is at hand, a text is not. */
  private static final double TITLE_COST = 0.5;

  private static final double TEXT_COST = 5;

  /** Of a phrase only its parts are known: a look at so many says how common it is itself. */
  private static final int LOOK = 400;

  private static final int FARTHEST = 3_000;
  private static final int SHORTEST = 100;

  /** More grams than these make a gathering no shorter. */
  private static final int MOST_GRAMS = 8;

  /** An estimate of so many says for certain that there are more than anybody counts. */
  private static final int CERTAINLY_MANY = 3 * SearchTotal.MOST;

  @Inject SearchRepository repository;
  @Inject GramShares shares;

  /**
   * One page.
   *
   * @param many whether a count can be spared: there are more than anybody counts
   */
  record Hits(List<Found> found, boolean many) {}

  /**
   * The places behind a key.
   *
   * @param key null for the first page
   */
  Hits find(Term term, ArticleScope scope, PageKey.Ranked key, int rows) {
    List<Found> found = new ArrayList<>();
    boolean many = false;
    boolean first = key == null || key.tier() == Found.FIRST;
    if (first) {
      Hits titles = tier(term, Where.TITLE, behind(scope, key), rows);
      found.addAll(titles.found);
      many = titles.many;
    }
    many |= term.exact() && scope.whole() && many(shares.inAll(term.grams()));
    if (found.size() < rows) {
      ArticleScope rest = first ? scope : behind(scope, key);
      Hits texts = tier(term, Where.NOT_TITLE, rest, rows - found.size());
      found.addAll(texts.found);
      many |= texts.many;
    }
    return new Hits(found, many);
  }

  /** How many there are, when the first page does not say it. */
  SearchTotal count(Term term, ArticleScope scope) {
    return SearchTotal.of(
        repository.count(
            term, shares.rarest(term.grams(), MOST_GRAMS), scope, SearchTotal.MOST + 1));
  }

  private static ArticleScope behind(ArticleScope scope, PageKey.Ranked key) {
    return key == null ? scope : scope.below(key.order());
  }

  private Hits tier(Term term, Where where, ArticleScope scope, int rows) {
    boolean title = where == Where.TITLE;
    double share = title ? shares.inTitles(term.grams()) : shares.inAll(term.grams());
    double cost = title ? TITLE_COST : TEXT_COST;
    List<Found> found = new ArrayList<>();
    ArticleScope rest = scope;
    if (share > 0 && rows / share * cost < share * shares.articles()) {
      int window = window(term, title, share, rows);
      Met near = repository.walk(term, where, scope, window, rows);
      int walked = near.walked();
      found.addAll(near.found());
      if (near.goesOn() && !term.exact() && promises(found.size(), window, rows)) {
        rest = scope.below(near.end());
        near = repository.walk(term, where, rest, FARTHEST - window, rows - found.size());
        walked += near.walked();
        found.addAll(near.found());
      }
      if (!near.goesOn()) {
        return new Hits(found, scope.whole() && many((double) found.size() / walked));
      }
      rest = scope.below(near.end());
    }
    int[] grams = shares.rarest(term.grams(), MOST_GRAMS);
    found.addAll(repository.gather(term, grams, where, rest, rows - found.size()));
    return new Hits(found, false);
  }

  /** Whether this part of all articles is more than anybody counts. */
  private boolean many(double share) {
    return share * shares.articles() > CERTAINLY_MANY;
  }

  private static int window(Term term, boolean title, double share, int rows) {
    int enough = (int) Math.min(FARTHEST, Math.max(SHORTEST, 2 * rows / share));
    return term.exact() || title ? enough : LOOK;
  }

  private static boolean promises(int found, int window, int rows) {
    return (double) found / window * FARTHEST >= rows;
  }
}
