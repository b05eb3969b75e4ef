package org.yujian.search;

import java.util.Locale;

/** What is searched: the value of {@code type=}. */
enum SearchType {
  ARTICLES,
  ACCOUNTS,
  TAGS;

  /** The word of the parameter. */
  @Override
  public String toString() {
    return name().toLowerCase(Locale.ROOT);
  }
}
