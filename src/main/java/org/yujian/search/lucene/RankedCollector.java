package org.yujian.search.lucene;

import java.io.IOException;
import org.apache.lucene.index.LeafReaderContext;
import org.apache.lucene.search.Scorable;
import org.apache.lucene.search.ScoreMode;
import org.yujian.search.index.IndexHits.Hit;
import org.yujian.search.index.IndexQuery.Place;

/**
 * A page by score, then in the order of the feed. Once the total is known and the page is full, the
 * scorer is told the lowest score that still matters, so that it skips other documents.
 */
final class RankedCollector extends PageCollector {
  private final Place after;
  private Scorable scorer;
  private int lowest;

  /**
   * @param after null for the first page
   */
  RankedCollector(int size, int countTo, Place after) {
    super(size, countTo);
    this.after = after;
  }

  @Override
  public ScoreMode scoreMode() {
    return ScoreMode.TOP_SCORES;
  }

  @Override
  protected void doSetNextReader(LeafReaderContext leaf) throws IOException {
    super.doSetNextReader(leaf);
    lowest = 0;
  }

  @Override
  public void setScorer(Scorable newScorer) throws IOException {
    scorer = newScorer;
    raise(Long.MAX_VALUE);
  }

  @Override
  public void collect(int document) throws IOException {
    count();
    int score = (int) scorer.score();
    long order = order(document);
    if (isAfter(score, order) && accepts(score, order)) {
      add(document, order, score);
    }
    raise(order);
  }

  private boolean isAfter(int score, long order) {
    return after == null || isBefore(after.score(), after.feedOrder(), score, order);
  }

  /**
   * @param order the highest feed order that documents to come in this segment can have
   */
  private void raise(long order) throws IOException {
    Hit worst = worst();
    if (worst != null && isCounted()) {
      int needed = order <= worst.feedOrder() ? worst.score() + 1 : worst.score();
      if (needed > lowest) {
        lowest = needed;
        scorer.setMinCompetitiveScore(needed);
      }
    }
  }
}
