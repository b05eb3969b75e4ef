package org.yujian.editing;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Duration;
import java.time.Instant;
import java.util.UUID;
import org.yujian.auth.Caller;
import org.yujian.edition.EditionProblems;
import org.yujian.edition.EditionRepository;
import org.yujian.shared.time.DatabaseClock;
import org.yujian.shared.transaction.RetryOnConflict;

/**
 * Tells editors who else has an edition open. Leases only warn: what protects the work of others is
 * {@code If-Match}. They end by the time of the database, so a closed laptop disappears by itself.
 */
@ApplicationScoped
public class EditLeaseService {

  static final Duration LEASE = Duration.ofSeconds(30);

  private final EditionRepository editions;
  private final EditLeaseRepository leases;
  private final DatabaseClock clock;

  EditLeaseService(EditionRepository editions, EditLeaseRepository leases, DatabaseClock clock) {
    this.editions = editions;
    this.leases = leases;
    this.clock = clock;
  }

  /** Who has the edition open; 404 if it is unknown or out of the caller's reach. */
  @Transactional
  public EditLeases list(UUID edition, Caller caller) {
    requireReach(edition, caller);
    return of(edition, clock.now(), caller);
  }

  /** Begins or renews the lease of a window; returns it with all others. */
  @RetryOnConflict
  @Transactional
  public EditLeases renew(UUID edition, RenewEditLease lease, Caller caller) {
    requireReach(edition, caller);
    Instant now = clock.now();
    leases.renew(edition, lease, caller, now, now.plus(LEASE));
    // Afterwards, because it waits for no row: so two heartbeats cannot wait for each other.
    leases.sweep(now);
    return of(edition, now, caller);
  }

  /** Ends the lease of a window, or of all windows of the caller; no effect without one. */
  @Transactional
  public void end(UUID edition, String window, Caller caller) {
    requireReach(edition, caller);
    leases.end(edition, caller.identity(), window);
  }

  private EditLeases of(UUID edition, Instant now, Caller caller) {
    return new EditLeases(leases.of(edition, now, caller.identity()));
  }

  private void requireReach(UUID edition, Caller caller) {
    UUID account = editions.accountOf(edition).orElseThrow(() -> EditionProblems.notFound(edition));
    caller.requireAccount(account, () -> EditionProblems.notFound(edition));
  }
}
