package org.yujian.auth;

import java.util.List;
import java.util.UUID;
import org.yujian.shared.problem.FieldError;
import org.yujian.shared.problem.Problem;
import org.yujian.shared.problem.ProblemCode;

/** Error responses of requests about keys. */
final class KeyProblems {

  private KeyProblems() {}

  static Problem notFound(UUID id) {
    return ProblemCode.KEY_NOT_FOUND.problem(id);
  }

  static Problem revoked(ApiKey key) {
    return ProblemCode.KEY_REVOKED.problem(key.id).with("revokedAt", key.revokedAt);
  }

  static Problem expired(ApiKey key) {
    return ProblemCode.KEY_EXPIRED.problem(key.id).with("expiresAt", key.expiresAt);
  }

  static Problem lastAdmin() {
    return ProblemCode.LAST_ADMIN_KEY.problem();
  }

  static Problem beyondOwn(List<FieldError> beyond) {
    Problem problem = ProblemCode.KEY_BEYOND_OWN_RIGHTS.problem();
    beyond.forEach(problem::with);
    return problem;
  }

  static Problem unknownScope() {
    String known = String.join(", ", Scopes.ALL);
    return ProblemCode.INVALID_BODY.problem().with(FieldError.at("/scopes", "value", known));
  }

  static Problem alreadyOver() {
    return ProblemCode.INVALID_BODY.problem().with(FieldError.at("/expiresAt", "future"));
  }
}
