package org.yujian.follow.report;

import org.yujian.shared.problem.Problem;
import org.yujian.shared.problem.ProblemCode;

final class ReportProblems {

  private ReportProblems() {}

  static Problem range(int mostDays) {
    return ProblemCode.REPORT_RANGE.problem(mostDays);
  }

  static Problem tooLarge(int mostRows) {
    return ProblemCode.REPORT_TOO_LARGE.problem(mostRows);
  }
}
