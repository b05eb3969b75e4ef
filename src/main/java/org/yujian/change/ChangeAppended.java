package org.yujian.change;

import java.util.List;
import java.util.UUID;

/**
 * Fired inside the transaction that changes something public, when everything is flushed and the
 * log's lock is held, just before the rows are written: for a projection that must be true at the
 * same commit (search is one). Observers run one after another and may write their own tables; a
 * failure fails the change. Because of the lock no two of them write at once, so they never wait
 * for each other; price: what they do is done one after another for the whole database, so they are
 * quick.
 *
 * @param changes as they will stand in the log; the things themselves can be read
 */
public record ChangeAppended(List<Change> changes) {

  /** The ids of the changed things of one kind. */
  public List<UUID> of(ChangedThing kind) {
    return changes.stream().filter(c -> c.thing() == kind).map(Change::id).distinct().toList();
  }
}
