package org.yujian.shared.web;

/** Media types that JAX-RS does not name. */
public final class MediaTypes {

  public static final String JSON = "application/json";

  public static final String MERGE_PATCH = "application/merge-patch+json";

  /** One JSON value per line (ndjson). */
  public static final String JSON_LINES = "application/x-ndjson";

  public static final String CSV = "text/csv";

  public static final String SVG = "image/svg+xml";
  public static final String PNG = "image/png";
  public static final String MARKDOWN = "text/markdown";
  public static final String ZIP = "application/zip";

  /** Word files (Office Open XML). */
  public static final String DOCX =
      "application/vnd.openxmlformats-officedocument.wordprocessingml.document";

  public static final String PDF = "application/pdf";

  private MediaTypes() {}
}
