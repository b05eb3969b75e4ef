package org.yujian.editing;

import static java.util.stream.Collectors.groupingBy;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.yujian.account.AccountService;
import org.yujian.auth.Caller;
import org.yujian.edition.Article;
import org.yujian.edition.ArticleRepository;
import org.yujian.edition.DeskArticle;
import org.yujian.edition.DeskEdition;
import org.yujian.edition.Edition;
import org.yujian.edition.EditionProblems;
import org.yujian.edition.EditionRepository;
import org.yujian.shared.page.ItemPage;
import org.yujian.shared.page.PageKey;
import org.yujian.shared.page.PageRequest;
import org.yujian.shared.transaction.ReadSnapshot;
import org.yujian.target.EditionTargets;

/** Reads editions and articles for editors, including drafts and withdrawn ones. */
@ApplicationScoped
public class DeskEditionService {

  private final EditionRepository editions;
  private final ArticleRepository articles;
  private final AccountService accounts;
  private final DeskArticleService reading;
  private final EditionTargets targets;
  private final ReadSnapshot snapshot;

  DeskEditionService(
      EditionRepository editions,
      ArticleRepository articles,
      AccountService accounts,
      DeskArticleService reading,
      EditionTargets targets,
      ReadSnapshot snapshot) {
    this.editions = editions;
    this.articles = articles;
    this.accounts = accounts;
    this.reading = reading;
    this.targets = targets;
    this.snapshot = snapshot;
  }

  @Transactional
  public DeskEditionPage list(DeskEditionFilter filter, PageRequest page, Caller caller) {
    snapshot.begin();
    Optional<UUID> account = Optional.ofNullable(filter.account()).flatMap(accounts::filtered);
    List<Edition> rows =
        filter.account() != null && account.isEmpty()
            ? List.of()
            : editions.deskPage(account.orElse(null), filter.state(), caller.accounts(), page);
    ItemPage<Edition> items = ItemPage.of(page, rows, edition -> PageKey.latest(edition.id));
    Map<UUID, List<DeskArticle>> content = articles(items.items());
    Map<UUID, List<UUID>> shown =
        targets.shown(items.items().stream().map(edition -> edition.id).toList());
    return DeskEditionPage.of(
        items.map(
            edition ->
                DeskEdition.of(
                    edition,
                    content.getOrDefault(edition.id, List.of()),
                    shown.getOrDefault(edition.id, List.of()))));
  }

  /** One edition; 404 if unknown or out of the caller's reach. */
  @Transactional
  public DeskEdition read(UUID id, Caller caller) {
    snapshot.begin();
    Edition edition = editions.findByIdOptional(id).orElseThrow(() -> EditionProblems.notFound(id));
    caller.requireAccount(edition.accountId, () -> EditionProblems.notFound(id));
    return DeskEdition.of(
        edition,
        articles(List.of(edition)).getOrDefault(id, List.of()),
        targets.shown(List.of(id)).getOrDefault(id, List.of()));
  }

  @Transactional
  public DeskArticle readArticle(UUID id, Caller caller) {
    return reading.read(id, caller);
  }

  private Map<UUID, List<DeskArticle>> articles(List<Edition> some) {
    List<Article> inOrder = articles.ofEditions(some.stream().map(edition -> edition.id).toList());
    return reading.shown(inOrder).stream().collect(groupingBy(DeskArticle::editionId));
  }
}
