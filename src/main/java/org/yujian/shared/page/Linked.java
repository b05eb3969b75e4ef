package org.yujian.shared.page;

/** A list response whose cursors get {@code Link} headers (RFC 8288) with the same filters. */
public interface Linked {
  /** Cursor of the following page; null at the end. */
  String next();

  String prev();
}
