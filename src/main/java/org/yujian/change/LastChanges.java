package org.yujian.change;

import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * The last change of each scope, in bounded memory. When full, evicts the scope that changed
 * longest ago; scopes that are not in memory count as changed at the last evicted row ({@code
 * floor}). So a valid response may be computed again, but an outdated one is never served.
 */
final class LastChanges {
  private final int capacity;
  private final Map<Scope, Long> last = new LinkedHashMap<>();
  private long floor;

  LastChanges(int capacity, long floor) {
    this.capacity = capacity;
    this.floor = floor;
  }

  /** Rows must be added in log order. */
  void add(CommittedChange change) {
    for (Scope scope : change.scopes()) {
      // Removing first keeps the map in the order of changes.
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
