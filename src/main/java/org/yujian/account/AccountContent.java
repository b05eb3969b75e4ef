package org.yujian.account;

import java.util.List;
import org.yujian.change.Change;

/**
 * Changes editions and follow targets together with their account. Implemented by package edition,
 * because editions are locked before follow targets. The services of this package call it inside
 * the writing transaction, before locking the change log, and append the returned rows.
 */
public interface AccountContent {

  /** Creates, renames or opens the account's follow target; returns the change-log rows. */
  List<Change> changed(AccountChanged account);

  /** Withdraws what the public sees of the account; returns the change-log rows. */
  List<Change> closing(AccountClosing account);
}
