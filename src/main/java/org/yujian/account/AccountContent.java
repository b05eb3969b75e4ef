package org.yujian.account;

import java.util.List;
import org.yujian.change.Change;

/**
 * What depends on accounts: their editions and follow targets. Package edition implements it,
 * because editions are locked before follow targets. The services of this package call it inside
 * the writing transaction, before the change log is locked, and append the rows that it returns.
 */
public interface AccountContent {

  /** Creates, renames or opens the account's follow target; returns the change-log rows. */
  List<Change> changed(AccountChanged account);

  /** Withdraws what the public sees of the account; returns the change-log rows. */
  List<Change> closing(AccountClosing account);
}
