package org.yujian.search;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.yujian.feed.SearchableArticle;
import org.yujian.search.index.ArticleScope;
import org.yujian.search.index.Clause;
import org.yujian.search.index.IndexHits.Hit;
import org.yujian.search.index.IndexQuery;

/**
 * Live articles in which all terms stand, by their place in the feed alone. All methods wait for
 * the index and throw {@code search-unavailable} as {@link CurrentIndex#search}.
 */
@ApplicationScoped
public class LiveSearch {

  private final CurrentIndex index;

  LiveSearch(CurrentIndex index) {
    this.index = index;
  }

  /**
   * The newest.
   *
   * @param accounts null for all
   * @param below a feed order, excluded
   */
  public List<Hit> newest(List<Term> terms, Collection<UUID> accounts, long below, int most) {
    IndexQuery query =
        new IndexQuery(
            ArticleScope.ALL.below(below),
            must(terms, accounts),
            List.of(),
            Set.of(),
            null,
            most,
            0);
    return index.search(engine -> engine.search(query).hits());
  }

  /**
   * Those that are next above a place, the oldest first.
   *
   * @param accounts null for all
   * @param from a feed order, included
   */
  public List<Hit> next(List<Term> terms, Collection<UUID> accounts, long from, int most) {
    return index.search(
        engine -> engine.oldest(ArticleScope.ALL.above(from), must(terms, accounts), most));
  }

  private static Clause must(List<Term> terms, Collection<UUID> accounts) {
    List<Clause> all = new ArrayList<>();
    terms.forEach(term -> all.add(new TermClauses(term).anywhere()));
    if (accounts != null) {
      all.add(new Clause.OfAccount(Set.copyOf(accounts)));
    }
    return new Clause.AllOf(all);
  }

  /** Whether all terms stand in a text that no index has: what an index would say of it. */
  public static boolean holds(SearchableArticle article, List<Term> terms) {
    FoldedArticle folded = FoldedArticle.of(article);
    return terms.stream()
        .map(Term::text)
        .allMatch(term -> folded.title().contains(term) || folded.text().contains(term));
  }
}
