package org.yujian.edition;

import jakarta.annotation.Priority;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.time.Instant;
import org.yujian.account.AccountClosing;
import org.yujian.shared.time.DatabaseClock;

/** When an account closes, cancels its schedules and withdraws its live editions. */
@ApplicationScoped
class ClosedAccounts {

  private final EditionRepository editions;
  private final Withdrawing withdrawing;
  private final DatabaseClock clock;

  ClosedAccounts(EditionRepository editions, Withdrawing withdrawing, DatabaseClock clock) {
    this.editions = editions;
    this.withdrawing = withdrawing;
    this.clock = clock;
  }

  void onAccountClosing(@Observes @Priority(AccountClosing.EDITIONS) AccountClosing event) {
    Instant now = clock.now();
    for (Edition edition : editions.lockScheduledOf(event.accountId())) {
      edition.unschedule(now);
    }
    WithdrawRequest why =
        new WithdrawRequest(WithdrawalClass.OTHER.value, event.publicNote(), event.internalNote());
    event.alsoChanged(withdrawing.all(event.accountId(), why, now));
  }
}
