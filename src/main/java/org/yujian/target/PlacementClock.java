package org.yujian.target;

import io.quarkus.scheduler.Scheduled;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import org.jboss.logging.Logger;
import org.yujian.shared.transaction.OnceMore;
import org.yujian.shared.transaction.Recurring;

/**
 * Tells the change log of placements that ended by the clock, on every node: each in a transaction
 * of its own that finds nothing left to do when another node was first. Their codes answer 410 from
 * the very moment, whether this runs or not.
 */
@ApplicationScoped
public class PlacementClock {

  private static final Logger LOG = Logger.getLogger(PlacementClock.class);

  @Inject PlacementService placements;

  private final Recurring recurring =
      new Recurring(LOG, "Ended placements cannot be told; trying on every second");

  /** Also what was missed while no node ran. */
  @Scheduled(every = "1s", concurrentExecution = Scheduled.ConcurrentExecution.SKIP)
  void tick() {
    recurring.run(this::runOnce);
  }

  /** Gives how many ends were told; one that fails stands in no other's way. */
  public int runOnce() {
    int told = 0;
    RuntimeException first = null;
    for (PlacementRef due : placements.due()) {
      try {
        told += OnceMore.on(() -> placements.endDue(due)) ? 1 : 0;
      } catch (RuntimeException failure) {
        first = first == null ? failure : first;
      }
    }
    if (first != null) {
      throw first;
    }
    return told;
  }
}
