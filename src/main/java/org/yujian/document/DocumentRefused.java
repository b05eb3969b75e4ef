package org.yujian.document;

/** Thrown when a document cannot become articles. {@code limit}: the exceeded limit, or null. */
public final class DocumentRefused extends RuntimeException {

  public static final String UNSUPPORTED = "unsupported-document";
  public static final String DAMAGED = "document-damaged";
  public static final String EMPTY = "document-empty";

  /** Maximum length of a body, even of a draft. */
  public static final int MAX_BODY = 1_000_000;

  public static final String BODY_TOO_LONG = "body-too-long";
  public static final String TOO_MANY_ARTICLES = "too-many-articles";

  private static final long serialVersionUID = 1L;

  private final String code;
  private final Integer limit;

  public DocumentRefused(String code, String detail) {
    this(code, detail, null);
  }

  public DocumentRefused(String code, String detail, Integer limit) {
    super(detail);
    this.code = code;
    this.limit = limit;
  }

  public String code() {
    return code;
  }

  public Integer limit() {
    return limit;
  }
}
