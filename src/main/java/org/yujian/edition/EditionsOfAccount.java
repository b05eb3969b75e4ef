package org.yujian.edition;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import jakarta.transaction.Transactional.TxType;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.UUID;
import org.yujian.account.AccountChanged;
import org.yujian.account.AccountClosing;
import org.yujian.account.AccountContent;
import org.yujian.change.Change;
import org.yujian.shared.time.DatabaseClock;
import org.yujian.target.AccountTargets;
import org.yujian.target.TargetUpdate;

/**
 * Updates editions and follow targets when their account changes, in the lock order. The version of
 * an edition rises when other targets are shown in it, not when a target is renamed.
 */
@ApplicationScoped
class EditionsOfAccount implements AccountContent {

  private static final String OTHER = "other";

  private final EditionRepository editions;
  private final Withdrawing withdrawing;
  private final AccountTargets targets;
  private final DatabaseClock clock;

  EditionsOfAccount(
      EditionRepository editions,
      Withdrawing withdrawing,
      AccountTargets targets,
      DatabaseClock clock) {
    this.editions = editions;
    this.withdrawing = withdrawing;
    this.targets = targets;
    this.clock = clock;
  }

  @Override
  @Transactional(TxType.MANDATORY)
  public List<Change> changed(AccountChanged account) {
    lockPublished(targets.editionsToLock(account));
    return rows(targets.update(account));
  }

  /** Cancels schedules, withdraws live editions and closes the follow target. */
  @Override
  @Transactional(TxType.MANDATORY)
  public List<Change> closing(AccountClosing account) {
    Instant now = clock.now();
    for (Edition edition : editions.lockScheduledOf(account.accountId())) {
      edition.unschedule(now);
    }
    WithdrawRequest why = new WithdrawRequest(OTHER, account.publicNote(), account.internalNote());
    List<Change> changes = new ArrayList<>(withdrawing.all(account.accountId(), why, now));
    lockPublished(targets.editionsShowing(account.accountId()));
    changes.addAll(rows(targets.close(account.accountId())));
    return changes;
  }

  private List<Change> rows(TargetUpdate update) {
    List<Change> changes = new ArrayList<>();
    // All are locked except editions published since then. Locking those now may deadlock, which is
    // retried.
    for (Edition edition : lockPublished(update.editions())) {
      edition.changedForAll(clock.now());
      changes.add(EditionChanges.of(edition, "followTargets"));
    }
    changes.addAll(update.changes());
    return changes;
  }

  private List<Edition> lockPublished(Collection<UUID> ids) {
    return ids.isEmpty() ? List.of() : editions.lockPublished(ids);
  }
}
