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

  public static Problem scheduled(Edition edition) {
    return ProblemCode.EDITION_SCHEDULED
        .problem(edition.id)
        .with("scheduledAt", edition.scheduledAt);
  }

  static Problem notScheduled(Edition edition) {
    return ProblemCode.EDITION_NOT_SCHEDULED.problem(edition.id);
  }

  static Problem notWithdrawn(Edition edition) {
    return ProblemCode.EDITION_NOT_WITHDRAWN.problem(edition.id);
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

  public static Problem full(Edition edition) {
    return ProblemCode.EDITION_FULL
        .problem(edition.id, PublishRules.MAX_ARTICLES)
        .with("limit", "edition.articles")
        .with("value", PublishRules.MAX_ARTICLES);
  }

  /** A published or withdrawn edition cannot take articles. */
  static Problem closed(Edition edition) {
    return ProblemCode.EDITION_CLOSED.problem(edition.id);
  }

  static Problem wasPublished(Edition edition) {
    return ProblemCode.EDITION_WAS_PUBLISHED.problem(edition.id);
  }

  public static Problem ofOtherAccount(Edition edition) {
    return ProblemCode.OTHER_ACCOUNT.problem(edition.id);
  }

  static Problem empty(Edition edition) {
    return ProblemCode.EDITION_EMPTY.problem(edition.id);
  }
}
