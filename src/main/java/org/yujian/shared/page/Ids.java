package org.yujian.shared.page;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;

/**
 * Passes any number of ids or other keys as one array parameter. {@code in (…)} would be another
 * text to build and plan for each length: a third of the cost of a page of sync.
 */
public final class Ids {

  private Ids() {}

  public static UUID[] of(Collection<UUID> ids) {
    return ids.toArray(UUID[]::new);
  }

  /** The found values in the order of their keys; missing ones are left out. */
  public static <K, V> List<V> inOrder(Collection<K> keys, Map<K, V> found) {
    return keys.stream().map(found::get).filter(Objects::nonNull).toList();
  }
}
