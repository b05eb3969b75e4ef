package org.yujian.editing.review;

import java.util.List;
import java.util.UUID;
import org.yujian.shared.problem.FieldError;
import org.yujian.shared.problem.Problem;
import org.yujian.shared.problem.ProblemCode;

/** Problem responses of reviews and comments. */
final class ReviewProblems {

  private ReviewProblems() {}

  /** The content cannot go live before these stages have agreed to it. */
  static Problem missing(List<String> stages) {
    return ProblemCode.REVIEW_MISSING.problem(String.join(", ", stages)).with("missing", stages);
  }

  /** The account has no review, or nothing waits to go live. */
  static Problem notOpen(UUID id) {
    return ProblemCode.REVIEW_NOT_OPEN.problem(id);
  }

  /**
   * @param next name of the stage that signs next; null when all have agreed
   */
  static Problem outOfTurn(String stage, String next) {
    Problem problem = ProblemCode.REVIEW_OUT_OF_TURN.problem(stage);
    return next == null ? problem : problem.with("next", next);
  }

  /**
   * @param reason {@code signers}, {@code author} or {@code same-signer}
   */
  static Problem notAllowed(String stage, String reason) {
    return ProblemCode.REVIEW_NOT_ALLOWED.problem(stage).with("reason", reason);
  }

  static Problem unknownStage() {
    return ProblemCode.INVALID_BODY.problem().with(FieldError.at("/stage", "invalid"));
  }

  static Problem noteRequired() {
    return ProblemCode.INVALID_BODY.problem().with(FieldError.at("/note", "required"));
  }

  static Problem notOfEdition() {
    return ProblemCode.INVALID_BODY.problem().with(FieldError.at("/articleId", "invalid"));
  }

  /** The passage is not in the text, probably because the text changed. */
  static Problem noPassage(String field) {
    return ProblemCode.INVALID_BODY.problem().with(FieldError.at(field, "passage"));
  }

  static Problem commentNotFound(UUID id) {
    return ProblemCode.REVIEW_COMMENT_NOT_FOUND.problem(id);
  }
}
