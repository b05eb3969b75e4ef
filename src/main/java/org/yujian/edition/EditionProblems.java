package org.yujian.edition;

import java.time.Instant;
import java.util.UUID;
import org.yujian.shared.problem.FieldError;
import org.yujian.shared.problem.Problem;
import org.yujian.shared.problem.ProblemCode;

/** Problem responses of requests about an edition. */
public final class EditionProblems {

  private EditionProblems() {}

  public static Problem notFound(UUID id) {
    return ProblemCode.EDITION_NOT_FOUND.problem(id);
  }

  static Problem withdrawn(UUID id, Withdrawal withdrawal) {
    return ArticleProblems.gone(ProblemCode.EDITION_WITHDRAWN.problem(id), withdrawal);
  }

  static Problem alreadyPublished(UUID id, Instant publishedAt) {
    return ProblemCode.ALREADY_PUBLISHED.problem(id).with("publishedAt", publishedAt);
  }

  static Problem notPublished(UUID id) {
    return ProblemCode.EDITION_NOT_PUBLISHED.problem(id);
  }

  public static Problem scheduled(UUID id, Instant scheduledAt) {
    return ProblemCode.EDITION_SCHEDULED.problem(id).with("scheduledAt", scheduledAt);
  }

  static Problem notScheduled(UUID id) {
    return ProblemCode.EDITION_NOT_SCHEDULED.problem(id);
  }

  static Problem notWithdrawn(UUID id) {
    return ProblemCode.EDITION_NOT_WITHDRAWN.problem(id);
  }

  static Problem scheduleInPast(Instant now) {
    return ProblemCode.SCHEDULE_IN_PAST
        .problem()
        .with("now", now)
        .with(FieldError.at("/at", "future"));
  }

  static Problem scheduleTooFar(Instant latest) {
    return ProblemCode.SCHEDULE_TOO_FAR
        .problem(latest)
        .with("latest", latest)
        .with(FieldError.at("/at", "latest", latest));
  }

  /** An archive's publication time must lie between 1970 and now. */
  static Problem publishedAtOutOfRange(Instant now) {
    return ProblemCode.PUBLISHED_AT_OUT_OF_RANGE
        .problem()
        .with("now", now)
        .with(FieldError.at("/publishedAt", "past"));
  }

  public static Problem full(UUID id, int limit) {
    return ProblemCode.EDITION_FULL
        .problem(id, limit)
        .with("limit", "edition.articles")
        .with("value", limit);
  }

  static Problem closed(UUID id) {
    return ProblemCode.EDITION_CLOSED.problem(id);
  }

  static Problem wasPublished(UUID id) {
    return ProblemCode.EDITION_WAS_PUBLISHED.problem(id);
  }

  public static Problem ofOtherAccount(UUID id) {
    return ProblemCode.OTHER_ACCOUNT.problem(id);
  }

  static Problem empty(UUID id) {
    return ProblemCode.EDITION_EMPTY.problem(id);
  }
}
