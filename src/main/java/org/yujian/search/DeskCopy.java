package org.yujian.search;

import java.util.Locale;

/** Which copy of an article the desk finds: the value of {@code copy=}. */
enum DeskCopy {
  LIVE,
  DRAFT,
  WITHDRAWN;

  /** The word of the parameter and of the column. */
  @Override
  public String toString() {
    return name().toLowerCase(Locale.ROOT);
  }
}
