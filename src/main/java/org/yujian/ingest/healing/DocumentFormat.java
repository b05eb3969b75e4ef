package org.yujian.ingest.healing;

import java.util.Locale;

/** The file formats that can be imported. */
public enum DocumentFormat {
  TEXT,
  MARKDOWN;

  /** By file name: {@code .md} and {@code .markdown} are Markdown, all others plain text. */
  public static DocumentFormat of(String fileName) {
    String name = fileName == null ? "" : fileName.toLowerCase(Locale.ROOT);
    return name.endsWith(".md") || name.endsWith(".markdown") ? MARKDOWN : TEXT;
  }

  public String mediaType() {
    return this == MARKDOWN ? "text/markdown" : "text/plain";
  }
}
