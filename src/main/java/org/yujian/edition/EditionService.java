package org.yujian.edition;

import static java.util.Comparator.comparing;
import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.mapping;
import static java.util.stream.Collectors.toList;
import static java.util.stream.Collectors.toMap;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.yujian.account.AccountService;
import org.yujian.cache.Dependencies;
import org.yujian.change.ChangedThing;
import org.yujian.change.Present;
import org.yujian.change.Scope;
import org.yujian.shared.page.ItemPage;
import org.yujian.shared.page.PageRequest;
import org.yujian.shared.transaction.ReadSnapshot;
import org.yujian.target.FollowTargetView;
import org.yujian.target.TargetService;

/** Editions as the public reads them. */
@ApplicationScoped
public class EditionService {

  @Inject EditionRepository editions;
  @Inject ArticleRepository articles;
  @Inject ArticleService articleService;
  @Inject AccountService accounts;
  @Inject TargetService targets;
  @Inject ReadSnapshot snapshot;
  @Inject Dependencies dependencies;

  /** Published editions, newest first; {@code account} is an id, a {@code @handle} or null. */
  @Transactional
  public EditionPage list(String account, PageRequest page) {
    snapshot.begin();
    Optional<UUID> id = Optional.ofNullable(account).flatMap(accounts::filtered);
    dependencies.on(id.map(Scope::account).orElse(Scope.all(ChangedThing.EDITION)));
    List<EditionRow> rows =
        account != null && id.isEmpty() ? List.of() : editions.publishedPage(id.orElse(null), page);
    ItemPage<EditionView> items = ItemPage.of(page, rows, EditionRow::key).map(whole(rows)::get);
    return EditionPage.of(
        items,
        articleService.included(
            items.items().stream().flatMap(view -> view.articles().stream()).toList()));
  }

  /** One edition; 404 unknown or never live, 410 withdrawn. */
  @Transactional
  public EditionView read(UUID id) {
    snapshot.begin();
    dependencies.on(Scope.edition(id));
    Edition edition = editions.findByIdOptional(id).orElseThrow(() -> EditionProblems.notFound(id));
    return switch (edition.state) {
      case PUBLISHED -> {
        EditionRow row =
            new EditionRow(edition.id, edition.version, edition.accountId, edition.publishedAt);
        yield whole(List.of(row)).get(row);
      }
      case WITHDRAWN -> throw EditionProblems.withdrawn(edition);
      default -> throw EditionProblems.notFound(id);
    };
  }

  /** Those of these that are published, as references, and why others are not. */
  @Transactional
  public Present<EditionReferences> present(Collection<UUID> ids) {
    return Present.of(ids, this::references, EditionReferences::id, editions::withdrawn);
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

  /** With articles and follow targets: two statements, however many rows. */
  private Map<EditionRow, EditionView> whole(List<EditionRow> rows) {
    if (rows.isEmpty()) {
      return Map.of();
    }
    List<UUID> ids = rows.stream().map(EditionRow::id).toList();
    Map<UUID, List<ArticleSummary>> content =
        articles.publishedOf(ids).stream()
            .sorted(comparing(ArticleSummary::position))
            .collect(groupingBy(ArticleSummary::editionId));
    Map<UUID, List<FollowTargetView>> shown = targets.shownBy(ids);
    return rows.stream()
        .collect(
            toMap(
                row -> row,
                row ->
                    EditionView.of(
                        row,
                        content.getOrDefault(row.id(), List.of()),
                        shown.getOrDefault(row.id(), List.of()))));
  }
}
