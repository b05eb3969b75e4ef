package org.yujian.editing;

import static java.util.stream.Collectors.toMap;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.yujian.feed.SearchableArticle;
import org.yujian.feed.SearchableArticles;
import org.yujian.search.DeskCopy;
import org.yujian.search.LiveSearch;
import org.yujian.search.Term;
import org.yujian.shared.page.PageRequest;

/**
 * Finds terms in drafts and withdrawn articles by reading one after the other: there are few, they
 * change with every keystroke of an editor, and an index of theirs would have to be kept apart from
 * what the public finds.
 */
@ApplicationScoped
class DeskScan {

  /** Texts that one page reads of each copy; some tenths of a second. */
  static final int MOST = 500;

  private static final int BATCH = 50;

  private final DeskSearchRepository repository;
  private final SearchableArticles texts;

  DeskScan(DeskSearchRepository repository, SearchableArticles texts) {
    this.repository = repository;
    this.texts = texts;
  }

  /**
   * What was found.
   *
   * @param places in the order of reading
   * @param end the place up to which was read; null when there is nothing behind it that a page of
   *     these places needs
   */
  record Scanned(List<DeskPlace> places, DeskPlace end) {}

  /**
   * The next places of the copy at which all terms stand, at most one more than a page shows.
   *
   * @param accounts null for all
   */
  Scanned find(
      DeskCopy copy,
      List<Term> terms,
      Collection<UUID> accounts,
      DeskPlace after,
      PageRequest page) {
    List<DeskPlace> found = new ArrayList<>();
    DeskPlace last = after;
    for (int read = 0; read < MOST; read += BATCH) {
      List<DeskPlace> some = repository.next(copy, accounts, last, page.upward(), BATCH);
      found.addAll(holding(copy, some, terms));
      if (some.size() < BATCH || found.size() >= page.rows()) {
        return new Scanned(found.subList(0, Math.min(found.size(), page.rows())), null);
      }
      last = some.get(some.size() - 1);
    }
    return new Scanned(found, last);
  }

  private List<DeskPlace> holding(DeskCopy copy, List<DeskPlace> places, List<Term> terms) {
    Map<UUID, SearchableArticle> articles =
        copy.of(places.stream().map(DeskPlace::id).toList(), texts).stream()
            .collect(toMap(SearchableArticle::id, article -> article));
    return places.stream()
        .filter(place -> articles.containsKey(place.id()))
        .filter(place -> LiveSearch.holds(articles.get(place.id()), terms))
        .toList();
  }
}
