package org.yujian.account;

import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.yujian.change.Change;

/**
 * Fired inside the writing transaction when an account was created, renamed or became public,
 * before the change log is locked. What goes along (follow targets) is changed by the observer,
 * which tells the rows for the log with {@link #alsoChanged}; the one who fired appends them all.
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

  /** Whether the public can see the account. */
  public boolean open() {
    return open;
  }

  /** Adds a row for the change log. */
  public void alsoChanged(Change change) {
    changes.add(change);
  }

  List<Change> changes() {
    return changes;
  }
}
