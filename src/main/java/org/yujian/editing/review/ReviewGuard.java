package org.yujian.editing.review;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import jakarta.transaction.Transactional.TxType;
import java.util.UUID;
import java.util.function.Supplier;
import org.yujian.account.AccountService;
import org.yujian.edition.PublicationContent;
import org.yujian.edition.PublicationGuard;

/** Lets content go live only after every stage of the account's review has agreed to it. */
@ApplicationScoped
class ReviewGuard implements PublicationGuard {

  private final AccountService accounts;
  private final ReviewRepository signatures;

  ReviewGuard(AccountService accounts, ReviewRepository signatures) {
    this.accounts = accounts;
    this.signatures = signatures;
  }

  @Override
  @Transactional(TxType.MANDATORY)
  public void require(UUID account, Supplier<PublicationContent> content) {
    accounts
        .review(account)
        .ifPresent(
            rules -> {
              PublicationContent going = content.get();
              ReviewProgress progress =
                  ReviewProgress.of(rules, going.sha256(), signatures.of(going));
              if (progress.missing().isPresent()) {
                throw ReviewProblems.missing(progress.allMissing());
              }
            });
  }
}
