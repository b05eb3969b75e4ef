package org.yujian.home;

import java.util.Locale;

/** Values of the parameter {@code group}. */
enum HomeGroup {
  EDITION;

  @Override
  public String toString() {
    return name().toLowerCase(Locale.ROOT);
  }
}
