package org.yujian.editing;

import static java.util.stream.Collectors.toMap;

import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Collection;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.yujian.auth.Caller;
import org.yujian.editing.DeskSearchRepository.Copies;
import org.yujian.edition.DeskArticle;
import org.yujian.feed.SearchableArticle;
import org.yujian.feed.SearchableArticles;
import org.yujian.search.DeskCopy;
import org.yujian.search.GramShares;
import org.yujian.search.Highlight;
import org.yujian.search.Highlights;
import org.yujian.search.IndexSnapshot;
import org.yujian.search.SearchIndexer;
import org.yujian.search.Snippet;
import org.yujian.search.Term;
import org.yujian.shared.page.ItemPage;
import org.yujian.shared.page.PageKey;
import org.yujian.shared.page.PageRequest;
import org.yujian.shared.problem.ProblemCode;

/** Searches live articles, drafts and withdrawn ones by the rules of the public search. */
@ApplicationScoped
public class DeskSearch {

  /** Number of articles scanned for common terms, which takes tens of milliseconds. */
  private static final int WINDOW = 2_000;

  /** Expected pages from which articles are scanned; above 1, as matches are unevenly spread. */
  private static final int ENOUGH = 3;

  private final DeskSearchRepository repository;
  private final GramShares shares;
  private final DeskArticleService articles;
  private final SearchableArticles searchable;
  private final IndexSnapshot snapshot;
  private final SearchIndexer indexer;

  DeskSearch(
      DeskSearchRepository repository,
      GramShares shares,
      DeskArticleService articles,
      SearchableArticles searchable,
      IndexSnapshot snapshot,
      SearchIndexer indexer) {
    this.repository = repository;
    this.shares = shares;
    this.articles = articles;
    this.searchable = searchable;
    this.snapshot = snapshot;
    this.indexer = indexer;
  }

  /** A page of matching articles, newest first, after what was just written has been indexed. */
  public DeskSearchPage page(DeskQuestion question, Integer limit, String cursor, Caller caller) {
    PageRequest page = PageRequest.of(limit, cursor, question.filters(), PageKey.Named.class);
    indexer.foldWritten();
    return QuarkusTransaction.requiringNew().call(() -> page(question, page, caller));
  }

  private DeskSearchPage page(DeskQuestion question, PageRequest page, Caller caller) {
    snapshot.begin();
    List<Term> terms = question.terms();
    UUID account = question.account();
    if (account != null) {
      caller.requireAccount(account, () -> ProblemCode.ACCOUNT_NOT_FOUND.problem(account));
    }
    Collection<UUID> within = account == null ? caller.accounts() : List.of(account);
    List<Copies> rows = rows(terms, within, question.copy(), page);
    ItemPage<Copies> found = ItemPage.of(page, rows, Copies::key);
    Map<UUID, DeskArticle> shown =
        articles.inOrder(found.items().stream().map(Copies::id).toList()).stream()
            .collect(toMap(DeskArticle::id, article -> article));
    Map<DeskCopy, Map<UUID, SearchableArticle>> texts = texts(found.items());
    List<DeskSearchItem> items =
        found.items().stream()
            .filter(item -> shown.containsKey(item.id()))
            .map(
                item ->
                    new DeskSearchItem(
                        item.copies().stream().map(DeskCopy::toString).toList(),
                        shown.get(item.id()),
                        highlights(item, texts, terms)))
            .toList();
    return new DeskSearchPage(
        terms.stream().map(Term::text).toList(), items, found.next(), found.prev());
  }

  private List<Copies> rows(
      List<Term> terms, Collection<UUID> within, DeskCopy copy, PageRequest page) {
    // Frequencies of terms are known only for live copies of all accounts.
    boolean counted = within == null && (copy == null || copy == DeskCopy.LIVE);
    if (counted && shares.inAll(terms) * WINDOW >= ENOUGH * page.rows()) {
      List<Copies> rows = repository.beginning(terms, within, copy, page, WINDOW);
      if (rows.size() == page.rows()) {
        return rows;
      }
    }
    return repository.page(terms, within, copy, page);
  }

  private Map<DeskCopy, Map<UUID, SearchableArticle>> texts(List<Copies> found) {
    Map<DeskCopy, Map<UUID, SearchableArticle>> texts = new EnumMap<>(DeskCopy.class);
    for (DeskCopy copy : DeskCopy.values()) {
      List<UUID> ids =
          found.stream().filter(item -> item.copies().contains(copy)).map(Copies::id).toList();
      texts.put(
          copy,
          copy.of(ids, searchable).stream()
              .collect(toMap(SearchableArticle::id, article -> article)));
    }
    return texts;
  }

  private static List<DeskHighlights> highlights(
      Copies item, Map<DeskCopy, Map<UUID, SearchableArticle>> texts, List<Term> terms) {
    return item.copies().stream()
        .filter(copy -> texts.get(copy).containsKey(item.id()))
        .map(copy -> highlights(copy, texts.get(copy).get(item.id()), terms))
        .toList();
  }

  private static DeskHighlights highlights(
      DeskCopy copy, SearchableArticle text, List<Term> terms) {
    List<Highlight> places = Highlights.of(text, null, terms);
    return new DeskHighlights(copy.toString(), places, Snippet.of(text.body(), places));
  }
}
