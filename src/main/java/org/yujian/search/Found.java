package org.yujian.search;

import java.util.UUID;
import org.yujian.search.index.IndexHits.Hit;
import org.yujian.shared.page.PageKey;

/**
 * An article that was found and its place in the answer.
 *
 * @param tier what stands in a lower one comes first
 * @param score within a tier the higher first, then the newest
 */
record Found(UUID id, long feedOrder, int tier, double score) {

  /** With some rank: one term in the title, several terms however they stand. */
  static final int FIRST = 0;

  /** All others, the newest first. */
  static final int REST = 1;

  /** Behind all exact hits: what a question fits mostly. */
  static final int RELAXED = 2;

  /** Those without a score are all others. */
  static Found exact(Hit hit) {
    return new Found(hit.id(), hit.feedOrder(), hit.score() > 0 ? FIRST : REST, hit.score());
  }

  /**
   * @param top the feed order below which everything of this answer stands
   */
  PageKey.Ranked key(long top, PageKey.Basis basis) {
    return new PageKey.Ranked(tier, score, feedOrder, top, basis);
  }
}
