package org.yujian.desk;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import org.yujian.account.AccountService;
import org.yujian.account.DeskAccount;
import org.yujian.auth.Caller;
import org.yujian.shared.page.PageKey;
import org.yujian.shared.page.PageRequest;

/** The accounts that forms offer: those of the caller in list order, a hundred at most. */
@ApplicationScoped
class AccountChoices {

  private final AccountService accounts;

  AccountChoices(AccountService accounts) {
    this.accounts = accounts;
  }

  /** Also closed ones, which have content and reports. */
  List<DeskAccount> read(Caller caller) {
    PageRequest all = PageRequest.of(PageRequest.MAX_LIMIT, null, "", PageKey.Named.class);
    return accounts.deskList(all, caller).items();
  }

  /** Those that can get new content. */
  List<DeskAccount> of(Caller caller) {
    return read(caller).stream().filter(account -> !account.state().equals("closed")).toList();
  }
}
