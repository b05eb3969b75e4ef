package org.yujian.desk;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import org.yujian.account.AccountService;
import org.yujian.account.DeskAccount;
import org.yujian.auth.Caller;
import org.yujian.shared.page.PageKey;
import org.yujian.shared.page.PageRequest;

/** Reads the accounts that forms offer: those of the caller, a hundred at most. */
@ApplicationScoped
class AccountChoices {

  private final AccountService accounts;

  AccountChoices(AccountService accounts) {
    this.accounts = accounts;
  }

  List<DeskAccount> read(Caller caller) {
    PageRequest all = PageRequest.of(PageRequest.MAX_LIMIT, null, "", PageKey.Named.class);
    return accounts.deskList(all, caller).items();
  }
}
