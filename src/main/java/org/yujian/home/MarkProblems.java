package org.yujian.home;

import java.util.List;
import org.yujian.shared.problem.FieldError;
import org.yujian.shared.problem.Problem;
import org.yujian.shared.problem.ProblemCode;

/** Error responses of requests about marks. */
final class MarkProblems {

  private MarkProblems() {}

  static void requireSize(String name, List<?> entries, int limit) {
    if (entries.isEmpty() || entries.size() > limit) {
      throw ProblemCode.INVALID_BODY
          .problem()
          .with(FieldError.at("/" + name, "size", 1, limit))
          .with("limit", name)
          .with("value", limit);
    }
  }

  static void requireNone(List<FieldError> errors) {
    if (!errors.isEmpty()) {
      Problem problem = ProblemCode.INVALID_BODY.problem();
      errors.forEach(problem::with);
      throw problem;
    }
  }

  static Problem unknownArticle(String pointer) {
    return ProblemCode.INVALID_BODY.problem().with(FieldError.at(pointer, "mark.article"));
  }

  static Problem noPlace() {
    return ProblemCode.INVALID_CURSOR.problem();
  }
}
