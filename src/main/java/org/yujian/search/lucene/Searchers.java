package org.yujian.search.lucene;

import java.io.IOException;
import org.apache.lucene.index.DirectoryReader;
import org.apache.lucene.index.IndexWriter;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.search.ReferenceManager;

/**
 * The state of an index that searches see. It stays when the writer fails, until a refresh after
 * another writer was given.
 */
final class Searchers extends ReferenceManager<IndexSearcher> {
  private volatile IndexWriter writer;
  private IndexWriter shown;

  Searchers(IndexWriter writer) throws IOException {
    this.writer = writer;
    this.shown = writer;
    this.current = searcher(DirectoryReader.open(writer));
  }

  /** The next refresh shows what this writer wrote. */
  void follow(IndexWriter newWriter) {
    writer = newWriter;
  }

  boolean isCurrent(IndexSearcher searcher) {
    return current == searcher;
  }

  /** Whether the files of this state have replaced or removed articles. */
  boolean hasRemoved() throws IOException {
    IndexSearcher searcher = acquire();
    try {
      return searcher.getIndexReader().hasDeletions();
    } finally {
      release(searcher);
    }
  }

  @Override
  protected IndexSearcher refreshIfNeeded(IndexSearcher old) throws IOException {
    IndexWriter now = writer;
    DirectoryReader reader =
        now == shown
            ? DirectoryReader.openIfChanged((DirectoryReader) old.getIndexReader(), now)
            : DirectoryReader.open(now);
    shown = now;
    return reader == null ? null : searcher(reader);
  }

  @Override
  protected boolean tryIncRef(IndexSearcher searcher) {
    return searcher.getIndexReader().tryIncRef();
  }

  @Override
  protected void decRef(IndexSearcher searcher) throws IOException {
    searcher.getIndexReader().decRef();
  }

  @Override
  protected int getRefCount(IndexSearcher searcher) {
    return searcher.getIndexReader().getRefCount();
  }

  /** Lucene's cache of filters is off: it would take up to 32 MB of the heap. */
  private static IndexSearcher searcher(DirectoryReader reader) {
    IndexSearcher searcher = new IndexSearcher(reader);
    searcher.setQueryCache(null);
    searcher.setSimilarity(new OccurrenceSimilarity());
    return searcher;
  }
}
