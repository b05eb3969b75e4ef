package org.yujian.ingest;

import java.util.Locale;

/** The kinds of file that can be read. */
enum DocumentFormat {
  TEXT,
  MARKDOWN;

  /** By the file's name: {@code .md} and {@code .markdown} are Markdown, all else is plain text. */
  static DocumentFormat of(String fileName) {
    String name = fileName == null ? "" : fileName.toLowerCase(Locale.ROOT);
    return name.endsWith(".md") || name.endsWith(".markdown") ? MARKDOWN : TEXT;
  }

  String mediaType() {
    return this == MARKDOWN ? "text/markdown" : "text/plain";
  }
}
