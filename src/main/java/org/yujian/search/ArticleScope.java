package org.yujian.search;

import java.util.UUID;

/**
 * Among which articles is searched; null for all.
 *
 * @param from the lowest feed order, included
 * @param below the highest feed order, excluded
 */
record ArticleScope(UUID account, UUID tag, long from, long below) {

  ArticleScope below(long order) {
    return new ArticleScope(account, tag, from, Math.min(order, below));
  }
}
