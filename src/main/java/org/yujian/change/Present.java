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
 * The state of things in a reader's snapshot: what the public sees of them, or why it does not. One
 * that is in neither map does not exist any more.
 */
public record Present<V>(Map<UUID, V> views, Map<UUID, Absence> absences) {

  /** Two questions, however many ids; the second only for those that the first did not find. */
  public static <V> Present<V> of(
      Collection<UUID> ids,
      Function<Collection<UUID>, List<V>> views,
      Function<V, UUID> id,
      Function<Collection<UUID>, List<Absence>> absences) {
    if (ids.isEmpty()) {
      return new Present<>(Map.of(), Map.of());
    }
    Map<UUID, V> found = views.apply(ids).stream().collect(toMap(id, view -> view));
    Set<UUID> missing = new HashSet<>(ids);
    missing.removeAll(found.keySet());
    Map<UUID, Absence> gone =
        missing.isEmpty()
            ? Map.of()
            : absences.apply(missing).stream().collect(toMap(Absence::id, one -> one));
    return new Present<>(found, gone);
  }
}
