package org.yujian.search;

import java.util.Arrays;
import java.util.List;
import org.yujian.search.Bands.Part;
import org.yujian.search.SearchRepository.Span;
import org.yujian.search.index.ArticleScope;

/**
 * Where in the feed the articles lie, by PostgreSQL's own statistics: as many of them between each
 * bound and the next, and evenly there (an equi-depth histogram). Only speed depends on it.
 *
 * @param bounds feed orders, ascending, none twice
 */
record Density(long[] bounds) {

  static final Density UNKNOWN = new Density(new long[0]);

  /** The part of all articles that lies in these feed orders, both included. */
  double share(long from, long to) {
    return Math.max(0, below(to) - below(from - 1));
  }

  /**
   * Parts of the feed, the newest first, where so many things lie as the articles do; see {@link
   * Bands#newestFirst}.
   *
   * @param wanted how many are looked for
   * @param there how many there are, about
   */
  List<Part> newestFirst(Span span, ArticleScope scope, int wanted, double there) {
    return Bands.newestFirst(
        Math.max(span.oldest(), scope.from()),
        Math.min(span.newest(), scope.below() - 1),
        wanted,
        (oldest, newest) -> there * share(oldest, newest));
  }

  private double below(long place) {
    int found = Arrays.binarySearch(bounds, place);
    int bucket = found >= 0 ? found : -found - 2;
    if (bucket < 0) {
      return 0;
    }
    if (bucket >= bounds.length - 1) {
      return 1;
    }
    double within = (double) (place - bounds[bucket]) / (bounds[bucket + 1] - bounds[bucket]);
    return (bucket + within) / (bounds.length - 1);
  }
}
