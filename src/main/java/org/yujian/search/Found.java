package org.yujian.search;

import java.util.UUID;
import org.yujian.shared.page.PageKey;

/**
 * An article that was found and its place in the answer.
 *
 * @param tier what stands in a lower one comes first
 * @param score within a tier the higher first, then the newest
 */
record Found(UUID id, long feedOrder, int tier, double score) {

  /** With the term in the title; of several terms, the window that is ranked. */
  static final int FIRST = 0;

  /** All others, the newest first. */
  static final int REST = 1;

  /** Behind all exact hits: what a question fits mostly. */
  static final int RELAXED = 2;

  /**
   * @param top the feed order below which everything of this answer stands
   */
  PageKey.Ranked key(long top, PageKey.Basis basis) {
    return new PageKey.Ranked(tier, score, feedOrder, top, basis);
  }
}
