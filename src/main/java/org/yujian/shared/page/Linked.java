package org.yujian.shared.page;

/**
 * A list response with cursors. Every response record that implements it gets {@code Link} headers
 * (RFC 8288) with path-absolute addresses and the same filters.
 */
public interface Linked {
  /** Cursor of the following page; null at the end. */
  String next();

  /** Cursor of the items before this page. */
  String prev();
}
