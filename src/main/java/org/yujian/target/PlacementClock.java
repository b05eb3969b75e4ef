package org.yujian.target;

import io.quarkus.scheduler.Scheduled;
import jakarta.enterprise.context.ApplicationScoped;
import org.jboss.logging.Logger;
import org.yujian.shared.transaction.ConflictRetry;
import org.yujian.shared.transaction.Recurring;

/**
 * Writes the change-log row when the end time of a placement is reached. Runs on every node; each
 * placement is one transaction, so the second node finds the end recorded. The landing page
 * compares the time itself and does not wait for this class.
 */
@ApplicationScoped
public class PlacementClock {

  private static final Logger LOG = Logger.getLogger(PlacementClock.class);

  private final PlacementService placements;

  private final Recurring recurring =
      new Recurring(LOG, "Ended placements cannot be announced; retrying every second");

  PlacementClock(PlacementService placements) {
    this.placements = placements;
  }

  /** At startup, also records ends that passed while no node ran. */
  @Scheduled(every = "1s", concurrentExecution = Scheduled.ConcurrentExecution.SKIP)
  void tick() {
    recurring.run(this::runOnce);
  }

  /** Returns how many ends were recorded; a failure does not stop the others. */
  public int runOnce() {
    int ended = 0;
    RuntimeException first = null;
    for (PlacementRef due : placements.due()) {
      try {
        ended += ConflictRetry.on(() -> placements.endDue(due)) ? 1 : 0;
      } catch (RuntimeException failure) {
        first = first == null ? failure : first;
      }
    }
    if (first != null) {
      throw first;
    }
    return ended;
  }
}
