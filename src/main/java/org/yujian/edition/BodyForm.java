package org.yujian.edition;

import java.util.Locale;

/** In which form a reader asks for a body: the value of {@code body=}. */
public enum BodyForm {
  HTML,
  BLOCKS,
  TEXT,
  MARKDOWN,
  NONE;

  /** The word of the parameter. */
  @Override
  public String toString() {
    return name().toLowerCase(Locale.ROOT);
  }
}
