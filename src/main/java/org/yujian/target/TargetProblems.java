package org.yujian.target;

import java.util.UUID;
import org.yujian.shared.problem.Problem;
import org.yujian.shared.problem.ProblemCode;

/** The ways in which a request about a follow target fails. */
final class TargetProblems {

  private TargetProblems() {}

  static Problem notFound(UUID id) {
    return ProblemCode.FOLLOW_TARGET_NOT_FOUND.problem(id);
  }

  static Problem noPlacement(UUID id) {
    return ProblemCode.PLACEMENT_NOT_FOUND.problem(id);
  }

  /** Also by one that was deleted: follows keep its scene. */
  static Problem sceneTaken(String scene) {
    return ProblemCode.PLACEMENT_SCENE_TAKEN.problem(scene);
  }

  /** Its code leads to its own url, which nobody here can count or end. */
  static Problem outside(String name) {
    return ProblemCode.PLACEMENT_NEEDS_ACCOUNT.problem(name);
  }

  static Problem codeNotFound() {
    return ProblemCode.FOLLOW_CODE_NOT_FOUND.problem();
  }

  static Problem codeEnded(ScannedCode code) {
    return ProblemCode.FOLLOW_CODE_ENDED.problem(code.name()).with("at", code.endsAt());
  }

  /** No picture can be drawn: nobody gave an outside target its url yet. */
  static Problem needsImage(String name) {
    return ProblemCode.FOLLOW_TARGET_NEEDS_IMAGE.problem(name);
  }

  static Problem nameTaken(String name) {
    return ProblemCode.FOLLOW_TARGET_NAME_TAKEN.problem(name);
  }

  /** What belongs to an account here is changed with the account. */
  static Problem ofAccount(String name) {
    return ProblemCode.FOLLOW_TARGET_OF_ACCOUNT.problem(name);
  }

  /** So small that a module of the code would be less than a pixel. */
  static Problem tooSmall(int size, int smallest) {
    return ProblemCode.QR_TOO_SMALL.problem(size, smallest);
  }
}
