package org.yujian.edition;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Supplier;
import org.yujian.account.AccountService;
import org.yujian.auth.Caller;
import org.yujian.shared.problem.Problem;

/** Locks the account, then the edition, before a change for editors reads anything else. */
@ApplicationScoped
public class EditionLocks {

  private final EditionRepository editions;
  private final ArticleRepository articles;
  private final AccountService accounts;

  EditionLocks(EditionRepository editions, ArticleRepository articles, AccountService accounts) {
    this.editions = editions;
    this.articles = articles;
    this.accounts = accounts;
  }

  public record Opened(Edition edition, Article article) {}

  /** Locks an edition. 404 if unknown or out of the key's reach, 410 if its account is closed. */
  public Edition edition(UUID id, Caller caller) {
    lockAccount(editions.accountOf(id), caller, () -> EditionProblems.notFound(id));
    return editions.lock(id).orElseThrow(() -> EditionProblems.notFound(id));
  }

  /** Locks the edition of an article, with the errors of {@link #edition}. */
  public Opened article(UUID id, Caller caller) {
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
