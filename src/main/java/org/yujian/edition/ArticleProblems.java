package org.yujian.edition;

import java.util.List;
import java.util.UUID;
import org.yujian.shared.problem.FieldError;
import org.yujian.shared.problem.Problem;
import org.yujian.shared.problem.ProblemCode;

/** Problem responses of requests about an article. */
public final class ArticleProblems {

  private ArticleProblems() {}

  public static Problem notFound(UUID id) {
    return ProblemCode.ARTICLE_NOT_FOUND.problem(id);
  }

  static Problem notPublished(UUID id) {
    return ProblemCode.ARTICLE_NOT_PUBLISHED.problem(id);
  }

  static Problem withdrawn(UUID id, Withdrawal withdrawal) {
    return gone(ProblemCode.ARTICLE_WITHDRAWN.problem(id), withdrawal);
  }

  public static Problem draftNotFound(UUID id) {
    return ProblemCode.DRAFT_NOT_FOUND.problem(id);
  }

  public static Problem wasPublished(UUID id) {
    return ProblemCode.ARTICLE_WAS_PUBLISHED.problem(id);
  }

  public static Problem noDraft(UUID id) {
    return ProblemCode.ARTICLE_NO_DRAFT.problem(id);
  }

  static Problem notWithdrawn(UUID id) {
    return ProblemCode.ARTICLE_NOT_WITHDRAWN.problem(id);
  }

  /** All content was purged, so nothing can be published again. */
  public static Problem purged(UUID id) {
    return ProblemCode.ARTICLE_PURGED.problem(id);
  }

  public static Problem revisionNotFound(UUID id, int rev) {
    return ProblemCode.REVISION_NOT_FOUND.problem(id, rev);
  }

  /** The draft differs from the live copy in nothing that readers can see. */
  static Problem correctionEmpty(UUID id) {
    return ProblemCode.CORRECTION_EMPTY.problem(id);
  }

  /** The correction class is {@code title} but the title did not change, or the reverse. */
  static Problem correctionClass(String reason) {
    return ProblemCode.CORRECTION_CLASS_MISMATCH
        .problem(reason)
        .with(FieldError.at("/class", "invalid"));
  }

  static Problem noteRequired() {
    return ProblemCode.CORRECTION_NOTE_REQUIRED.problem().with(FieldError.at("/note", "required"));
  }

  static Problem tooManyTags(int limit) {
    return ProblemCode.TOO_MANY_TAGS.problem(limit);
  }

  static Problem joinNotFound() {
    return ProblemCode.JOIN_NOT_FOUND.problem();
  }

  /** Each error points at {@code /articles/{index}}, the index within the edition. */
  static Problem notPublishable(List<FieldError> errors) {
    Problem problem = ProblemCode.NOT_PUBLISHABLE.problem();
    errors.forEach(problem::with);
    return problem;
  }

  /** Adds class, time and public note of a withdrawal; everything else about it is internal. */
  static Problem gone(Problem problem, Withdrawal withdrawal) {
    problem.with("class", withdrawal.reason.value).with("at", withdrawal.at);
    return withdrawal.publicNote == null ? problem : problem.with("note", withdrawal.publicNote);
  }
}
