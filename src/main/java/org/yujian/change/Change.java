package org.yujian.change;

import java.util.Collection;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;

/**
 * A row to append: the changed entity, and every scope, old and new, that may look different now.
 */
public record Change(
    ChangedThing thing,
    UUID id,
    long version,
    Set<String> parts,
    Set<UUID> accounts,
    Set<UUID> editions,
    Set<String> tags,
    Set<UUID> targets) {

  public static Change of(ChangedThing thing, UUID id, long version, String... parts) {
    return new Change(
        thing, id, version, new TreeSet<>(Set.of(parts)), Set.of(), Set.of(), Set.of(), Set.of());
  }

  public Change inAccount(UUID account) {
    return new Change(thing, id, version, parts, Set.of(account), editions, tags, targets);
  }

  public Change inEditions(Collection<UUID> some) {
    return new Change(thing, id, version, parts, accounts, Set.copyOf(some), tags, targets);
  }

  /** Slugs of the tags, including removed ones. */
  public Change withTags(Collection<String> slugs) {
    return new Change(thing, id, version, parts, accounts, editions, Set.copyOf(slugs), targets);
  }

  public Change withTargets(Collection<UUID> some) {
    return new Change(thing, id, version, parts, accounts, editions, tags, Set.copyOf(some));
  }
}
