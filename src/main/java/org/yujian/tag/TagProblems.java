package org.yujian.tag;

import org.yujian.shared.problem.FieldError;
import org.yujian.shared.problem.Problem;
import org.yujian.shared.problem.ProblemCode;

/** Error responses of requests about tags. */
final class TagProblems {

  private TagProblems() {}

  static Problem notFound(String slug) {
    return ProblemCode.TAG_NOT_FOUND.problem(slug);
  }

  /** The form parameter {@code tag} of an import is no valid name. */
  static Problem badName(String code, Object... arguments) {
    return ProblemCode.INVALID_PARAMETER
        .problem("tag")
        .with(FieldError.parameter("tag", code, arguments));
  }

  static Problem nameTaken(String name, String slug) {
    return ProblemCode.TAG_NAME_TAKEN.problem(name, slug);
  }

  static Problem slugTaken(String slug) {
    return ProblemCode.TAG_SLUG_TAKEN.problem(slug);
  }

  static Problem slugRequired(String name) {
    return ProblemCode.TAG_SLUG_REQUIRED.problem(name);
  }
}
