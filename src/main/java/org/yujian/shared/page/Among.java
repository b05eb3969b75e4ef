package org.yujian.shared.page;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;

/**
 * Things by their ids or other keys, however many, as one array of one statement: for each length
 * of {@code in (…)} the text would be made and planned anew, a third of what a page of sync cost.
 */
public final class Among {

  private Among() {}

  /** The parameter of {@code = any(:ids)}. */
  public static UUID[] of(Collection<UUID> ids) {
    return ids.toArray(UUID[]::new);
  }

  /** What was found of these, in their order; the others are left out. */
  public static <K, V> List<V> inOrder(Collection<K> keys, Map<K, V> found) {
    return keys.stream().map(found::get).filter(Objects::nonNull).toList();
  }
}
