package org.yujian.change;

import java.util.List;
import java.util.UUID;

/**
 * CDI event of {@link ChangeLog} in the writing transaction, under the log's lock, just before the
 * rows are written: for projections that must commit with the change, such as the search index.
 * Observers may write their own tables; a failure rolls the change back. Observers must be fast,
 * because the lock admits one transaction at a time.
 *
 * @param changes the rows to be written; the entities themselves can already be read
 */
public record ChangeAppended(List<Change> changes) {

  public List<UUID> of(ChangedThing kind) {
    return changes.stream().filter(c -> c.thing() == kind).map(Change::id).distinct().toList();
  }
}
