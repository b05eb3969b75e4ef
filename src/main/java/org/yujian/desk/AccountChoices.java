package org.yujian.desk;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import org.yujian.account.AccountService;
import org.yujian.account.DeskAccount;
import org.yujian.auth.Caller;
import org.yujian.shared.page.PageKey;
import org.yujian.shared.page.PageRequest;

/** The accounts that forms offer. */
@ApplicationScoped
class AccountChoices {

  private final AccountService accounts;

  AccountChoices(AccountService accounts) {
    this.accounts = accounts;
  }

  /** The first hundred accounts of the caller that are not closed, in list order. */
  List<DeskAccount> of(Caller caller) {
    PageRequest all = PageRequest.of(PageRequest.MAX_LIMIT, null, "", PageKey.Named.class);
    return accounts.deskList(all, caller).items().stream()
        .filter(account -> !account.state().equals("closed"))
        .toList();
  }
}
