package org.yujian.search;

import java.util.Locale;

/** How closely articles fit a question: the value of {@code match=} and of an item's field. */
enum SearchMatch {
  /** Every term stands in the article as it was typed. */
  EXACT,

  /**
   * Most of the question's words stand in the article, or words that sound or are spelled alike.
   */
  RELAXED;

  /** The word of the parameter. */
  @Override
  public String toString() {
    return name().toLowerCase(Locale.ROOT);
  }
}
