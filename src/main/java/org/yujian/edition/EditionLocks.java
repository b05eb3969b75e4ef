package org.yujian.edition;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.UUID;
import org.yujian.account.AccountService;
import org.yujian.auth.Caller;

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

  /** 404 unknown, 403 of an account out of reach, 410 of a closed one. */
  Edition edition(UUID id, Caller caller) {
    account(editions.accountOf(id).orElseThrow(() -> EditionProblems.notFound(id)), caller);
    return editions.lock(id).orElseThrow(() -> EditionProblems.notFound(id));
  }

  /** As {@link #edition} for the edition of an article. */
  Opened article(UUID id, Caller caller) {
    account(articles.accountOf(id).orElseThrow(() -> ArticleProblems.notFound(id)), caller);
    Article article = articles.findByIdOptional(id).orElseThrow(() -> ArticleProblems.notFound(id));
    return new Opened(editions.lock(article.editionId).orElseThrow(), article);
  }

  private void account(UUID id, Caller caller) {
    caller.requireAccount(id);
    accounts.lock(id);
  }
}
