package org.yujian.change;

import java.util.List;
import java.util.UUID;

/**
 * Fired inside the transaction that changes something public, after its flush and before the rows
 * are written, for a projection that must be true at the same commit (conventions: search is one).
 * Observers run one after another in that transaction and may write their own tables; a failure
 * fails the change. Where the order of commits was needed first (an edition going live) the log's
 * lock is held already, so observers are quick and wait for nobody.
 *
 * @param changes as they will stand in the log; the things themselves can be read
 */
public record ChangeAppended(List<Change> changes) {

  /** The ids of the changed things of one kind. */
  public List<UUID> of(ChangedThing kind) {
    return changes.stream().filter(c -> c.thing() == kind).map(Change::id).distinct().toList();
  }
}
