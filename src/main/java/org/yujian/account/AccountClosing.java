package org.yujian.account;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.UUID;
import org.yujian.change.Change;

/**
 * CDI event, fired inside the transaction that closes an account, with the account locked and
 * before the change log is locked. Observers withdraw what the public sees, in the order of locks:
 * editions ({@link #EDITIONS}) before follow targets ({@link #TARGETS}). They pass their change-log
 * rows to {@link #alsoChanged}; the sender appends all rows.
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

  /** Note for readers; may be null. */
  public String publicNote() {
    return request.publicNote();
  }

  /** Note that only the desk sees; may be null. */
  public String internalNote() {
    return request.internalNote();
  }

  public void alsoChanged(Collection<Change> more) {
    changes.addAll(more);
  }

  List<Change> changes() {
    return changes;
  }
}
