package org.yujian.reader;

import org.yujian.shared.problem.Problem;
import org.yujian.shared.problem.ProblemCode;

final class ReaderProblems {

  private ReaderProblems() {}

  static Problem refreshTokenUnknown() {
    return ProblemCode.REFRESH_TOKEN_UNKNOWN.problem();
  }

  /** The token was replaced twice already, so somebody has a copy: the device is ended. */
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

  static Problem ended() {
    return ProblemCode.UNAUTHORIZED.problem();
  }
}
