package org.yujian.search;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.yujian.search.Bands.Part;
import org.yujian.search.Estimates.Estimate;
import org.yujian.search.SearchRepository.Met;
import org.yujian.search.SearchRepository.Span;
import org.yujian.search.SearchRepository.Where;
import org.yujian.search.index.ArticleScope;
import org.yujian.shared.page.PageKey;

/**
 * Articles with one term: first those with it in their title, then all others, newest first in
 * both. Which of the ways of {@link SearchRepository} is taken depends on how common the term is,
 * and never changes what is found.
 */
@ApplicationScoped
class ArticleSearch {

  /** What a row of a walk costs, in rows of a gathering; a title is at hand, a text is not. */
  private static final double TITLE_COST = 0.5;

  private static final double TEXT_COST = 5;

  /** Of a phrase only its parts are known: a look at so many says how common it is itself. */
  private static final int LOOK = 400;

  /** So many titles with the rarest gram of a phrase: few of them have all its grams. */
  private static final int TITLES_AT_ONCE = 1_500;

  private static final int FARTHEST = 3_000;
  private static final int SHORTEST = 100;

  @Inject SearchRepository repository;
  @Inject CountRepository counts;
  @Inject GramShares shares;
  @Inject Estimates estimates;

  /**
   * One page.
   *
   * @param many whether a count can be spared: there are more than anybody counts
   * @param span of the index, where it had to be known
   */
  record Hits(List<Found> found, boolean many, Optional<Span> span) {}

  /**
   * The places behind a key.
   *
   * @param key null for the first page
   */
  Hits find(Term term, ArticleScope scope, PageKey.Ranked key, int rows) {
    List<Found> found = new ArrayList<>();
    boolean first = key == null || key.tier() == Found.FIRST;
    boolean common = shares.inAll(term.grams()) > 0;
    Optional<Span> span = common ? shares.span(scope) : Optional.empty();
    if (first) {
      found.addAll(titles(term, behind(scope, key), span, rows));
    }
    boolean whole = key == null && scope.whole();
    Optional<Estimate> estimate =
        span.filter(known -> whole || found.size() < rows).map(known -> estimates.of(term));
    if (found.size() < rows) {
      ArticleScope rest = first ? scope : behind(scope, key);
      int missing = rows - found.size();
      found.addAll(
          estimate
              .map(known -> texts(term, rest, span.get(), known, missing))
              .orElseGet(() -> tier(term, Where.NOT_TITLE, rest, missing)));
    }
    return new Hits(found, whole && estimate.filter(Estimate::many).isPresent(), span);
  }

  /** How many there are, when the first page does not say it. */
  SearchTotal count(Term term, ArticleScope scope) {
    int most = SearchTotal.MOST + 1;
    return SearchTotal.of(counts.count(term, grams(term), scope, parts(term, scope, most), most));
  }

  /** Of the days that are asked, where there is too much besides. */
  private Optional<List<Part>> parts(Term term, ArticleScope scope, int wanted) {
    double there = shares.inAll(term.grams()) * shares.articles();
    if (!scope.isOfDays() || there <= Bands.FEW_COUNTED * wanted) {
      return Optional.empty();
    }
    return shares.span(scope).map(span -> shares.parts(span, scope, wanted, there));
  }

  private int[] grams(Term term) {
    return shares.rarest(term.grams());
  }

  private static ArticleScope behind(ArticleScope scope, PageKey.Ranked key) {
    return key == null ? scope : scope.below(key.order());
  }

  /** Those with it in their title. */
  private List<Found> titles(Term term, ArticleScope scope, Optional<Span> span, int rows) {
    double there = shares.countOfTitles(term.grams());
    double few = Bands.FEW * rows;
    if (span.isEmpty() || there <= (term.exact() ? few : Math.max(few, TITLES_AT_ONCE))) {
      return tier(term, Where.TITLE, scope, rows);
    }
    List<Part> parts = shares.parts(span.get(), scope, rows, there);
    return repository.inBands(term, grams(term), Where.TITLE, scope, parts, rows);
  }

  /** Those with it in their text alone. */
  private List<Found> texts(Term term, ArticleScope scope, Span span, Estimate estimate, int rows) {
    if (estimate.grams() * shares.articles() <= Bands.FEW * rows) {
      return repository.gather(term, grams(term), Where.NOT_TITLE, scope, rows);
    }
    List<Part> parts = shares.parts(span, scope, rows, estimate.hits() * shares.articles());
    return repository.inBands(term, grams(term), Where.NOT_TITLE, scope, parts, rows);
  }

  private List<Found> tier(Term term, Where where, ArticleScope scope, int rows) {
    boolean title = where == Where.TITLE;
    double share = title ? shares.inTitles(term.grams()) : shares.inAll(term.grams());
    double cost = title ? TITLE_COST : TEXT_COST;
    List<Found> found = new ArrayList<>();
    ArticleScope rest = scope;
    if (share > 0 && rows / share * cost < share * shares.articles()) {
      int window = window(term, title, share, rows);
      Met near = repository.walk(term, where, scope, window, rows);
      found.addAll(near.found());
      if (near.goesOn() && !term.exact() && promises(found.size(), window, rows)) {
        rest = scope.below(near.end());
        near = repository.walk(term, where, rest, FARTHEST - window, rows - found.size());
        found.addAll(near.found());
      }
      if (!near.goesOn()) {
        return found;
      }
      rest = scope.below(near.end());
    }
    found.addAll(repository.gather(term, grams(term), where, rest, rows - found.size()));
    return found;
  }

  private static int window(Term term, boolean title, double share, int rows) {
    int enough = (int) Math.min(FARTHEST, Math.max(SHORTEST, 2 * rows / share));
    return term.exact() || title ? enough : LOOK;
  }

  private static boolean promises(int found, int window, int rows) {
    return (double) found / window * FARTHEST >= rows;
  }
}
