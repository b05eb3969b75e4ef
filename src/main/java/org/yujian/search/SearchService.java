package org.yujian.search;

import static java.util.stream.Collectors.toMap;
import static java.util.stream.Collectors.toSet;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import org.yujian.account.AccountService;
import org.yujian.account.AccountView;
import org.yujian.cache.Dependencies;
import org.yujian.change.ChangedThing;
import org.yujian.change.Scope;
import org.yujian.feed.ArticleService;
import org.yujian.feed.ArticleSummary;
import org.yujian.feed.Included;
import org.yujian.feed.SearchableArticle;
import org.yujian.feed.SearchableArticles;
import org.yujian.search.index.ArticleScope;
import org.yujian.shared.page.Cursor;
import org.yujian.shared.page.Direction;
import org.yujian.shared.page.PageKey;
import org.yujian.shared.page.PageRequest;
import org.yujian.shared.problem.ProblemCode;
import org.yujian.shared.settings.Settings;
import org.yujian.tag.TagService;

/** Searching for everyone: articles, and before them the accounts and tags of that name. */
@ApplicationScoped
class SearchService {

  /** Accounts whose name has one of several terms, at most. */
  private static final int ACCOUNTS = 1_000;

  @Inject ArticleSearch single;
  @Inject RankedSearch ranked;
  @Inject NameRepository names;
  @Inject NameSearch named;
  @Inject SearchableArticles words;
  @Inject ArticleService articles;
  @Inject AccountService accounts;
  @Inject TagService tags;
  @Inject Dependencies dependencies;
  @Inject SearchSnapshot snapshot;
  @Inject Settings settings;

  /** A page of articles; the first one begins with accounts and tags where they are asked, too. */
  @Transactional
  public SearchPage articles(Question question, PageRequest page) {
    snapshot.begin();
    dependencies.on(Scope.all(ChangedThing.ARTICLE));
    PageKey.Ranked key = (PageKey.Ranked) page.key();
    ArticleScope scope = key == null ? scope(question) : scope(question).below(key.top());
    List<SearchItem> items = new ArrayList<>();
    if (key == null && question.namesToo()) {
      items.addAll(named.first(question));
    }
    Answer answer = find(question.terms(), scope, key, page);
    List<Found> shown = answer.found.subList(0, Math.min(page.limit(), answer.found.size()));
    List<ArticleSummary> rows = articles.inOrder(shown.stream().map(Found::id).toList());
    Included included = articles.included(rows);
    items.addAll(items(rows, included, question.terms()));
    String next = null;
    if (answer.found.size() > page.limit()) {
      PageKey last = shown.get(shown.size() - 1).key(answer.top, answer.basis);
      next = new Cursor(Direction.DOWN, last).encode(page.filters());
    }
    return new SearchPage(question.texts(), items, next, answer.total, included);
  }

  /**
   * @param found one more than the page shows, if there are as many
   * @param top the feed order that all of them are below
   * @param total null behind the first page
   */
  private record Answer(List<Found> found, long top, PageKey.Basis basis, SearchTotal total) {}

  private Answer find(List<Term> terms, ArticleScope scope, PageKey.Ranked key, PageRequest page) {
    if (terms.size() == 1) {
      ArticleSearch.Hits hits = single.find(terms.get(0), scope, key, page.rows());
      return new Answer(hits.found(), hits.top(), PageKey.Basis.NONE, hits.total());
    }
    RankedSearch.Hits hits = ranked.find(sought(terms), scope, key, page.rows());
    return new Answer(
        hits.found(), hits.top(), new PageKey.Basis(List.of(), hits.weights()), hits.total());
  }

  /** Whether any article has the term. */
  @Transactional
  public boolean exists(Term term) {
    snapshot.begin();
    dependencies.on(Scope.all(ChangedThing.ARTICLE));
    return !single.find(term, ArticleScope.ALL, null, 1).found().isEmpty();
  }

  private List<SoughtTerm> sought(List<Term> terms) {
    dependencies.on(Scope.all(ChangedThing.ACCOUNT));
    return terms.stream()
        .map(term -> new SoughtTerm(term, names.accounts(term, ACCOUNTS)))
        .toList();
  }

  /** Ids of the articles that fit exactly, at most a page of them. */
  Set<UUID> first(Question question, long top) {
    PageRequest page =
        PageRequest.of(PageRequest.MAX_LIMIT, null, question.filters(), PageKey.Ranked.class);
    return find(question.terms(), scope(question).below(top), null, page).found.stream()
        .map(Found::id)
        .collect(toSet());
  }

  /** Articles that fit a question mostly, with the places of these folded texts. */
  List<SearchItem> relaxed(List<ArticleSummary> rows, List<String> texts) {
    return items(rows, texts.stream().map(Term::of).toList(), row -> null).stream()
        .map(SearchItem::relaxed)
        .toList();
  }

  /** 404 when the account or tag of the filter does not exist. */
  ArticleScope scope(Question question) {
    String account = question.account();
    String tag = question.tag();
    UUID accountId =
        account == null
            ? null
            : accounts
                .filtered(account)
                .orElseThrow(() -> ProblemCode.ACCOUNT_NOT_FOUND.problem(account));
    UUID tagId =
        tag == null
            ? null
            : tags.resolve(tag).orElseThrow(() -> ProblemCode.TAG_NOT_FOUND.problem(tag));
    return new ArticleScope(
        accountId,
        tagId,
        question.lowest(settings.timeZone()),
        question.beyond(settings.timeZone()));
  }

  private List<SearchItem> items(List<ArticleSummary> rows, Included included, List<Term> terms) {
    // One of several terms may be the account's name; a single one finds the account itself.
    Map<UUID, String> accountNames =
        terms.size() == 1
            ? Map.of()
            : included.accounts().stream().collect(toMap(AccountView::id, AccountView::name));
    return items(rows, terms, row -> accountNames.get(row.accountId()));
  }

  private List<SearchItem> items(
      List<ArticleSummary> rows, List<Term> terms, Function<ArticleSummary, String> account) {
    List<UUID> ids = rows.stream().map(ArticleSummary::id).toList();
    Map<UUID, SearchableArticle> texts =
        words.liveBodies(ids).stream().collect(toMap(SearchableArticle::id, Function.identity()));
    return rows.stream()
        .filter(row -> Objects.nonNull(texts.get(row.id())))
        .map(
            row -> {
              SearchableArticle text = texts.get(row.id());
              List<Highlight> places = Highlights.of(text, account.apply(row), terms);
              return SearchItem.of(row, places, Snippet.of(text.body(), places));
            })
        .toList();
  }
}
