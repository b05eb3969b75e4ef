package org.yujian.change;

import java.time.Instant;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;

/**
 * A committed row with its scopes before and after the change. If rows are lost in a failover,
 * another row may get the same number: {@code nonce}, a random number, tells the two apart.
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

  /** Every scope (content that responses depend on) that the change may have altered. */
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
