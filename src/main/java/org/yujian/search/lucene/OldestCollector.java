package org.yujian.search.lucene;

import java.io.IOException;
import java.util.Comparator;
import org.apache.lucene.search.ScoreMode;
import org.yujian.search.index.IndexHits.Hit;

/** The hits that are lowest in the feed. Segments begin with their newest, so all are read. */
final class OldestCollector extends PageCollector {

  OldestCollector(int size) {
    super(size, 0, Comparator.comparingLong(Hit::feedOrder).reversed());
  }

  @Override
  public ScoreMode scoreMode() {
    return ScoreMode.COMPLETE_NO_SCORES;
  }

  @Override
  public void collect(int document) throws IOException {
    long order = order(document);
    Hit worst = worst();
    if (worst == null || order < worst.feedOrder()) {
      add(document, order, 0);
    }
  }
}
