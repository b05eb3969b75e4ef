package org.yujian.edition;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Supplier;
import org.yujian.account.AccountService;
import org.yujian.auth.Caller;
import org.yujian.shared.problem.Problem;

/**
 * How whoever changes content at the desk begins: the account is locked, then the edition, and only
 * then anything of them is read. Within the caller's transaction.
 */
@ApplicationScoped
class EditionLocks {

  @Inject EditionRepository editions;
  @Inject ArticleRepository articles;
  @Inject AccountService accounts;

  /** An article and its edition, which is locked. */
  record Opened(Edition edition, Article article) {}

  /** 404 when unknown or of an account out of reach, 410 of a closed one. */
  Edition edition(UUID id, Caller caller) {
    lockAccount(editions.accountOf(id), caller, () -> EditionProblems.notFound(id));
    return editions.lock(id).orElseThrow(() -> EditionProblems.notFound(id));
  }

  /** As {@link #edition} for the edition of an article. */
  Opened article(UUID id, Caller caller) {
    lockAccount(articles.accountOf(id), caller, () -> ArticleProblems.notFound(id));
    Article article = articles.findByIdOptional(id).orElseThrow(() -> ArticleProblems.notFound(id));
    return new Opened(editions.lock(article.editionId).orElseThrow(), article);
  }

  private void lockAccount(Optional<UUID> id, Caller caller, Supplier<Problem> absent) {
    UUID account = id.orElseThrow(absent);
    caller.requireAccount(account, absent);
    accounts.lock(account);
  }
}
