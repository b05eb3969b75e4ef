package org.yujian.sync;

import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import org.yujian.change.ChangedThing;
import org.yujian.change.LogPage;

/**
 * A thing that somebody is to be told of, with what rows of the log say of it.
 *
 * @param version the highest one
 * @param old whether the client cannot hold it if it is gone by now
 */
public record Touched(ChangedThing thing, UUID id, long version, Set<String> parts, boolean old) {

  /** What a row of the log names. */
  public static Touched of(LogPage.Row row) {
    return new Touched(row.thing(), row.id(), row.version(), new TreeSet<>(row.parts()), row.old());
  }

  /** Told to a client that does not have it, whatever the log says. */
  public static Touched whole(ChangedThing thing, UUID id) {
    return new Touched(thing, id, Long.MAX_VALUE, new TreeSet<>(), true);
  }

  Touched and(Touched later) {
    Set<String> all = new TreeSet<>(parts);
    all.addAll(later.parts);
    return new Touched(thing, id, Math.max(version, later.version), all, old && later.old);
  }
}
