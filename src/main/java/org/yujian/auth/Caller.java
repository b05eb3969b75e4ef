package org.yujian.auth;

import java.util.Set;
import java.util.UUID;
import java.util.function.Supplier;
import org.yujian.shared.problem.MissingScope;
import org.yujian.shared.problem.Problem;
import org.yujian.shared.problem.ProblemCode;

/**
 * Identity and limits of the key or person that sends a desk request.
 *
 * @param keyId id of the key, or of a person known by an identity provider; null for the program
 * @param name name in {@code created_by} and in the audit: {@code key:} and the prefix of the key,
 *     {@code person:} and the person's name, which is not unique, or a part of the program
 * @param accounts accounts that the caller is limited to; null means all and global objects
 */
public record Caller(UUID keyId, String name, Set<String> scopes, Set<UUID> accounts) {

  /** The program itself, for commands and the sample data of the first start; it has all rights. */
  public static Caller program(String name) {
    return new Caller(null, name, Set.copyOf(Scopes.ALL), null);
  }

  /** Identifies the person or program also after its key was rotated, which changes the name. */
  public String identity() {
    return keyId == null ? name : keyId.toString();
  }

  public boolean has(String scope) {
    return scopes.contains(scope);
  }

  /** Whether the caller may change global objects (tags, outside targets, new accounts). */
  public boolean unlimited() {
    return accounts == null;
  }

  /** Whether the key may act for this account. */
  public boolean reaches(UUID account) {
    return accounts == null || accounts.contains(account);
  }

  /** Throws 403 unless the key has the scope. */
  public void require(String scope) {
    if (!has(scope)) {
      throw MissingScope.problem(scope);
    }
  }

  /**
   * Makes an account out of reach look like an unknown id, so that a key cannot find ids.
   *
   * @param absent the 404 for an unknown id
   */
  public void requireAccount(UUID account, Supplier<Problem> absent) {
    if (!reaches(account)) {
      throw absent.get();
    }
  }

  public void requireUnlimited() {
    if (!unlimited()) {
      throw ProblemCode.KEY_LIMITED.problem();
    }
  }
}
