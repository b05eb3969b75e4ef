package org.yujian.sync;

import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import org.yujian.change.ChangedThing;
import org.yujian.change.LogPage;

/**
 * A changed entity to report to a client, merged from its rows in the log.
 *
 * @param version the highest version in these rows
 * @param old whether all rows are older than the client's first copy, so that no removal is
 *     reported
 */
public record ChangedRef(
    ChangedThing thing, UUID id, long version, Set<String> parts, boolean old) {

  public static ChangedRef of(LogPage.Row row) {
    return new ChangedRef(
        row.thing(), row.id(), row.version(), new TreeSet<>(row.parts()), row.old());
  }

  /** A reference that is always reported, for a client that does not have the entity. */
  public static ChangedRef whole(ChangedThing thing, UUID id) {
    return new ChangedRef(thing, id, Long.MAX_VALUE, new TreeSet<>(), true);
  }

  ChangedRef and(ChangedRef later) {
    Set<String> all = new TreeSet<>(parts);
    all.addAll(later.parts);
    return new ChangedRef(thing, id, Math.max(version, later.version), all, old && later.old);
  }
}
