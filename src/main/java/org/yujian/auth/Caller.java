package org.yujian.auth;

import java.util.Set;
import java.util.UUID;
import java.util.function.Supplier;
import org.yujian.shared.problem.MissingScope;
import org.yujian.shared.problem.Problem;
import org.yujian.shared.problem.ProblemCode;

/**
 * Who asks at the desk: a key's identity and limits.
 *
 * @param accounts the accounts that the key is limited to; null means all and global things too
 */
public record Caller(UUID keyId, String prefix, Set<String> scopes, Set<UUID> accounts) {

  /** The program itself: commands and the sample of the first start. */
  public static Caller program(String name) {
    return new Caller(null, name, Set.copyOf(Scopes.ALL), null);
  }

  /** As {@code created_by} and the audit write it. */
  public String name() {
    return keyId == null ? prefix : "key:" + prefix;
  }

  public boolean has(String scope) {
    return scopes.contains(scope);
  }

  /** Whether global things (tags, outside targets, new accounts) are within reach. */
  public boolean unlimited() {
    return accounts == null;
  }

  public boolean reaches(UUID account) {
    return accounts == null || accounts.contains(account);
  }

  /** 403 unless the key has the scope. */
  public void require(String scope) {
    if (!has(scope)) {
      throw MissingScope.problem(scope);
    }
  }

  /**
   * Refuses what belongs to an account out of the key's reach like what does not exist, so that a
   * limited key cannot find out which ids are in use.
   *
   * @param absent the 404 for an unknown id
   */
  public void requireAccount(UUID account, Supplier<Problem> absent) {
    if (!reaches(account)) {
      throw absent.get();
    }
  }

  /** 403 for a key that is limited to accounts. */
  public void requireUnlimited() {
    if (!unlimited()) {
      throw ProblemCode.KEY_LIMITED.problem();
    }
  }
}
