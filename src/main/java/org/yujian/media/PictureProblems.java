package org.yujian.media;

import java.util.List;
import java.util.UUID;
import org.yujian.media.rendering.PictureRefused;
import org.yujian.media.storage.StorageFailed;
import org.yujian.shared.problem.FieldError;
import org.yujian.shared.problem.Problem;
import org.yujian.shared.problem.ProblemCode;

/** Error responses of requests about pictures. */
final class PictureProblems {

  private PictureProblems() {}

  static Problem notFound(Object id) {
    return ProblemCode.PICTURE_NOT_FOUND.problem(id);
  }

  static Problem withdrawn() {
    return ProblemCode.PICTURE_WITHDRAWN.problem();
  }

  static Problem rangeBehind(int length) {
    return ProblemCode.RANGE_NOT_SATISFIABLE
        .problem(length)
        .header("Content-Range", "bytes */" + length);
  }

  static Problem inUse(UUID id, List<DeskPicture.Use> uses) {
    return ProblemCode.PICTURE_IN_USE.problem(id).with("uses", uses);
  }

  /**
   * The address of a cover, avatar or picture in a body is none of the account's pictures.
   *
   * @param url null where the client sent none
   */
  static Problem unknown(String url) {
    return ProblemCode.PICTURE_UNKNOWN.problem(String.valueOf(url));
  }

  static Problem accountNotFound(UUID account) {
    return ProblemCode.ACCOUNT_NOT_FOUND.problem(account);
  }

  static Problem fileRequired() {
    return ProblemCode.INVALID_BODY.problem().with(FieldError.parameter("file", "required"));
  }

  static Problem accountRequired() {
    return ProblemCode.INVALID_PARAMETER
        .problem("account")
        .with(FieldError.parameter("account", "required"));
  }

  static Problem refused(PictureRefused refused) {
    return ProblemCode.PICTURE_REFUSED
        .problem(refused.getMessage())
        .with("reason", refused.code())
        .causedBy(refused);
  }

  static Problem storageFailed(StorageFailed failed) {
    ProblemCode code =
        failed.reason() == StorageFailed.Reason.FULL
            ? ProblemCode.STORAGE_FULL
            : ProblemCode.STORAGE_UNAVAILABLE;
    return code.problem().header("Retry-After", "30").causedBy(failed);
  }
}
