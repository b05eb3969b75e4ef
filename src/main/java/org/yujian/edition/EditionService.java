package org.yujian.edition;

import static java.util.Comparator.comparing;
import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.mapping;
import static java.util.stream.Collectors.toList;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
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
import org.yujian.change.Present;
import org.yujian.change.Scope;
import org.yujian.edition.ArticleService.Mentioning;
import org.yujian.shared.page.ItemPage;
import org.yujian.shared.page.PageRequest;
import org.yujian.shared.page.SqlQuery;
import org.yujian.shared.problem.Problem;
import org.yujian.shared.transaction.ReadSnapshot;
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
  public EditionPage list(String account, PageRequest page) {
    // A handle never changes its owner: only the page itself needs one snapshot.
    Optional<UUID> id = Optional.ofNullable(account).flatMap(accounts::filtered);
    dependencies.on(id.map(Scope::account).orElse(Scope.all(ChangedThing.EDITION)));
    Mentioning<EditionContents> found =
        articleService.mentioning(
            ArticleRepository.mentionedIn(EditionRepository.FOUND, "account_id"),
            ArticleRepository.mentionedIn(EditionRepository.FOUND, "unnest(tags)"),
            mentioned ->
                contents(
                    with ->
                        account != null && id.isEmpty()
                            ? List.of()
                            : editions.publishedPage(
                                id.orElse(null), page, rows -> mentioned.by(with.apply(rows)))));
    EditionContents contents = found.rows();
    List<EditionRow> rows = contents.editions();
    ItemPage<EditionRow> items = ItemPage.of(page, rows, EditionRow::key);
    found
        .mentioned()
        .cut(
            contents.articlesOf(items.items()),
            contents.articlesOf(rows.subList(items.items().size(), rows.size())));
    return EditionPage.of(items.map(contents::view), articleService.included(found.mentioned()));
  }

  private EditionContents contents(
      Function<UnaryOperator<SqlQuery<EditionRow>>, List<EditionRow>> query) {
    EditionContents contents = EditionContents.read(targets::partShownBy, query);
    dependencies.on(contents.targets().stream().map(target -> Scope.thing(target.id())).toList());
    dependencies.on(contents.editions().stream().map(row -> Scope.edition(row.id())).toList());
    return contents;
  }

  /** One edition; 404 unknown or never live, 410 withdrawn. */
  public EditionView read(UUID id) {
    dependencies.on(Scope.edition(id));
    return found(id).orElseGet(() -> readOrSayWhyNot(id));
  }

  private Optional<EditionView> found(UUID id) {
    EditionContents contents = contents(with -> editions.published(id, with));
    return contents.editions().stream().map(contents::view).findFirst();
  }

  /** Once more, as it may have gone live by now: what is there and why it is not, of one moment. */
  private EditionView readOrSayWhyNot(UUID id) {
    return snapshot.of(() -> found(id).orElseThrow(() -> absent(id)));
  }

  private Problem absent(UUID id) {
    return editions
        .findByIdOptional(id)
        .filter(edition -> edition.state == EditionState.WITHDRAWN)
        .map(EditionProblems::withdrawn)
        .orElseGet(() -> EditionProblems.notFound(id));
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
}
