package org.yujian.change;

import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;

/**
 * Selects changes by type and account. Entities without an account (tags, external follow targets)
 * match every account.
 *
 * @param types types to include; all when empty
 * @param accounts accounts to include; all when empty
 */
public record LogFilter(Set<ChangedThing> types, Set<UUID> accounts) {
  public static final LogFilter ALL = new LogFilter(Set.of(), Set.of());

  /** Text for the checksum of tokens; equal filters have equal texts. */
  public String text() {
    return new TreeSet<>(types) + " of " + new TreeSet<>(accounts);
  }

  /** Whether the row matches by its scopes before or after the change. */
  public boolean matches(CommittedChange change) {
    return (types.isEmpty() || types.contains(change.thing()))
        && (accounts.isEmpty()
            || change.accounts().isEmpty()
            || change.accounts().stream().anyMatch(accounts::contains));
  }
}
