package org.yujian.search;

import java.util.UUID;

/**
 * Among which articles is searched; null for all.
 *
 * @param from the lowest feed order, included
 * @param below the highest feed order, excluded
 */
record ArticleScope(UUID account, UUID tag, long from, long below) {

  /** Whether every live article is in it. */
  boolean whole() {
    return account == null && tag == null && from == Long.MIN_VALUE && below == Long.MAX_VALUE;
  }

  /** Whether it is a part of the feed, of everybody. */
  boolean isOfDays() {
    return account == null && tag == null && !whole();
  }

  ArticleScope below(long order) {
    return new ArticleScope(account, tag, from, Math.min(order, below));
  }
}
