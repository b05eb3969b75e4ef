package org.yujian.account;

import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.yujian.change.Change;

/**
 * CDI event, fired inside the writing transaction when an account is created, renamed or made
 * public, before the change log is locked. Observers update what depends on the account (its follow
 * target) and pass their change-log rows to {@link #alsoChanged}; the sender appends all rows.
 */
public final class AccountChanged {

  private final UUID accountId;
  private final String name;
  private final boolean open;
  private final List<Change> changes = new ArrayList<>();

  AccountChanged(Account account) {
    this.accountId = account.id;
    this.name = account.name;
    this.open = account.state == AccountState.OPEN;
  }

  public UUID accountId() {
    return accountId;
  }

  public String name() {
    return name;
  }

  /** Whether the account is public. */
  public boolean open() {
    return open;
  }

  public void alsoChanged(Change change) {
    changes.add(change);
  }

  List<Change> changes() {
    return changes;
  }
}
