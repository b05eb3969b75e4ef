package org.yujian.change;

import java.time.Instant;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;

/**
 * A committed row. Scope keys are old and new ones. After rows were lost, another row may get the
 * same number; {@code nonce} tells the two apart.
 */
public record CommittedChange(
    long seq,
    long nonce,
    Instant at,
    ChangedThing thing,
    UUID id,
    long version,
    List<String> parts,
    List<UUID> accounts,
    List<UUID> editions,
    List<String> tags,
    List<UUID> targets) {

  /** Every scope whose responses may differ after this change. */
  public Set<Scope> scopes() {
    Set<Scope> scopes = new LinkedHashSet<>();
    scopes.add(Scope.all(thing));
    scopes.add(Scope.thing(id));
    accounts.forEach(account -> scopes.add(Scope.account(account)));
    editions.forEach(edition -> scopes.add(Scope.edition(edition)));
    tags.forEach(tag -> scopes.add(Scope.tag(tag)));
    targets.forEach(target -> scopes.add(Scope.target(target)));
    return scopes;
  }
}
