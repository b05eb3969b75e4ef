package org.yujian.account;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.UUID;
import org.yujian.change.Change;

/**
 * Fired inside the transaction that closes an account, with the account locked and before the
 * change log is: whatever the public sees of it goes first. Observers tell the rows for the log
 * with {@link #alsoChanged}; the one who fired appends them all. They run in the order of locks:
 * editions ({@link #EDITIONS}) before follow targets ({@link #TARGETS}).
 *
 * @see AccountChanged
 */
public final class AccountClosing {

  public static final int EDITIONS = 100;
  public static final int TARGETS = 200;

  private final UUID accountId;
  private final CloseAccount request;
  private final List<Change> changes = new ArrayList<>();

  AccountClosing(UUID accountId, CloseAccount request) {
    this.accountId = accountId;
    this.request = request;
  }

  public UUID accountId() {
    return accountId;
  }

  /** What readers are told; may be null. */
  public String publicNote() {
    return request.publicNote();
  }

  /** What the desk keeps; may be null. */
  public String internalNote() {
    return request.internalNote();
  }

  /** Adds rows for the change log. */
  public void alsoChanged(Collection<Change> more) {
    changes.addAll(more);
  }

  List<Change> changes() {
    return changes;
  }
}
