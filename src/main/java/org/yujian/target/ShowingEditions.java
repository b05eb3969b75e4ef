package org.yujian.target;

import java.util.Collection;
import java.util.List;
import java.util.UUID;
import org.yujian.change.Change;

/**
 * The editions that show follow targets, as this package may reach them; the package edition has
 * them. An edition's version counts which targets it shows, not what those are called.
 */
public interface ShowingEditions {

  /** Locks the published ones among these: before any target, in the order of all locks. */
  void lock(Collection<UUID> editions);

  /**
   * The published ones among these show other targets now: each gets a new version. The rows for
   * the log.
   */
  List<Change> changed(Collection<UUID> editions);
}
