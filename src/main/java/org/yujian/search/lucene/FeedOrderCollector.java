package org.yujian.search.lucene;

import java.io.IOException;
import org.apache.lucene.index.LeafReaderContext;
import org.apache.lucene.search.CollectionTerminatedException;
import org.apache.lucene.search.ScoreMode;

/** A page in the order of the feed: the first hits of each segment are its newest. */
final class FeedOrderCollector extends PageCollector {
  private boolean exhausted;

  FeedOrderCollector(int size, int countTo) {
    super(size, countTo);
  }

  @Override
  public ScoreMode scoreMode() {
    return ScoreMode.COMPLETE_NO_SCORES;
  }

  @Override
  protected void doSetNextReader(LeafReaderContext leaf) throws IOException {
    super.doSetNextReader(leaf);
    exhausted = false;
  }

  @Override
  public void collect(int document) throws IOException {
    count();
    if (!exhausted) {
      long order = order(document);
      if (accepts(0, order)) {
        add(document, order, 0);
      } else {
        exhausted = true;
      }
    }
    if (exhausted && isCounted()) {
      throw new CollectionTerminatedException();
    }
  }
}
