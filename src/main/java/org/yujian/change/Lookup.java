package org.yujian.change;

import static java.util.stream.Collectors.toMap;

import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;

/** Entities by id in one snapshot: a view, a {@link Gone}, or nothing for an unknown id. */
public record Lookup<V>(Map<UUID, V> views, Map<UUID, Gone> absences) {

  /** At most two queries for any number of ids; the second loads the reasons of absence. */
  public static <V> Lookup<V> of(
      Collection<UUID> ids,
      Function<Collection<UUID>, List<V>> views,
      Function<V, UUID> id,
      Function<Collection<UUID>, List<Gone>> absences) {
    if (ids.isEmpty()) {
      return new Lookup<>(Map.of(), Map.of());
    }
    Map<UUID, V> found = views.apply(ids).stream().collect(toMap(id, view -> view));
    Set<UUID> missing = new HashSet<>(ids);
    missing.removeAll(found.keySet());
    Map<UUID, Gone> gone =
        missing.isEmpty()
            ? Map.of()
            : absences.apply(missing).stream().collect(toMap(Gone::id, one -> one));
    return new Lookup<>(found, gone);
  }
}
