package org.yujian.change;

import static java.util.stream.Collectors.toMap;

import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;

/**
 * Result of looking up entities by id: a view, or a {@link Gone} if the public no longer sees the
 * entity, or neither for an unknown id.
 */
public record Lookup<V>(Map<UUID, V> views, Map<UUID, Gone> absences) {

  /** At most two queries for any number of ids: views, then the reason for each missing id. */
  public static <V> Lookup<V> of(
      Collection<UUID> ids,
      Function<Collection<UUID>, List<V>> loadViews,
      Function<V, UUID> id,
      Function<Collection<UUID>, List<Gone>> loadGone) {
    if (ids.isEmpty()) {
      return new Lookup<>(Map.of(), Map.of());
    }
    Map<UUID, V> found = loadViews.apply(ids).stream().collect(toMap(id, view -> view));
    Set<UUID> missing = new HashSet<>(ids);
    missing.removeAll(found.keySet());
    Map<UUID, Gone> gone =
        missing.isEmpty()
            ? Map.of()
            : loadGone.apply(missing).stream().collect(toMap(Gone::id, one -> one));
    return new Lookup<>(found, gone);
  }
}
