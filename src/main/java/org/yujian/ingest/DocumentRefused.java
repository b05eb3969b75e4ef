package org.yujian.ingest;

/**
 * A document that cannot become articles; nothing of it is kept. {@code code} is the problem code
 * of design section 7: {@code unsupported-document}, {@code document-damaged}, {@code
 * document-empty}, {@code body-too-long} or {@code too-many-articles} (then {@code limit} is the
 * limit's value).
 */
final class DocumentRefused extends RuntimeException {

  static final String UNSUPPORTED = "unsupported-document";
  static final String DAMAGED = "document-damaged";
  static final String EMPTY = "document-empty";
  static final String BODY_TOO_LONG = "body-too-long";
  static final String TOO_MANY_ARTICLES = "too-many-articles";

  private static final long serialVersionUID = 1L;

  private final String code;
  private final Integer limit;

  DocumentRefused(String code, String detail) {
    this(code, detail, null);
  }

  DocumentRefused(String code, String detail, Integer limit) {
    super(detail);
    this.code = code;
    this.limit = limit;
  }

  String code() {
    return code;
  }

  Integer limit() {
    return limit;
  }
}
