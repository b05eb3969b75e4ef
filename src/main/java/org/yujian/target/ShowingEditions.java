package org.yujian.target;

import java.util.Collection;
import java.util.List;
import java.util.UUID;
import org.yujian.change.Change;

/**
 * The editions that show follow targets; package edition implements it. An edition's version
 * changes with the set of its targets, not with their names.
 */
public interface ShowingEditions {

  /** Locks the published editions among these. Call before locking any target. */
  void lock(Collection<UUID> editions);

  /** Raises the version of the published editions among these; returns the change-log rows. */
  List<Change> changed(Collection<UUID> editions);
}
