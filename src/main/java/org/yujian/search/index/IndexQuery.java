package org.yujian.search.index;

import java.util.List;
import java.util.Set;
import java.util.UUID;

/**
 * A search for a page of articles, those with the highest score first, of equal ones the newest.
 * Clauses have at most 1,000 words and pairs of characters altogether; engines refuse more.
 *
 * @param must condition on every hit
 * @param ranking the score of a hit is the sum of the weights of those that hold; empty for the
 *     order of the feed
 * @param without articles that are no hits
 * @param after place of the last hit of the page before; null for the first page
 * @param size number of hits, from 0
 * @param countTo the total is counted up to here
 */
public record IndexQuery(
    ArticleScope scope,
    Clause must,
    List<Weighted> ranking,
    Set<UUID> without,
    Place after,
    int size,
    int countTo) {

  /** Place of a hit in the order of its search. */
  public record Place(int score, long feedOrder) {}
}
