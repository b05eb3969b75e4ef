package org.yujian.edition;

import static java.util.Comparator.comparing;
import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.toMap;
import static java.util.stream.Collectors.toSet;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.yujian.account.AccountService;
import org.yujian.cache.Dependencies;
import org.yujian.change.ChangedThing;
import org.yujian.change.Present;
import org.yujian.change.Scope;
import org.yujian.change.Tailer;
import org.yujian.edition.ArticleBatch.Missing;
import org.yujian.edition.ArticleView.Neighbour;
import org.yujian.edition.ArticleView.Surroundings;
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

  /** Live articles, newest first; an unknown account or tag has none. */
  @Transactional
  public ArticlePage list(ArticleFilter filter, PageRequest page) {
    snapshot.begin();
    Optional<UUID> account = Optional.ofNullable(filter.account()).flatMap(accounts::filtered);
    Optional<UUID> tag = Optional.ofNullable(filter.tag()).flatMap(tags::resolve);
    dependencies.on(scope(filter, account));
    boolean none =
        filter.account() != null && account.isEmpty() || filter.tag() != null && tag.isEmpty();
    List<ArticleSummary> rows =
        none
            ? List.of()
            : articles.publishedPage(
                account.orElse(null), tag.orElse(null), filter.edition(), page);
    ItemPage<ArticleSummary> items = ItemPage.of(page, rows, ArticleSummary::key);
    return ArticlePage.of(items, included(items.items()));
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
  @Transactional
  public ArticleView read(UUID id, BodyForm form) {
    snapshot.begin();
    dependencies.on(Scope.thing(id));
    List<ArticleSummary> found = articles.published(List.of(id));
    if (found.isEmpty()) {
      throw absent(id);
    }
    return details(found, form).get(0);
  }

  /**
   * As {@link #read}, but nothing older than a version that somebody was told (E6): 503 while the
   * standby that this node reads is behind. What a primary does not show now never was: 404.
   */
  @Transactional
  public ArticleView read(UUID id, BodyForm form, long atLeast) {
    snapshot.begin();
    if (tailer.standby() && articles.versionOf(id).orElse(0L) < atLeast) {
      throw ArticleProblems.notYet(id, atLeast);
    }
    ArticleView article = read(id, form);
    if (article.version() < atLeast) {
      throw ArticleProblems.versionNotFound(id, atLeast);
    }
    return article;
  }

  /** As {@link #read}, with what its page for people shows beside it. */
  @Transactional
  SharedArticle shared(UUID id) {
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
        details(articles.published(wanted), form).stream()
            .collect(toMap(ArticleView::id, view -> view));
    List<Missing> missing =
        wanted.stream()
            .filter(id -> !found.containsKey(id))
            .map(id -> new Missing(id, absent(id).code().status()))
            .toList();
    return new ArticleBatch(
        wanted.stream().filter(found::containsKey).map(found::get).toList(), missing);
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
    return ids.stream().map(found::get).filter(Objects::nonNull).toList();
  }

  private Problem absent(UUID id) {
    return articles
        .findByIdOptional(id)
        .filter(article -> article.state == ArticleState.WITHDRAWN)
        .map(ArticleProblems::withdrawn)
        .orElseGet(() -> ArticleProblems.notFound(id));
  }

  /** The same statements for one article and for fifty. */
  private List<ArticleView> details(List<ArticleSummary> found, BodyForm form) {
    if (found.isEmpty()) {
      return List.of();
    }
    List<UUID> ids = found.stream().map(ArticleSummary::id).toList();
    Set<UUID> editions = found.stream().map(ArticleSummary::editionId).collect(toSet());
    dependencies.on(editions.stream().map(Scope::edition).toList());
    Map<UUID, BodyRow> bodies =
        articles.bodies(ids, form).stream().collect(toMap(BodyRow::articleId, row -> row));
    Map<UUID, List<CorrectionRow>> corrections =
        articles.corrections(ids).stream()
            .sorted(comparing(CorrectionRow::rev))
            .collect(groupingBy(CorrectionRow::articleId));
    Map<UUID, List<ArticleSummary>> siblings =
        articles.publishedOf(editions).stream()
            .sorted(comparing(ArticleSummary::position))
            .collect(groupingBy(ArticleSummary::editionId));
    Map<UUID, List<FollowTargetView>> shown = targets.shownBy(editions);
    return found.stream()
        .map(
            article ->
                ArticleView.of(
                    article,
                    bodies.get(article.id()),
                    surroundings(
                        article,
                        corrections.getOrDefault(article.id(), List.of()),
                        shown.getOrDefault(article.editionId(), List.of()),
                        siblings.get(article.editionId()))))
        .toList();
  }

  private static Surroundings surroundings(
      ArticleSummary article,
      List<CorrectionRow> corrections,
      List<FollowTargetView> followTargets,
      List<ArticleSummary> siblings) {
    int place = siblings.indexOf(article);
    return new Surroundings(
        corrections.stream().map(CorrectionRow::view).toList(),
        followTargets,
        neighbour(siblings, place - 1),
        neighbour(siblings, place + 1));
  }

  private static Neighbour neighbour(List<ArticleSummary> siblings, int place) {
    if (place < 0 || place >= siblings.size()) {
      return null;
    }
    ArticleSummary article = siblings.get(place);
    return new Neighbour(article.id(), article.position(), article.title());
  }

  /** What the items mention, once. */
  @Transactional
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
