package org.yujian.editing;

import static java.util.stream.Collectors.toMap;

import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.UUID;
import org.yujian.auth.Caller;
import org.yujian.editing.DeskScan.Scanned;
import org.yujian.edition.DeskArticle;
import org.yujian.feed.SearchableArticle;
import org.yujian.feed.SearchableArticles;
import org.yujian.search.DeskCopy;
import org.yujian.search.Highlight;
import org.yujian.search.Highlights;
import org.yujian.search.LiveSearch;
import org.yujian.search.Snippet;
import org.yujian.search.Term;
import org.yujian.search.index.IndexHits.Hit;
import org.yujian.shared.page.Cursor;
import org.yujian.shared.page.Direction;
import org.yujian.shared.page.ItemPage;
import org.yujian.shared.page.PageKey;
import org.yujian.shared.page.PageRequest;
import org.yujian.shared.problem.ProblemCode;
import org.yujian.shared.transaction.ReadSnapshot;

/**
 * Searches live articles, drafts and withdrawn ones by the rules of the public search: live ones in
 * the index, all others by {@link DeskScan}. What a page does not get to read, the next one does.
 */
@ApplicationScoped
public class DeskSearch {

  private final LiveSearch live;
  private final DeskScan scan;
  private final DeskArticleService articles;
  private final SearchableArticles searchable;
  private final ReadSnapshot snapshot;

  DeskSearch(
      LiveSearch live,
      DeskScan scan,
      DeskArticleService articles,
      SearchableArticles searchable,
      ReadSnapshot snapshot) {
    this.live = live;
    this.scan = scan;
    this.articles = articles;
    this.searchable = searchable;
    this.snapshot = snapshot;
  }

  /** An article and the copies that have the terms. */
  private record Found(DeskPlace place, Set<DeskCopy> copies) {}

  /**
   * What was found next to a place, in the order of reading.
   *
   * @param end up to where was read; null when the page has all it needs
   */
  private record Answer(List<Found> found, DeskPlace end) {}

  /**
   * A page of matching articles, newest first.
   *
   * @throws org.yujian.shared.problem.Problem {@code account-not-found}, {@code invalid-cursor}, or
   *     {@code search-unavailable} where live copies are searched
   */
  public DeskSearchPage page(DeskQuestion question, Integer limit, String cursor, Caller caller) {
    PageRequest page = PageRequest.of(limit, cursor, question.filters(), PageKey.Named.class);
    return QuarkusTransaction.requiringNew().call(() -> page(question, page, caller));
  }

  private DeskSearchPage page(DeskQuestion question, PageRequest page, Caller caller) {
    snapshot.begin();
    UUID account = question.account();
    if (account != null) {
      caller.requireAccount(account, () -> ProblemCode.ACCOUNT_NOT_FOUND.problem(account));
    }
    Collection<UUID> within = account == null ? caller.accounts() : List.of(account);
    Answer answer = answer(question, within, page);
    ItemPage<Found> found = ItemPage.of(page, answer.found, item -> item.place.key());
    String next = found.next();
    String prev = found.prev();
    if (answer.end != null && answer.found.size() <= page.limit()) {
      String on = new Cursor(page.direction(), answer.end.key()).encode(page.filters());
      next = page.upward() ? next : on;
      boolean none = answer.found.isEmpty();
      prev = page.upward() ? on : none ? up(answer.end, page) : prev;
    }
    return new DeskSearchPage(
        question.terms().stream().map(Term::text).toList(),
        items(found.items(), question.terms()),
        next,
        prev);
  }

  private static String up(DeskPlace from, PageRequest page) {
    return new Cursor(Direction.UP, from.key()).encode(page.filters());
  }

  private Answer answer(DeskQuestion question, Collection<UUID> within, PageRequest page) {
    boolean up = page.upward();
    DeskPlace after = page.key() == null ? DeskPlace.FIRST : DeskPlace.of(page.key());
    Comparator<DeskPlace> order = up ? DeskPlace.IN_LIST.reversed() : DeskPlace.IN_LIST;
    Map<UUID, Found> all = new TreeMap<>();
    List<DeskPlace> ends = new ArrayList<>();
    for (DeskCopy copy : DeskCopy.values()) {
      if (question.copy() == null || question.copy() == copy) {
        Scanned scanned = next(copy, question.terms(), within, after, page);
        for (DeskPlace place : scanned.places()) {
          all.computeIfAbsent(place.id(), id -> new Found(place, new TreeSet<>())).copies.add(copy);
        }
        ends.add(scanned.end());
      }
    }
    DeskPlace end = ends.stream().filter(Objects::nonNull).min(order).orElse(null);
    List<Found> found =
        all.values().stream()
            .filter(item -> end == null || order.compare(item.place, end) <= 0)
            .sorted(Comparator.comparing(Found::place, order))
            .limit(page.rows())
            .toList();
    return new Answer(found, end);
  }

  private Scanned next(
      DeskCopy copy, List<Term> terms, Collection<UUID> within, DeskPlace after, PageRequest page) {
    return copy == DeskCopy.LIVE
        ? new Scanned(live(terms, within, after, page), null)
        : scan.find(copy, terms, within, after, page);
  }

  private List<DeskPlace> live(
      List<Term> terms, Collection<UUID> within, DeskPlace after, PageRequest page) {
    // One more: the place itself may be of a live article.
    int most = page.rows() + 1;
    Comparator<DeskPlace> order = DeskPlace.IN_LIST;
    List<Hit> hits =
        page.upward()
            ? live.next(terms, within, after.order(), most)
            : live.newest(terms, within, Math.max(after.order(), after.order() + 1), most);
    return hits.stream()
        .map(hit -> new DeskPlace(hit.feedOrder(), hit.id()))
        .filter(
            place ->
                page.upward() ? order.compare(place, after) < 0 : order.compare(place, after) > 0)
        .limit(page.rows())
        .toList();
  }

  private List<DeskSearchItem> items(List<Found> found, List<Term> terms) {
    Map<UUID, DeskArticle> shown =
        articles.inOrder(found.stream().map(item -> item.place.id()).toList()).stream()
            .collect(toMap(DeskArticle::id, article -> article));
    Map<DeskCopy, Map<UUID, SearchableArticle>> texts = texts(found);
    List<DeskSearchItem> items = new ArrayList<>();
    for (Found item : found) {
      UUID id = item.place.id();
      List<DeskHighlights> places =
          item.copies.stream()
              .filter(copy -> texts.get(copy).containsKey(id))
              .map(copy -> highlights(copy, texts.get(copy).get(id), terms))
              .toList();
      if (shown.containsKey(id) && !places.isEmpty()) {
        List<String> copies = places.stream().map(DeskHighlights::copy).toList();
        items.add(new DeskSearchItem(copies, shown.get(id), places));
      }
    }
    return items;
  }

  private Map<DeskCopy, Map<UUID, SearchableArticle>> texts(List<Found> found) {
    Map<DeskCopy, Map<UUID, SearchableArticle>> texts = new EnumMap<>(DeskCopy.class);
    for (DeskCopy copy : DeskCopy.values()) {
      List<UUID> ids =
          found.stream()
              .filter(item -> item.copies.contains(copy))
              .map(item -> item.place.id())
              .toList();
      texts.put(
          copy,
          copy.of(ids, searchable).stream()
              .collect(toMap(SearchableArticle::id, article -> article)));
    }
    return texts;
  }

  private static DeskHighlights highlights(
      DeskCopy copy, SearchableArticle text, List<Term> terms) {
    List<Highlight> places = Highlights.of(text, null, terms);
    return new DeskHighlights(copy.toString(), places, Snippet.of(text.body(), places));
  }
}
