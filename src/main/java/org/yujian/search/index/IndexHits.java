package org.yujian.search.index;

import java.util.List;
import java.util.UUID;

/**
 * What an index found.
 *
 * @param hits in order
 * @param total number of articles on all pages, at most the query's {@code countTo}
 */
public record IndexHits(List<Hit> hits, int total) {

  /** An article and its place. */
  public record Hit(UUID id, long feedOrder, int score) {}
}
