package org.yujian.edition;

import java.util.List;
import java.util.UUID;
import org.yujian.shared.problem.FieldError;
import org.yujian.shared.problem.Problem;
import org.yujian.shared.problem.ProblemCode;

/** The ways in which a request about an article fails. */
final class ArticleProblems {

  private ArticleProblems() {}

  static Problem notFound(UUID id) {
    return ProblemCode.ARTICLE_NOT_FOUND.problem(id);
  }

  static Problem notPublished(UUID id) {
    return ProblemCode.ARTICLE_NOT_PUBLISHED.problem(id);
  }

  static Problem withdrawn(Article article) {
    return gone(ProblemCode.ARTICLE_WITHDRAWN.problem(article.id), article.withdrawal);
  }

  /** This node is a moment behind the one that told the version. */
  static Problem notYet(UUID id, long version) {
    return ProblemCode.NOT_YET.problem(id, version).header("Retry-After", "1");
  }

  /** Told by nobody: no such version was ever written. */
  static Problem versionNotFound(UUID id, long version) {
    return ProblemCode.VERSION_NOT_FOUND.problem(id, version);
  }

  /** There is nothing to compare. */
  static Problem draftNotFound(UUID id) {
    return ProblemCode.DRAFT_NOT_FOUND.problem(id);
  }

  static Problem wasPublished(UUID id) {
    return ProblemCode.ARTICLE_WAS_PUBLISHED.problem(id);
  }

  static Problem noDraft(UUID id) {
    return ProblemCode.ARTICLE_NO_DRAFT.problem(id);
  }

  static Problem notWithdrawn(Article article) {
    return ProblemCode.ARTICLE_NOT_WITHDRAWN.problem(article.id);
  }

  /** Nothing is left that could be shown again. */
  static Problem purged(UUID id) {
    return ProblemCode.ARTICLE_PURGED.problem(id);
  }

  static Problem revisionNotFound(UUID id, int rev) {
    return ProblemCode.REVISION_NOT_FOUND.problem(id, rev);
  }

  /** Readers would be told of a correction and find none. */
  static Problem correctionEmpty(UUID id) {
    return ProblemCode.CORRECTION_EMPTY.problem(id);
  }

  /** What happened to the title and what the correction says of it are two things. */
  static Problem correctionClass(String reason) {
    return ProblemCode.CORRECTION_CLASS_MISMATCH
        .problem(reason)
        .with(FieldError.at("/class", "invalid"));
  }

  static Problem noteRequired() {
    return ProblemCode.CORRECTION_NOTE_REQUIRED.problem().with(FieldError.at("/note", "required"));
  }

  static Problem originalTitleFixed(String title) {
    return ProblemCode.ORIGINAL_TITLE_FIXED
        .problem(title)
        .with(FieldError.at("/provenance/title", "invalid"));
  }

  static Problem tooManyTags(int limit) {
    return ProblemCode.TOO_MANY_TAGS.problem(limit);
  }

  /** The join to undo is not in the draft. */
  static Problem joinNotFound() {
    return ProblemCode.JOIN_NOT_FOUND.problem();
  }

  /** Errors point at {@code /articles/{index}}, the index within the edition. */
  static Problem notPublishable(List<FieldError> errors) {
    Problem problem = ProblemCode.NOT_PUBLISHABLE.problem();
    errors.forEach(problem::with);
    return problem;
  }

  /** Class, public note and time of a withdrawal, and nothing else, leave the desk. */
  static Problem gone(Problem problem, Withdrawal withdrawal) {
    problem.with("class", withdrawal.reason).with("at", withdrawal.at);
    return withdrawal.publicNote == null ? problem : problem.with("note", withdrawal.publicNote);
  }
}
