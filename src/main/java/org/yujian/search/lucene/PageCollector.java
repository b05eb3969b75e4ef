package org.yujian.search.lucene;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.PriorityQueue;
import org.apache.lucene.index.BinaryDocValues;
import org.apache.lucene.index.LeafReaderContext;
import org.apache.lucene.index.NumericDocValues;
import org.apache.lucene.search.CollectionTerminatedException;
import org.apache.lucene.search.CollectorManager;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.SimpleCollector;
import org.yujian.search.index.IndexHits;
import org.yujian.search.index.IndexHits.Hit;

/**
 * Keeps the first hits of a search and counts all of them up to a bound. A collector reads no more
 * of a segment than these two need; segments are sorted by feed order, the newest first.
 */
abstract class PageCollector extends SimpleCollector {
  private static final Comparator<Hit> WORST_FIRST =
      Comparator.comparingInt(Hit::score).thenComparingLong(Hit::feedOrder);

  private final Comparator<Hit> worstFirst;
  private final PriorityQueue<Hit> hits;
  private final int size;
  private final int countTo;
  private int counted;
  private NumericDocValues orders;
  private BinaryDocValues ids;

  PageCollector(int size, int countTo) {
    this(size, countTo, WORST_FIRST);
  }

  PageCollector(int size, int countTo, Comparator<Hit> worstFirst) {
    this.worstFirst = worstFirst;
    this.hits = new PriorityQueue<>(worstFirst);
    this.size = size;
    this.countTo = countTo;
  }

  @Override
  protected void doSetNextReader(LeafReaderContext leaf) throws IOException {
    if (!hasWork()) {
      throw new CollectionTerminatedException();
    }
    orders = leaf.reader().getNumericDocValues(Fields.ORDER);
    ids = leaf.reader().getBinaryDocValues(Fields.ID);
  }

  private boolean hasWork() {
    return size > 0 || !isCounted();
  }

  void count() {
    if (counted < countTo) {
      counted++;
    }
  }

  /** Whether more hits would not change the total. */
  boolean isCounted() {
    return counted >= countTo;
  }

  /** Whether a hit takes part in the page, unless better ones follow. */
  boolean accepts(int score, long order) {
    if (hits.size() < size) {
      return true;
    }
    Hit worst = hits.peek();
    return worst != null && isBefore(score, order, worst.score(), worst.feedOrder());
  }

  /** The last hit of a page that is full; null while it is not. */
  Hit worst() {
    return hits.size() < size ? null : hits.peek();
  }

  long order(int document) throws IOException {
    orders.advanceExact(document);
    return orders.longValue();
  }

  /** Adds a hit that was accepted. */
  void add(int document, long order, int score) throws IOException {
    ids.advanceExact(document);
    hits.add(new Hit(Fields.id(ids.binaryValue()), order, score));
    if (hits.size() > size) {
      hits.remove();
    }
  }

  static boolean isBefore(int score, long order, int otherScore, long otherOrder) {
    return score > otherScore || score == otherScore && order > otherOrder;
  }

  IndexHits search(IndexSearcher searcher, Query query) throws IOException {
    return hasWork() ? searcher.search(query, new OneThread(this)) : result();
  }

  private IndexHits result() {
    List<Hit> ordered = new ArrayList<>(hits);
    ordered.sort(worstFirst.reversed());
    return new IndexHits(List.copyOf(ordered), counted);
  }

  /** Searchers have no executor, so that one collector sees all segments. */
  private record OneThread(PageCollector collector)
      implements CollectorManager<PageCollector, IndexHits> {

    @Override
    public PageCollector newCollector() {
      return collector;
    }

    @Override
    public IndexHits reduce(Collection<PageCollector> collectors) {
      return collector.result();
    }
  }
}
