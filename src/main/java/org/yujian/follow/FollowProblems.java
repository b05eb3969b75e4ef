package org.yujian.follow;

import org.yujian.shared.problem.Problem;
import org.yujian.shared.problem.ProblemCode;

final class FollowProblems {

  private FollowProblems() {}

  static Problem tooMany(int limit) {
    return ProblemCode.TOO_MANY_FOLLOWS.problem(limit);
  }
}
