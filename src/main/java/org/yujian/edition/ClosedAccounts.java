package org.yujian.edition;

import jakarta.annotation.Priority;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import java.time.Instant;
import org.yujian.account.AccountClosing;
import org.yujian.shared.time.DatabaseClock;

/** When an account closes, cancels its schedules and withdraws its live editions. */
@ApplicationScoped
class ClosedAccounts {

  private static final String OTHER = "other";

  @Inject EditionRepository editions;
  @Inject Withdrawing withdrawing;
  @Inject DatabaseClock clock;

  void onAccountClosing(@Observes @Priority(AccountClosing.EDITIONS) AccountClosing event) {
    Instant now = clock.now();
    for (Edition edition : editions.lockScheduledOf(event.accountId())) {
      edition.unschedule(now);
    }
    WithdrawRequest why = new WithdrawRequest(OTHER, event.publicNote(), event.internalNote());
    event.alsoChanged(withdrawing.all(event.accountId(), why, now));
  }
}
