package org.yujian.feed;

import java.util.Locale;

/** Form of the body that a reader requests with {@code body=}. */
public enum BodyForm {
  HTML,
  BLOCKS,
  TEXT,
  MARKDOWN,
  NONE;

  @Override
  public String toString() {
    return name().toLowerCase(Locale.ROOT);
  }
}
