package org.yujian.change;

import java.util.Collection;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;

/**
 * One changed thing, as the log records it: which, its version after the change, which parts, and
 * every scope (list) that may look different now, old and new.
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

  /** A change with no scope yet. */
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

  /** Slugs, those taken away included. */
  public Change withTags(Collection<String> slugs) {
    return new Change(thing, id, version, parts, accounts, editions, Set.copyOf(slugs), targets);
  }

  public Change withTargets(Collection<UUID> some) {
    return new Change(thing, id, version, parts, accounts, editions, tags, Set.copyOf(some));
  }
}
