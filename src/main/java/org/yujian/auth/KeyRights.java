package org.yujian.auth;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.yujian.shared.problem.FieldError;

/**
 * Scopes, accounts and lifetime of a key, which can grant only rights within these.
 *
 * @param accounts null means all accounts and global objects
 * @param expiresAt null means that the key never expires
 */
record KeyRights(Set<String> scopes, Set<UUID> accounts, Instant expiresAt) {

  static final KeyRights ALL = new KeyRights(Set.copyOf(Scopes.ALL), null, null);

  boolean within(KeyRights wider) {
    return beyond(wider).isEmpty();
  }

  /** Fields of a request that exceed the wider rights; empty when none do. */
  List<FieldError> beyond(KeyRights wider) {
    List<FieldError> beyond = new ArrayList<>();
    if (!wider.scopes.containsAll(scopes)) {
      beyond.add(FieldError.at("/scopes", "beyond-own"));
    }
    if (wider.accounts != null && (accounts == null || !wider.accounts.containsAll(accounts))) {
      beyond.add(FieldError.at("/accounts", "beyond-own"));
    }
    if (wider.expiresAt != null && (expiresAt == null || expiresAt.isAfter(wider.expiresAt))) {
      beyond.add(FieldError.at("/expiresAt", "beyond-own"));
    }
    return beyond;
  }

  boolean all() {
    return ALL.within(this);
  }
}
