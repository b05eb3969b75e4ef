package org.yujian.account;

import java.util.UUID;

/**
 * An account that was created, renamed or made public in the current transaction.
 *
 * @param open whether the account is public
 */
public record AccountChanged(UUID accountId, String name, boolean open) {

  static AccountChanged of(Account account) {
    return new AccountChanged(account.id, account.name, account.state == AccountState.OPEN);
  }
}
