package org.yujian.change;

import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * The last change of each scope, in bounded memory: when full, the scope that changed longest ago
 * is forgotten, and from then on every scope that is not remembered counts as changed at that
 * number. That can only make an answer anew that was still good, never keep an old one.
 */
final class LastChanges {
  private final int capacity;
  private final Map<Scope, Long> last = new LinkedHashMap<>();
  private long floor;

  /**
   * @param floor all that happened before counts as this number
   */
  LastChanges(int capacity, long floor) {
    this.capacity = capacity;
    this.floor = floor;
  }

  /** Rows come in the order of the log. */
  void add(CommittedChange change) {
    for (Scope scope : change.scopes()) {
      // Taken out first, so that the map stays in the order of changes.
      last.remove(scope);
      last.put(scope, change.seq());
    }
    Iterator<Long> oldest = last.values().iterator();
    while (last.size() > capacity) {
      floor = oldest.next();
      oldest.remove();
    }
  }

  long of(Scope scope) {
    return last.getOrDefault(scope, floor);
  }
}
