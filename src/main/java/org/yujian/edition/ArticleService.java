package org.yujian.edition;

import static java.util.stream.Collectors.toMap;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
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
import org.yujian.cache.RememberedViews;
import org.yujian.change.ChangedThing;
import org.yujian.change.Present;
import org.yujian.change.Scope;
import org.yujian.change.Tailer;
import org.yujian.edition.ArticleBatch.Missing;
import org.yujian.edition.ArticleRepository.OfTag;
import org.yujian.shared.page.Among;
import org.yujian.shared.page.ItemPage;
import org.yujian.shared.page.PageRequest;
import org.yujian.shared.problem.Problem;
import org.yujian.shared.transaction.ReadSnapshot;
import org.yujian.tag.TagService;
import org.yujian.target.FollowTargetView;
import org.yujian.target.TargetService;

/** Articles as the public reads them. */
@ApplicationScoped
public class ArticleService {

  @Inject ArticleRepository articles;
  @Inject AccountService accounts;
  @Inject TagService tags;
  @Inject TargetService targets;
  @Inject ReadSnapshot snapshot;
  @Inject Tailer tailer;
  @Inject Dependencies dependencies;
  @Inject RememberedViews views;

  /** Live articles, newest first; an unknown account or tag has none. */
  public ArticlePage list(ArticleFilter filter, PageRequest page) {
    // A handle never changes its owner: only the page itself needs one snapshot.
    Optional<UUID> account = Optional.ofNullable(filter.account()).flatMap(accounts::filtered);
    OfTag tag =
        filter.tag() == null ? null : new OfTag(filter.tag(), tags.idOf(ArticleRepository.SLUG));
    dependencies.on(scope(filter, account));
    boolean none = filter.account() != null && account.isEmpty();
    Function<Mentioned, List<ArticleSummary>> read =
        with ->
            none
                ? List.of()
                : articles.publishedPage(account.orElse(null), tag, filter.edition(), page, with);
    Mentioning<List<ArticleSummary>> found =
        mentioning(ArticleRepository.ACCOUNTS, ArticleRepository.TAGS, read);
    List<ArticleSummary> rows = found.rows();
    if (tag != null && rows.isEmpty()) {
      // There may be no such tag yet.
      dependencies.on(Scope.all(ChangedThing.TAG));
    }
    return page(page, rows, found.mentioned());
  }

  private ArticlePage page(PageRequest page, List<ArticleSummary> rows, Mentioned mentioned) {
    ItemPage<ArticleSummary> items = ItemPage.of(page, rows, ArticleSummary::key);
    mentioned.cut(items.items(), rows.subList(items.items().size(), rows.size()));
    return ArticlePage.of(items, included(mentioned));
  }

  /** What a page's own statement has read. */
  Included included(Mentioned mentioned) {
    return new Included(accounts.inOrder(mentioned.accounts()), tags.inOrder(mentioned.tags()));
  }

  /**
   * Rows and what they mention.
   *
   * @param <R> the rows
   */
  record Mentioning<R>(R rows, Mentioned mentioned) {}

  /**
   * Reads rows with what they mention, by one statement; once more where a view is not known yet,
   * for all to be of one snapshot.
   *
   * @param accountIds a query of the rows that are being found, as {@code slugs}
   */
  <R> Mentioning<R> mentioning(String accountIds, String slugs, Function<Mentioned, R> read) {
    Mentioned known =
        Mentioned.known(views.known(accounts.versions(accountIds), tags.versions(slugs)));
    R rows = read.apply(known);
    if (known.complete()) {
      return new Mentioning<>(rows, known);
    }
    Mentioned all = Mentioned.read(accounts.part(accountIds), tags.part(slugs));
    return new Mentioning<>(read.apply(all), all);
  }

  /** The narrowest that every change of the list touches. */
  private static Scope scope(ArticleFilter filter, Optional<UUID> account) {
    if (filter.edition() != null) {
      return Scope.edition(filter.edition());
    }
    if (filter.tag() != null) {
      return Scope.tag(filter.tag());
    }
    return account.map(Scope::account).orElse(Scope.all(ChangedThing.ARTICLE));
  }

  /** One article; 404 unknown or never live, 410 withdrawn. */
  public ArticleView read(UUID id, BodyForm form) {
    dependencies.on(Scope.thing(id));
    return found(id, form).orElseGet(() -> readOrSayWhyNot(id, form));
  }

  private Optional<ArticleView> found(UUID id, BodyForm form) {
    return views(articles.details(id, form, targets::partShownBy)).stream().findFirst();
  }

  /** Once more, as it may have gone live by now: what is there and why it is not, of one moment. */
  private ArticleView readOrSayWhyNot(UUID id, BodyForm form) {
    return snapshot.of(() -> found(id, form).orElseThrow(() -> absent(id)));
  }

  /**
   * As {@link #read}, but nothing older than a version that somebody was told (E6): 503 while the
   * standby that this node reads is behind. What a primary does not show now never was: 404.
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
            throw ArticleProblems.notYet(id, atLeast);
          }
          return notOlder(read(id, form), atLeast);
        });
  }

  private static ArticleView notOlder(ArticleView article, long atLeast) {
    if (article.version() < atLeast) {
      throw ArticleProblems.versionNotFound(article.id(), atLeast);
    }
    return article;
  }

  /** As {@link #read}, with what its page for people shows beside it. */
  @Transactional
  SharedArticle shared(UUID id) {
    snapshot.begin();
    ArticleView article = read(id, BodyForm.HTML);
    return new SharedArticle(
        article,
        accounts.read(article.accountId().toString()),
        targets.readOf(article.accountId()).map(FollowTargetView::followPath).orElse(null),
        tags.included(article.tags()),
        false);
  }

  /** Several articles in the order asked, and for each that is not there, why. */
  @Transactional
  public ArticleBatch batch(List<UUID> ids, BodyForm form) {
    snapshot.begin();
    Set<UUID> wanted = new LinkedHashSet<>(ids);
    dependencies.on(wanted.stream().map(Scope::thing).toList());
    Map<UUID, ArticleView> found =
        views(articles.details(wanted, form, targets::partShownBy)).stream()
            .collect(toMap(ArticleView::id, view -> view));
    List<Missing> missing =
        wanted.stream()
            .filter(id -> !found.containsKey(id))
            .map(id -> new Missing(id, absent(id).code().status()))
            .toList();
    return new ArticleBatch(Among.inOrder(wanted, found), missing);
  }

  /** Those of these that are live, light, and why others are not. */
  @Transactional
  public Present<ArticleSummary> present(Collection<UUID> ids) {
    return Present.of(ids, articles::published, ArticleSummary::id, articles::withdrawn);
  }

  /** Those of these that are live, light, in the order given. */
  @Transactional
  public List<ArticleSummary> inOrder(List<UUID> ids) {
    Map<UUID, ArticleSummary> found =
        articles.published(ids).stream().collect(toMap(ArticleSummary::id, row -> row));
    return Among.inOrder(ids, found);
  }

  private Problem absent(UUID id) {
    return articles
        .findByIdOptional(id)
        .filter(article -> article.state == ArticleState.WITHDRAWN)
        .map(ArticleProblems::withdrawn)
        .orElseGet(() -> ArticleProblems.notFound(id));
  }

  private List<ArticleView> views(Details found) {
    for (LiveArticle article : found.articles()) {
      dependencies.on(Scope.edition(article.light().editionId()));
    }
    dependencies.on(found.targets().stream().map(target -> Scope.thing(target.id())).toList());
    return found.views();
  }

  /** What the items mention, once. */
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
