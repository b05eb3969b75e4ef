package org.yujian.ingest;

/**
 * Something the report tells about a document. {@code article} is an index from 1, {@code
 * paragraph} a line of that article's body from 1, {@code offset} code points into it; what does
 * not apply is null. An {@code error} keeps the draft and blocks publishing.
 */
record Finding(
    String code,
    String severity,
    Integer line,
    Integer article,
    Integer paragraph,
    Integer offset,
    String message) {

  static final String INFO = "info";
  static final String WARNING = "warning";
  static final String ERROR = "error";

  static Finding ofDocument(String code, String severity, Integer line, String message) {
    return new Finding(code, severity, line, null, null, null, message);
  }

  static Finding ofArticle(
      String code, String severity, Integer line, int article, String message) {
    return new Finding(code, severity, line, article, null, null, message);
  }
}
