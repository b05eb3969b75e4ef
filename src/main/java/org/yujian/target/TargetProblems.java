package org.yujian.target;

import java.util.UUID;
import org.yujian.shared.problem.Problem;
import org.yujian.shared.problem.ProblemCode;

/** Error responses of requests about follow targets, placements and codes. */
final class TargetProblems {

  private TargetProblems() {}

  static Problem notFound(UUID id) {
    return ProblemCode.FOLLOW_TARGET_NOT_FOUND.problem(id);
  }

  static Problem noPlacement(UUID id) {
    return ProblemCode.PLACEMENT_NOT_FOUND.problem(id);
  }

  /** A deleted placement keeps its scene, because follows still refer to it. */
  static Problem sceneTaken(String scene) {
    return ProblemCode.PLACEMENT_SCENE_TAKEN.problem(scene);
  }

  /** Codes of outside targets lead to other URLs, so scans cannot be counted or ended here. */
  static Problem outside(String name) {
    return ProblemCode.PLACEMENT_NEEDS_ACCOUNT.problem(name);
  }

  static Problem codeNotFound() {
    return ProblemCode.FOLLOW_CODE_NOT_FOUND.problem();
  }

  static Problem codeEnded(ScannedCode code) {
    return ProblemCode.FOLLOW_CODE_ENDED.problem(code.name()).with("at", code.endsAt());
  }

  /** No picture can be drawn, because the outside target has no URL yet. */
  static Problem needsImage(String name) {
    return ProblemCode.FOLLOW_TARGET_NEEDS_IMAGE.problem(name);
  }

  static Problem nameTaken(String name) {
    return ProblemCode.FOLLOW_TARGET_NAME_TAKEN.problem(name);
  }

  static Problem ofAccount(String name) {
    return ProblemCode.FOLLOW_TARGET_OF_ACCOUNT.problem(name);
  }

  static Problem tooSmall(int size, int smallest) {
    return ProblemCode.QR_TOO_SMALL.problem(size, smallest);
  }
}
