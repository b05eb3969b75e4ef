package org.yujian.search.index;

/** The texts of an article that are searched apart. */
public enum IndexField {
  TITLE,
  /** Everything else that a reader sees: subtitle, source, author, digest, body. */
  TEXT
}
