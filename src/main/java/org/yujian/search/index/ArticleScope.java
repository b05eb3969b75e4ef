package org.yujian.search.index;

import java.util.UUID;

/**
 * Among which articles is searched; null for all.
 *
 * @param from the lowest feed order, included
 * @param below the highest feed order, excluded
 */
public record ArticleScope(UUID account, UUID tag, long from, long below) {

  /** Every live article. */
  public static final ArticleScope ALL =
      new ArticleScope(null, null, Long.MIN_VALUE, Long.MAX_VALUE);

  /** Whether everything in its part of the feed is in it. */
  public boolean ofEverybody() {
    return account == null && tag == null;
  }

  /** Whether every live article is in it. */
  public boolean whole() {
    return ofEverybody() && from == Long.MIN_VALUE && below == Long.MAX_VALUE;
  }

  /** Whether it is a part of the feed, of everybody. */
  public boolean isOfDays() {
    return ofEverybody() && !whole();
  }

  public ArticleScope above(long order) {
    return new ArticleScope(account, tag, Math.max(order, from), below);
  }

  public ArticleScope below(long order) {
    return new ArticleScope(account, tag, from, Math.min(order, below));
  }
}
