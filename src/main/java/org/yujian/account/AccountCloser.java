package org.yujian.account;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.yujian.auth.Audit;
import org.yujian.auth.AuditEvent;
import org.yujian.auth.Caller;
import org.yujian.change.Change;
import org.yujian.change.ChangeLog;
import org.yujian.change.ChangedThing;
import org.yujian.shared.time.DatabaseClock;
import org.yujian.shared.transaction.RetryOnConflict;
import org.yujian.shared.web.IfMatch;

/**
 * Closes an account for ever in one transaction, so that nobody sees a closed account with live
 * articles. Price: an account with thousands of articles blocks other publications until all rows
 * are written.
 */
@ApplicationScoped
public class AccountCloser {

  private final AccountRepository accounts;
  private final AccountContent content;
  private final ChangeLog changeLog;
  private final Audit audit;
  private final DatabaseClock clock;

  AccountCloser(
      AccountRepository accounts,
      AccountContent content,
      ChangeLog changeLog,
      Audit audit,
      DatabaseClock clock) {
    this.accounts = accounts;
    this.content = content;
    this.changeLog = changeLog;
    this.audit = audit;
    this.clock = clock;
  }

  /** Withdraws live editions, cancels schedules, and leaves drafts unchanged. */
  @RetryOnConflict
  @Transactional
  public DeskAccount close(String ref, CloseAccount request, long expected, Caller caller) {
    UUID id = accounts.idOf(ref).orElseThrow(() -> AccountProblems.notFound(ref));
    caller.requireAccount(id, () -> AccountProblems.notFound(ref));
    Account account = accounts.lock(id).orElseThrow();
    account.requireOpen();
    IfMatch.require(
        expected, account.version, account.updatedAt, () -> audit.lastBy(account.id).orElse(null));
    DeskAccount before = DeskAccount.of(account);
    List<Change> changes =
        new ArrayList<>(
            content.closing(new AccountClosing(id, request.publicNote(), request.internalNote())));
    account.close(request, clock.now());
    changes.add(Change.of(ChangedThing.ACCOUNT, id, account.version, "account").inAccount(id));
    changeLog.append(changes);
    DeskAccount after = DeskAccount.of(account);
    audit.record(caller, new AuditEvent("account.close", "account", id, id, before, after));
    return after;
  }
}
