package org.yujian.editing;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.UnaryOperator;
import org.yujian.account.AccountService;
import org.yujian.auth.Caller;
import org.yujian.edition.Article;
import org.yujian.edition.ArticleRepository;
import org.yujian.edition.DeskEdition;
import org.yujian.edition.DraftRepository;
import org.yujian.edition.Edition;
import org.yujian.edition.EditionAudit;
import org.yujian.edition.EditionEtag;
import org.yujian.edition.EditionLocks;
import org.yujian.edition.EditionProblems;
import org.yujian.edition.EditionRepository;
import org.yujian.edition.PublishRules;
import org.yujian.shared.problem.FieldError;
import org.yujian.shared.problem.ProblemCode;
import org.yujian.shared.time.DatabaseClock;
import org.yujian.shared.transaction.RetryOnConflict;
import org.yujian.target.EditionTargets;

/** Creates, reorders and deletes draft editions for editors. Every edition has an article. */
@ApplicationScoped
public class EditionDrafts {

  private final EditionRepository editions;
  private final EditionLocks locks;
  private final ArticleRepository articles;
  private final DraftRepository drafts;
  private final ArticleDrafts writing;
  private final DeskEditionService desk;
  private final EditionTargets targets;
  private final AccountService accounts;
  private final DatabaseClock clock;
  private final EditionAudit audit;

  EditionDrafts(
      EditionRepository editions,
      EditionLocks locks,
      ArticleRepository articles,
      DraftRepository drafts,
      ArticleDrafts writing,
      DeskEditionService desk,
      EditionTargets targets,
      AccountService accounts,
      DatabaseClock clock,
      EditionAudit audit) {
    this.editions = editions;
    this.locks = locks;
    this.articles = articles;
    this.drafts = drafts;
    this.writing = writing;
    this.desk = desk;
    this.targets = targets;
    this.accounts = accounts;
    this.clock = clock;
    this.audit = audit;
  }

  @RetryOnConflict
  @Transactional
  UUID create(CreateEdition request, List<ArticleInput> written, Caller caller) {
    UUID account = request.accountId();
    caller.requireAccount(account, () -> ProblemCode.ACCOUNT_NOT_FOUND.problem(account));
    accounts.lock(account);
    Edition edition = new Edition(request.accountId(), caller.name(), clock.now());
    editions.persistAndFlush(edition);
    for (int i = 0; i < written.size(); i++) {
      writing.make(edition, i + 1, written.get(i), caller);
    }
    show(edition, Optional.ofNullable(request.followTargetIds()).orElse(List.of()));
    audit.edition(caller, "edition.create", edition, null, desk.read(edition.id, caller));
    return edition.id;
  }

  @RetryOnConflict
  @Transactional
  void change(UUID id, UnaryOperator<EditionSettings> edit, EditionEtag expected, Caller caller) {
    Edition edition = locks.edition(id, caller);
    edition.requireOpen();
    List<Article> inOrder = articles.lockOfEdition(id);
    List<UUID> ids = inOrder.stream().map(article -> article.id).toList();
    EditionSettings settings = edit.apply(new EditionSettings(ids, targets.shown(id)));
    expected.require(edition, articles, drafts);
    DeskEdition before = desk.read(id, caller);
    if (settings.articleIds().size() != ids.size()
        || !Set.copyOf(settings.articleIds()).equals(Set.copyOf(ids))) {
      throw ProblemCode.INVALID_BODY
          .problem()
          .with(FieldError.at("/articleIds", "edition.articles"));
    }
    place(
        settings.articleIds().stream().map(next -> inOrder.get(ids.indexOf(next))).toList(),
        edition);
    boolean shown =
        show(edition, Optional.ofNullable(settings.followTargetIds()).orElse(List.of()));
    if (shown || !settings.articleIds().equals(ids)) {
      edition.changedAtDesk(clock.now());
      audit.edition(caller, "edition.change", edition, before, desk.read(id, caller));
    }
  }

  @RetryOnConflict
  @Transactional
  void delete(UUID id, EditionEtag expected, Caller caller) {
    Edition edition = locks.edition(id, caller);
    edition.requireNeverLive();
    expected.require(edition, articles, drafts);
    DeskEdition before = desk.read(id, caller);
    articles.lockOfEdition(id).forEach(this::delete);
    remove(edition);
    audit.edition(caller, "edition.delete", edition, before, null);
  }

  void delete(Article article) {
    drafts.findByIdOptional(article.id).ifPresent(drafts::delete);
    drafts.flush();
    articles.delete(article);
    articles.flush();
  }

  /** Renumbers the remaining articles; without any, deletes the edition and returns true. */
  boolean closeRanks(Edition edition) {
    List<Article> left =
        articles.lockOfEdition(edition.id).stream()
            .filter(article -> article.editionId.equals(edition.id))
            .toList();
    if (left.isEmpty()) {
      remove(edition);
      return true;
    }
    place(left, edition);
    edition.changedAtDesk(clock.now());
    return false;
  }

  private void remove(Edition edition) {
    targets.show(edition.id, List.of());
    editions.delete(edition);
    editions.flush();
  }

  void requireRoom(Edition edition, List<Article> inOrder) {
    if (inOrder.size() >= PublishRules.MAX_ARTICLES) {
      throw EditionProblems.full(edition.id, PublishRules.MAX_ARTICLES);
    }
  }

  /** Index for a requested position; a position beyond the end means the end. */
  int index(int position, List<Article> inOrder) {
    return Math.min(position - 1, inOrder.size());
  }

  void place(List<Article> inOrder, Edition edition) {
    for (int i = 0; i < inOrder.size(); i++) {
      inOrder.get(i).place(edition, i + 1);
    }
    articles.flush();
  }

  private boolean show(Edition edition, List<UUID> targetIds) {
    List<UUID> unknown = new ArrayList<>(targetIds);
    unknown.removeAll(targets.existing(targetIds));
    if (!unknown.isEmpty()) {
      throw ProblemCode.INVALID_BODY
          .problem()
          .with(
              FieldError.at(
                  "/followTargetIds/" + targetIds.indexOf(unknown.get(0)), "follow-target"));
    }
    return targets.show(edition.id, targetIds);
  }
}
