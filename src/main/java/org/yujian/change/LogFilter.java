package org.yujian.change;

import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;

/**
 * Which changes somebody wants. What belongs to no account (tags, outside follow targets) is for
 * the readers of every account.
 *
 * @param types empty: all
 * @param accounts empty: all
 */
public record LogFilter(Set<ChangedThing> types, Set<UUID> accounts) {
  public static final LogFilter ALL = new LogFilter(Set.of(), Set.of());

  /** The same text for the same filter; part of its tokens. */
  public String text() {
    return new TreeSet<>(types) + " of " + new TreeSet<>(accounts);
  }

  /** Whether a row matches: with its scopes before or after the change. */
  public boolean matches(CommittedChange change) {
    return (types.isEmpty() || types.contains(change.thing()))
        && (accounts.isEmpty()
            || change.accounts().isEmpty()
            || change.accounts().stream().anyMatch(accounts::contains));
  }
}
