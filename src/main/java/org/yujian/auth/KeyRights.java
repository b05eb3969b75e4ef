package org.yujian.auth;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.yujian.shared.problem.FieldError;

/**
 * What a key may do, where and how long; each part of one must lie within another's.
 *
 * @param accounts null: all, and what belongs to all
 * @param expiresAt null: without end
 */
record KeyRights(Set<String> scopes, Set<UUID> accounts, Instant expiresAt) {

  /** Everything: what the program itself may do. */
  static final KeyRights ALL = new KeyRights(Set.copyOf(Scopes.ALL), null, null);

  boolean within(KeyRights wider) {
    return beyond(wider).isEmpty();
  }

  /** Where these rights go further than others: places in a request that names them. */
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

  /** Whether every other right can be made from these, without end. */
  boolean all() {
    return ALL.within(this);
  }
}
