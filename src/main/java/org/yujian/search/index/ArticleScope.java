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

  public ArticleScope above(long order) {
    return new ArticleScope(account, tag, Math.max(order, from), below);
  }

  public ArticleScope below(long order) {
    return new ArticleScope(account, tag, from, Math.min(order, below));
  }
}
