package org.yujian.reader;

import org.yujian.shared.problem.Problem;
import org.yujian.shared.problem.ProblemCode;

/** What can be wrong with devices and readers. */
final class ReaderProblems {

  private ReaderProblems() {}

  static Problem refreshTokenUnknown() {
    return ProblemCode.REFRESH_TOKEN_UNKNOWN.problem();
  }

  /** Somebody showed a token that was followed by two others: both holders lose the device. */
  static Problem refreshTokenReused() {
    return ProblemCode.REFRESH_TOKEN_REUSED.problem();
  }

  static Problem recoveryCodeUnknown() {
    return ProblemCode.RECOVERY_CODE_UNKNOWN.problem();
  }

  static Problem joinCodeUnknown() {
    return ProblemCode.JOIN_CODE_UNKNOWN.problem();
  }

  static Problem joinCodeOwn() {
    return ProblemCode.JOIN_CODE_OWN.problem();
  }

  static Problem deviceNotFound() {
    return ProblemCode.DEVICE_NOT_FOUND.problem();
  }

  /** The device was ended between the check of its token and its work. */
  static Problem ended() {
    return ProblemCode.UNAUTHORIZED.problem();
  }

  static Problem tooMany(long retrySeconds) {
    return ProblemCode.TOO_MANY_REQUESTS
        .problem()
        .header("Retry-After", Long.toString(Math.max(1, retrySeconds)));
  }
}
