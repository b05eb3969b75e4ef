package org.yujian.change;

import java.util.Collection;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;

/** A row to append to the log: the changed entity and its scopes before and after the change. */
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

  public Change withTags(Collection<String> slugs) {
    return new Change(thing, id, version, parts, accounts, editions, Set.copyOf(slugs), targets);
  }

  public Change withTargets(Collection<UUID> some) {
    return new Change(thing, id, version, parts, accounts, editions, tags, Set.copyOf(some));
  }
}
