package org.yujian.ingest.healing;

/**
 * An entry of the import report. {@code article} is an index from 1, {@code paragraph} a line of
 * that article's body from 1, {@code offset} a position in it in code points; each is null when it
 * does not apply. With an {@code error} the article stays a draft and cannot be published.
 */
public record Finding(
    String code,
    String severity,
    Integer line,
    Integer article,
    Integer paragraph,
    Integer offset,
    String message) {

  public static final String INFO = "info";
  public static final String WARNING = "warning";
  static final String ERROR = "error";

  public static Finding ofDocument(String code, String severity, Integer line, String message) {
    return new Finding(code, severity, line, null, null, null, message);
  }

  public static Finding ofArticle(
      String code, String severity, Integer line, int article, String message) {
    return new Finding(code, severity, line, article, null, null, message);
  }
}
