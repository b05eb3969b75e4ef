package org.yujian.ingest;

import java.util.List;
import java.util.UUID;
import org.yujian.account.AccountView;
import org.yujian.document.DocumentRefused;
import org.yujian.shared.problem.FieldError;
import org.yujian.shared.problem.Problem;
import org.yujian.shared.problem.ProblemCode;

/** The problems of imports; a failed import stores nothing. */
final class ImportProblems {

  private ImportProblems() {}

  static Problem refused(DocumentRefused refused) {
    Problem problem =
        switch (refused.code()) {
          case DocumentRefused.UNSUPPORTED -> ProblemCode.UNSUPPORTED_DOCUMENT.problem();
          case DocumentRefused.DAMAGED -> ProblemCode.DOCUMENT_DAMAGED.problem();
          case DocumentRefused.EMPTY -> ProblemCode.DOCUMENT_EMPTY.problem();
          case DocumentRefused.TOO_MANY_ARTICLES ->
              ProblemCode.TOO_MANY_ARTICLES.problem(refused.limit());
          default -> ProblemCode.BODY_TOO_LONG.problem(refused.limit());
        };
    if (refused.limit() != null) {
      boolean body = refused.code().equals(DocumentRefused.BODY_TOO_LONG);
      problem.with("limit", body ? "body" : "articles").with("value", refused.limit());
    }
    return problem.with("reason", refused.getMessage());
  }

  static Problem tooLarge(long limit) {
    return ProblemCode.DOCUMENT_TOO_LARGE
        .problem(limit)
        .with("limit", "document")
        .with("value", limit);
  }

  static Problem fileRequired() {
    return ProblemCode.INVALID_PARAMETER
        .problem("file")
        .with(FieldError.parameter("file", "required"));
  }

  /**
   * No account was given, or it does not exist and the key may not create it.
   *
   * @param named the missing account's name; null when none was given
   */
  static Problem accountRequired(String named, List<AccountView> nearest) {
    Problem problem = ProblemCode.ACCOUNT_REQUIRED.problem();
    if (named != null) {
      problem.with("named", named);
    }
    return problem.with(
        "nearest", nearest.stream().map(a -> new Nearest(a.id(), a.handle(), a.name())).toList());
  }

  record Nearest(UUID id, String handle, String name) {}

  /** {@code updates} has an unknown article, or one that matches no article of the document. */
  static Problem updatesMismatch(UUID article) {
    return ProblemCode.UPDATES_MISMATCH.problem(article);
  }

  static Problem notFound(UUID id) {
    return ProblemCode.IMPORT_NOT_FOUND.problem(id);
  }

  static Problem batchNotFound(UUID id) {
    return ProblemCode.IMPORT_BATCH_NOT_FOUND.problem(id);
  }

  static Problem tooManyWaiting(int limit) {
    return ProblemCode.TOO_MANY_REQUESTS
        .problem()
        .with("limit", "imports.waiting")
        .with("value", limit)
        .header("Retry-After", "10");
  }

  static Problem tooManyFiles(int limit) {
    return ProblemCode.INVALID_BODY.problem().with(FieldError.parameter("file", "size", 1, limit));
  }

  /** {@code updates} names articles of one document. */
  static Problem updatesOfSeveral() {
    return ProblemCode.INVALID_BODY.problem().with(FieldError.parameter("updates", "invalid"));
  }

  static Problem joinNotFound() {
    return ProblemCode.JOIN_NOT_FOUND.problem();
  }

  static Problem draftChanged(UUID article) {
    return ProblemCode.DRAFT_CHANGED.problem(article);
  }

  /** The document was deleted because an administrator purged one of its articles. */
  static Problem purged(UUID id) {
    return ProblemCode.IMPORT_PURGED.problem(id);
  }
}
