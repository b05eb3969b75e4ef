package org.yujian.change;

import java.time.Instant;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;

/**
 * A row of the log as its readers see it, committed. Scope keys are old ∪ new; {@code nonce} tells
 * this row from one that was written anew under the same number after a loss.
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

  /** Every scope whose answers may be different after this change. */
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
