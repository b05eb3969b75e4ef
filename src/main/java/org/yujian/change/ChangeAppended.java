package org.yujian.change;

import java.util.List;
import java.util.UUID;

/**
 * Event inside the writing transaction, after everything is flushed and the log's lock is held,
 * just before the rows are written: for projections that must be true at the same commit (search is
 * one). Observers run one after another and may write their own tables; a failure fails the change.
 * Because of the lock they never wait for each other. Price: their work is serialized for the whole
 * database, so they must be fast.
 *
 * @param changes the rows to be written; the entities themselves can already be read
 */
public record ChangeAppended(List<Change> changes) {

  public List<UUID> of(ChangedThing kind) {
    return changes.stream().filter(c -> c.thing() == kind).map(Change::id).distinct().toList();
  }
}
