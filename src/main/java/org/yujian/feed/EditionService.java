package org.yujian.feed;

import static java.util.Comparator.comparing;
import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.mapping;
import static java.util.stream.Collectors.toList;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import java.util.function.UnaryOperator;
import org.yujian.account.AccountService;
import org.yujian.cache.Dependencies;
import org.yujian.change.ChangedThing;
import org.yujian.change.Lookup;
import org.yujian.change.Scope;
import org.yujian.feed.ArticleService.Mentioning;
import org.yujian.shared.page.ItemPage;
import org.yujian.shared.page.PageRequest;
import org.yujian.shared.page.SqlQuery;
import org.yujian.shared.problem.Problem;
import org.yujian.shared.problem.ProblemCode;
import org.yujian.shared.transaction.ReadSnapshot;
import org.yujian.target.TargetService;

/** Reads editions for the public API. */
@ApplicationScoped
public class EditionService {

  private final PublishedEditionRepository editions;
  private final PublishedArticleRepository articles;
  private final ArticleService articleService;
  private final AccountService accounts;
  private final TargetService targets;
  private final ReadSnapshot snapshot;
  private final Dependencies dependencies;

  EditionService(
      PublishedEditionRepository editions,
      PublishedArticleRepository articles,
      ArticleService articleService,
      AccountService accounts,
      TargetService targets,
      ReadSnapshot snapshot,
      Dependencies dependencies) {
    this.editions = editions;
    this.articles = articles;
    this.articleService = articleService;
    this.accounts = accounts;
    this.targets = targets;
    this.snapshot = snapshot;
    this.dependencies = dependencies;
  }

  /** Published editions, newest first; {@code account} is an id, a {@code @handle} or null. */
  public EditionPage list(String account, PageRequest page) {
    // A handle never gets another account, so this lookup needs no common snapshot with the page.
    Optional<UUID> id = Optional.ofNullable(account).flatMap(accounts::filtered);
    dependencies.on(id.map(Scope::account).orElse(Scope.all(ChangedThing.EDITION)));
    Mentioning<EditionRows> found =
        articleService.mentioning(
            PublishedArticleRepository.mentionedIn(PublishedEditionRepository.FOUND, "account_id"),
            PublishedArticleRepository.mentionedIn(
                PublishedEditionRepository.FOUND, "unnest(tags)"),
            mentioned ->
                contents(
                    with ->
                        account != null && id.isEmpty()
                            ? List.of()
                            : editions.publishedPage(
                                id.orElse(null), page, rows -> mentioned.by(with.apply(rows)))));
    EditionRows contents = found.rows();
    List<EditionRow> rows = contents.editions();
    ItemPage<EditionRow> items = ItemPage.of(page, rows, EditionRow::key);
    found
        .mentioned()
        .cut(
            contents.articlesOf(items.items()),
            contents.articlesOf(rows.subList(items.items().size(), rows.size())));
    return EditionPage.of(items.map(contents::view), articleService.included(found.mentioned()));
  }

  private EditionRows contents(
      Function<UnaryOperator<SqlQuery<EditionRow>>, List<EditionRow>> query) {
    EditionRows contents = EditionRows.read(targets::partShownBy, query);
    dependencies.on(contents.targets().stream().map(target -> Scope.thing(target.id())).toList());
    dependencies.on(contents.editions().stream().map(row -> Scope.edition(row.id())).toList());
    return contents;
  }

  /** One edition; 404 if unknown or never live, 410 if withdrawn. */
  public EditionView read(UUID id) {
    dependencies.on(Scope.edition(id));
    return found(id).orElseGet(() -> readOrSayWhyNot(id));
  }

  private Optional<EditionView> found(UUID id) {
    EditionRows contents = contents(with -> editions.published(id, with));
    return contents.editions().stream().map(contents::view).findFirst();
  }

  /** Reads again in one snapshot, because the edition may have been published meanwhile. */
  private EditionView readOrSayWhyNot(UUID id) {
    return snapshot.of(() -> found(id).orElseThrow(() -> absent(id)));
  }

  private Problem absent(UUID id) {
    return editions
        .withdrawal(id)
        .map(notice -> notice.addTo(ProblemCode.EDITION_WITHDRAWN.problem(id)))
        .orElseGet(() -> ProblemCode.EDITION_NOT_FOUND.problem(id));
  }

  /** Those of the editions that are published, and the reason (404, 410) for each other id. */
  @Transactional
  public Lookup<EditionReferences> present(Collection<UUID> ids) {
    return Lookup.of(ids, this::references, EditionReferences::id, editions::withdrawn);
  }

  private List<EditionReferences> references(Collection<UUID> ids) {
    List<EditionRow> rows = editions.published(ids);
    if (rows.isEmpty()) {
      return List.of();
    }
    Map<UUID, List<UUID>> content =
        articles.placesIn(ids).stream()
            .sorted(comparing(PlacedArticle::position))
            .collect(
                groupingBy(PlacedArticle::editionId, mapping(PlacedArticle::articleId, toList())));
    Map<UUID, List<UUID>> shown = targets.idsShownBy(ids);
    return rows.stream()
        .map(
            row ->
                EditionReferences.of(
                    row,
                    content.getOrDefault(row.id(), List.of()),
                    shown.getOrDefault(row.id(), List.of())))
        .toList();
  }
}
