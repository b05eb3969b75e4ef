package org.yujian.edition;

import java.util.UUID;
import org.yujian.shared.problem.Problem;
import org.yujian.shared.problem.ProblemCode;

/** The ways in which a request about an edition fails. */
final class EditionProblems {

  private EditionProblems() {}

  static Problem notFound(UUID id) {
    return ProblemCode.EDITION_NOT_FOUND.problem(id);
  }

  static Problem withdrawn(Edition edition) {
    return ArticleProblems.gone(
        ProblemCode.EDITION_WITHDRAWN.problem(edition.id), edition.withdrawal);
  }

  static Problem alreadyPublished(Edition edition) {
    return ProblemCode.ALREADY_PUBLISHED
        .problem(edition.id)
        .with("publishedAt", edition.publishedAt);
  }

  static Problem notPublished(Edition edition) {
    return ProblemCode.EDITION_NOT_PUBLISHED.problem(edition.id);
  }

  static Problem scheduled(Edition edition) {
    return ProblemCode.EDITION_SCHEDULED
        .problem(edition.id)
        .with("scheduledAt", edition.scheduledAt);
  }

  static Problem empty(Edition edition) {
    return ProblemCode.EDITION_EMPTY.problem(edition.id);
  }
}
