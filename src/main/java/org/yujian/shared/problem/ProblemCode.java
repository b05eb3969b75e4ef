package org.yujian.shared.problem;

import java.util.Locale;

/**
 * All problem codes with their HTTP status. The code string (lower kebab of the constant) never
 * changes once released; each has {@code .title}, {@code .detail} and {@code .help} in both text
 * files. Codes of features stand below the general ones.
 */
public enum ProblemCode {
  BAD_REQUEST(400),
  MALFORMED_JSON(400),
  MALFORMED_UPLOAD(400),
  INVALID_PARAMETER(400),
  INVALID_CURSOR(400),
  INVALID_SYNC_TOKEN(400),
  UNAUTHORIZED(401),
  FORBIDDEN(403),
  NOT_FOUND(404),
  METHOD_NOT_ALLOWED(405),
  NOT_ACCEPTABLE(406),
  REQUEST_TIMEOUT(408),
  CONFLICT(409),
  PRECONDITION_FAILED(412),
  PAYLOAD_TOO_LARGE(413),
  URI_TOO_LONG(414),
  UNSUPPORTED_MEDIA_TYPE(415),
  EXPECTATION_FAILED(417),
  INVALID_BODY(422),
  PRECONDITION_REQUIRED(428),
  TOO_MANY_REQUESTS(429),
  HEADERS_TOO_LARGE(431),
  INTERNAL_ERROR(500),
  NOT_IMPLEMENTED(501),
  SERVICE_UNAVAILABLE(503),
  NOT_YET(503),
  TOO_MANY_CLIENTS(503),
  STORAGE_FULL(503),
  HTTP_VERSION_NOT_SUPPORTED(505),

  ACCOUNT_NOT_FOUND(404),
  ACCOUNT_CLOSED(410),
  ACCOUNT_NAME_TAKEN(409),
  ACCOUNT_HANDLE_TAKEN(409),
  ACCOUNT_HANDLE_REQUIRED(422),
  ACCOUNT_NOT_ALLOWED(403),
  KEY_LIMITED(403),
  TAG_NOT_FOUND(404),
  TAG_NAME_TAKEN(409),
  TAG_SLUG_TAKEN(409),
  TAG_SLUG_REQUIRED(422),
  TOO_MANY_TAGS(422),
  FOLLOW_TARGET_NOT_FOUND(404),
  FOLLOW_TARGET_NEEDS_IMAGE(404),
  FOLLOW_TARGET_NAME_TAKEN(409),
  FOLLOW_TARGET_OF_ACCOUNT(409),
  FOLLOW_CODE_NOT_FOUND(404),
  FOLLOW_CODE_ENDED(410),
  QR_TOO_SMALL(400),
  ARTICLE_NOT_FOUND(404),
  ARTICLE_WITHDRAWN(410),
  ARTICLE_NOT_PUBLISHED(409),
  ARTICLE_NO_DRAFT(409),
  EDITION_NOT_FOUND(404),
  EDITION_WITHDRAWN(410),
  ALREADY_PUBLISHED(409),
  EDITION_NOT_PUBLISHED(409),
  EDITION_SCHEDULED(409),
  EDITION_EMPTY(422),
  NOT_PUBLISHABLE(422),
  SYNC_TOKEN_EXPIRED(410),
  JOIN_NOT_FOUND(404),
  DRAFT_CHANGED(409),
  IMPORT_NOT_FOUND(404),
  UNSUPPORTED_DOCUMENT(415),
  DOCUMENT_DAMAGED(422),
  DOCUMENT_EMPTY(422),
  DOCUMENT_TOO_LARGE(413),
  BODY_TOO_LONG(422),
  ACCOUNT_REQUIRED(422),
  UPDATES_MISMATCH(422);

  private final int status;
  private final String code;

  ProblemCode(int status) {
    this.status = status;
    this.code = name().toLowerCase(Locale.ROOT).replace('_', '-');
  }

  public int status() {
    return status;
  }

  public String code() {
    return code;
  }

  /** A problem to throw; the arguments fill {@code {0}}, {@code {1}} … of the detail text. */
  public Problem problem(Object... arguments) {
    return new Problem(this, arguments);
  }
}
