package org.yujian.search.opensearch;

import java.util.Comparator;
import java.util.List;
import org.yujian.search.index.Clause;
import org.yujian.search.index.Weighted;

/**
 * Parts of a sum of which a document must have some to reach a bound; the engine looks only at
 * documents that do. It finds them by the rarest {@code leading.size() - needed + 1} parts, so this
 * number is made as small as it can be (MaxScore: Turtle, Flood 1995; minimum should match). No
 * document that reaches the bound is passed over; those that do not are left to its score.
 *
 * @param leading the heaviest parts
 * @param needed how many of them a document has that reaches the bound, from 1
 * @param others all other parts, which alone do not reach the bound
 */
record LeadingParts(List<Weighted> leading, int needed, List<Weighted> others) {

  /**
   * @param some its bound is more than 0, and not more than all parts add up to
   */
  static LeadingParts of(Clause.AtLeast some) {
    List<Weighted> parts =
        some.of().stream().sorted(Comparator.comparingInt(Weighted::weight).reversed()).toList();
    LeadingParts best = null;
    int missing = some.least();
    for (int size = parts.size(); missing > 0; size--) {
      LeadingParts split = split(parts, size, missing);
      if (best == null || split.lists() < best.lists()) {
        best = split;
      }
      missing -= parts.get(size - 1).weight();
    }
    return best;
  }

  /**
   * @param missing what the leading parts must add to all others
   */
  private static LeadingParts split(List<Weighted> parts, int size, int missing) {
    int needed = 0;
    for (int left = missing; left > 0; needed++) {
      left -= parts.get(needed).weight();
    }
    return new LeadingParts(parts.subList(0, size), needed, parts.subList(size, parts.size()));
  }

  private int lists() {
    return leading.size() - needed + 1;
  }
}
