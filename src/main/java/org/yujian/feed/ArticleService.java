package org.yujian.feed;

import static java.util.stream.Collectors.toMap;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import org.yujian.account.AccountService;
import org.yujian.cache.Dependencies;
import org.yujian.cache.ViewCache;
import org.yujian.change.ChangedThing;
import org.yujian.change.Lookup;
import org.yujian.change.Scope;
import org.yujian.change.Tailer;
import org.yujian.feed.ArticleBatch.Missing;
import org.yujian.feed.PublishedArticleRepository.OfTag;
import org.yujian.shared.page.Ids;
import org.yujian.shared.page.ItemPage;
import org.yujian.shared.page.PageRequest;
import org.yujian.shared.problem.Problem;
import org.yujian.shared.problem.ProblemCode;
import org.yujian.shared.transaction.ReadSnapshot;
import org.yujian.tag.TagService;
import org.yujian.target.FollowTargetView;
import org.yujian.target.TargetService;

/** Reads articles for the public API and the article pages. */
@ApplicationScoped
public class ArticleService {

  /** Bounds the cost of finding the withdrawals of a tag, for which there is no index. */
  private static final int WITHDRAWALS_SCANNED = 1_000;

  private final PublishedArticleRepository articles;
  private final AccountService accounts;
  private final TagService tags;
  private final TargetService targets;
  private final ReadSnapshot snapshot;
  private final Tailer tailer;
  private final Dependencies dependencies;
  private final ViewCache views;

  ArticleService(
      PublishedArticleRepository articles,
      AccountService accounts,
      TagService tags,
      TargetService targets,
      ReadSnapshot snapshot,
      Tailer tailer,
      Dependencies dependencies,
      ViewCache views) {
    this.articles = articles;
    this.accounts = accounts;
    this.tags = tags;
    this.targets = targets;
    this.snapshot = snapshot;
    this.tailer = tailer;
    this.dependencies = dependencies;
    this.views = views;
  }

  /** Live articles, newest first; empty when the filter names an unknown account or tag. */
  public ArticlePage list(ArticleFilter filter, PageRequest page) {
    // A handle never gets another account, so this lookup needs no common snapshot with the page.
    Optional<UUID> account = Optional.ofNullable(filter.account()).flatMap(accounts::filtered);
    OfTag tag =
        filter.tag() == null
            ? null
            : new OfTag(filter.tag(), tags.idOf(PublishedArticleRepository.SLUG));
    dependencies.on(scope(filter, account));
    boolean none = filter.account() != null && account.isEmpty();
    Function<ReferencedRows, List<ArticleSummary>> read =
        with ->
            none
                ? List.of()
                : articles.publishedPage(account.orElse(null), tag, filter.edition(), page, with);
    Mentioning<List<ArticleSummary>> found =
        mentioning(PublishedArticleRepository.ACCOUNTS, PublishedArticleRepository.TAGS, read);
    List<ArticleSummary> rows = found.rows();
    if (tag != null && rows.isEmpty()) {
      // The tag may be created later, so the cached response depends on every tag.
      dependencies.on(Scope.all(ChangedThing.TAG));
    }
    return page(page, rows, found.mentioned());
  }

  private ArticlePage page(PageRequest page, List<ArticleSummary> rows, ReferencedRows mentioned) {
    ItemPage<ArticleSummary> items = ItemPage.of(page, rows, ArticleSummary::key);
    mentioned.cut(items.items(), rows.subList(items.items().size(), rows.size()));
    return ArticlePage.of(items, included(mentioned));
  }

  Included included(ReferencedRows mentioned) {
    return new Included(accounts.inOrder(mentioned.accounts()), tags.inOrder(mentioned.tags()));
  }

  /** Rows of a list with the accounts and tags that their rows name. */
  record Mentioning<R>(R rows, ReferencedRows mentioned) {}

  /**
   * Reads a page with the accounts and tags of its rows in one statement. Of accounts and tags it
   * reads only the versions, because {@link ViewCache} usually has their views; if one is missing,
   * everything is read again, with the views, in one snapshot.
   *
   * @param accountIds SQL query of the ids of the accounts
   * @param slugs SQL query of the slugs of the tags
   */
  <R> Mentioning<R> mentioning(String accountIds, String slugs, Function<ReferencedRows, R> read) {
    ReferencedRows known =
        ReferencedRows.known(views.known(accounts.versions(accountIds), tags.versions(slugs)));
    R rows = read.apply(known);
    if (known.complete()) {
      return new Mentioning<>(rows, known);
    }
    ReferencedRows all = ReferencedRows.read(accounts.part(accountIds), tags.part(slugs));
    return new Mentioning<>(read.apply(all), all);
  }

  /** The narrowest scope that contains every change of the list. */
  private static Scope scope(ArticleFilter filter, Optional<UUID> account) {
    if (filter.edition() != null) {
      return Scope.edition(filter.edition());
    }
    if (filter.tag() != null) {
      return Scope.tag(filter.tag());
    }
    return account.map(Scope::account).orElse(Scope.all(ChangedThing.ARTICLE));
  }

  /** One article; 404 if unknown or never live, 410 if withdrawn. */
  public ArticleView read(UUID id, BodyForm form) {
    dependencies.on(Scope.thing(id));
    return found(id, form).orElseGet(() -> readOrSayWhyNot(id, form));
  }

  private Optional<ArticleView> found(UUID id, BodyForm form) {
    return views(articles.details(id, form, targets::partShownBy)).stream().findFirst();
  }

  /** Reads again in one snapshot, because the article may have been published meanwhile. */
  private ArticleView readOrSayWhyNot(UUID id, BodyForm form) {
    return snapshot.of(() -> found(id, form).orElseThrow(() -> absent(id)));
  }

  /**
   * Reads an article of at least this version, which the client has seen. 503 while a standby has
   * not replicated the version; 404 on a primary, where no such version exists.
   */
  public ArticleView read(UUID id, BodyForm form, long atLeast) {
    if (atLeast > 0 && tailer.standby()) {
      return readFromStandby(id, form, atLeast);
    }
    return notOlder(read(id, form), atLeast);
  }

  private ArticleView readFromStandby(UUID id, BodyForm form, long atLeast) {
    return snapshot.of(
        () -> {
          if (articles.versionOf(id).orElse(0L) < atLeast) {
            throw ProblemCode.NOT_YET.problem(id, atLeast).header("Retry-After", "1");
          }
          return notOlder(read(id, form), atLeast);
        });
  }

  private static ArticleView notOlder(ArticleView article, long atLeast) {
    if (article.summary().version() < atLeast) {
      throw ProblemCode.VERSION_NOT_FOUND.problem(article.summary().id(), atLeast);
    }
    return article;
  }

  /** Everything that the article's web page shows; errors as for {@link #read(UUID, BodyForm)}. */
  @Transactional
  SharedArticle shared(UUID id) {
    boolean preview = false;
    snapshot.begin();
    ArticleView article = read(id, BodyForm.HTML);
    UUID account = article.summary().accountId();
    return new SharedArticle(
        article,
        accounts.read(account.toString()),
        targets.readOf(account).map(FollowTargetView::followPath).orElse(null),
        tags.included(article.summary().tags()),
        preview);
  }

  /** Articles in the order of the request, with the reason (404, 410) for each missing one. */
  @Transactional
  public ArticleBatch batch(List<UUID> ids, BodyForm form) {
    snapshot.begin();
    Set<UUID> wanted = new LinkedHashSet<>(ids);
    dependencies.on(wanted.stream().map(Scope::thing).toList());
    Map<UUID, ArticleView> found =
        views(articles.details(wanted, form, targets::partShownBy)).stream()
            .collect(toMap(view -> view.summary().id(), view -> view));
    List<Missing> missing =
        wanted.stream()
            .filter(id -> !found.containsKey(id))
            .map(id -> new Missing(id, absent(id).code().status()))
            .toList();
    return new ArticleBatch(Ids.inOrder(wanted, found), missing);
  }

  /** Summaries of those articles that are live, and the reason (404, 410) for each other id. */
  @Transactional
  public Lookup<ArticleSummary> present(Collection<UUID> ids) {
    return Lookup.of(ids, articles::published, ArticleSummary::id, articles::withdrawn);
  }

  /** Summaries of those articles that are live, in the order of the ids. */
  @Transactional
  public List<ArticleSummary> inOrder(List<UUID> ids) {
    Map<UUID, ArticleSummary> found =
        articles.published(ids).stream().collect(toMap(ArticleSummary::id, row -> row));
    return Ids.inOrder(ids, found);
  }

  /** The bodies as HTML of those articles that are live, by id. */
  @Transactional
  public Map<UUID, String> html(Collection<UUID> ids) {
    dependencies.on(ids.stream().map(Scope::thing).toList());
    return articles.html(ids).stream().collect(toMap(LiveHtml::id, LiveHtml::html));
  }

  /**
   * The articles withdrawn last, latest first, whatever their age. With a tag, only the newest
   * {@value #WITHDRAWALS_SCANNED} withdrawals are searched.
   *
   * @param account null for all accounts
   * @param tag null for all tags
   */
  @Transactional
  public List<Withdrawn> lastWithdrawn(UUID account, String tag, int limit) {
    return articles.lastWithdrawn(account, tag, tag == null ? limit : WITHDRAWALS_SCANNED, limit);
  }

  private Problem absent(UUID id) {
    return articles
        .withdrawal(id)
        .map(notice -> notice.addTo(ProblemCode.ARTICLE_WITHDRAWN.problem(id)))
        .orElseGet(() -> ProblemCode.ARTICLE_NOT_FOUND.problem(id));
  }

  private List<ArticleView> views(ArticleDetailRows found) {
    for (LiveArticle article : found.articles()) {
      dependencies.on(Scope.edition(article.light().editionId()));
    }
    dependencies.on(found.targets().stream().map(target -> Scope.thing(target.id())).toList());
    return found.views();
  }

  /** The accounts and tags that these articles name. */
  public Included included(Collection<ArticleSummary> items) {
    Set<UUID> accountIds = new LinkedHashSet<>();
    Set<String> slugs = new LinkedHashSet<>();
    for (ArticleSummary item : items) {
      accountIds.add(item.accountId());
      slugs.addAll(item.tags());
    }
    return new Included(accounts.included(accountIds), tags.included(new ArrayList<>(slugs)));
  }
}
