package org.yujian.home;

import java.util.Locale;

/** What stands together in the home feed: the value of {@code group=}. */
enum HomeGroup {
  EDITION;

  /** The word of the parameter. */
  @Override
  public String toString() {
    return name().toLowerCase(Locale.ROOT);
  }
}
