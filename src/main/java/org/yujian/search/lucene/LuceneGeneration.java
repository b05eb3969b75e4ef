package org.yujian.search.lucene;

import java.io.Closeable;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.apache.lucene.index.IndexWriter;
import org.apache.lucene.index.Term;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.store.AlreadyClosedException;
import org.apache.lucene.util.ThreadInterruptedException;
import org.yujian.search.index.ArticleScope;
import org.yujian.search.index.Clause;
import org.yujian.search.index.IndexBatch;
import org.yujian.search.index.IndexGeneration;
import org.yujian.search.index.IndexHits;
import org.yujian.search.index.IndexHits.Hit;
import org.yujian.search.index.IndexQuery;
import org.yujian.search.index.IndexUnavailable;
import org.yujian.search.index.IndexedArticle;

/**
 * A generation in a folder. After a failed write the writer is closed, and {@link #position} opens
 * another one at the last commit. Searches go on with what they saw until the next refresh, except
 * when it was they who could not read: then the next search opens the files again.
 */
final class LuceneGeneration implements IndexGeneration, Closeable {
  private final String name;
  private final GenerationFiles files;
  private final ArticleDocuments documents = new ArticleDocuments();
  private final Searchers searchers;
  private IndexWriter writer;
  private boolean failed;
  private boolean damaged;
  private boolean closed;
  private volatile Optional<String> committed;

  /** Why what was written since the last commit is lost, until the position was read again. */
  private volatile Exception lost;

  private volatile boolean unreadable;

  LuceneGeneration(String name, GenerationFiles files) throws IOException {
    this.name = name;
    this.files = files;
    this.writer = files.writer();
    this.committed = GenerationFiles.position(writer);
    this.searchers = new Searchers(writer);
  }

  @Override
  public String name() {
    return name;
  }

  @Override
  public void write(IndexBatch batch) {
    change(
        to -> {
          for (IndexedArticle article : batch.articles()) {
            to.updateDocument(Fields.term(Fields.ID, article.id()), documents.of(article));
          }
          to.deleteDocuments(
              batch.removed().keySet().stream()
                  .map(id -> Fields.term(Fields.ID, id))
                  .toArray(Term[]::new));
        });
  }

  @Override
  public void refresh() {
    change(of -> searchers.maybeRefreshBlocking());
  }

  @Override
  public void commit(String position) {
    change(
        to -> {
          GenerationFiles.commit(to, position);
          committed = Optional.of(position);
        });
  }

  @Override
  public Optional<String> position() {
    if (lost != null) {
      synchronized (this) {
        reopen();
        lost = null;
      }
    }
    return committed;
  }

  @Override
  public IndexHits search(IndexQuery query) {
    return read(searcher -> new PageSearch(searcher).find(query));
  }

  @Override
  public List<Hit> oldest(ArticleScope scope, Clause must, int size) {
    return read(searcher -> new PageSearch(searcher).oldest(scope, must, size));
  }

  @Override
  public List<Long> frequencies(List<Clause> clauses) {
    return read(
        searcher -> {
          PageSearch search = new PageSearch(searcher);
          List<Long> frequencies = new ArrayList<>(clauses.size());
          for (Clause clause : clauses) {
            frequencies.add(search.frequency(clause));
          }
          return frequencies;
        });
  }

  @Override
  public long size() {
    return read(searcher -> (long) searcher.getIndexReader().numDocs());
  }

  @Override
  public void expunge() {
    change(
        of -> {
          do {
            of.forceMergeDeletes(true);
            // It passes over segments that an ordinary merge is reading, whose result may have
            // removed articles again.
            GenerationFiles.awaitMerges(of);
            of.commit();
            // The reader of the state before holds its files.
            searchers.maybeRefreshBlocking();
          } while (searchers.hasRemoved());
          of.deleteUnusedFiles();
        });
  }

  @Override
  public synchronized void close() throws IOException {
    closed = true;
    searchers.close();
    try {
      writer.rollback();
    } finally {
      files.close();
    }
  }

  private synchronized void change(Change change) {
    if (lost != null) {
      throw unavailable("has lost uncommitted changes; its position has to be read again", lost);
    }
    try {
      change.apply(writer);
    } catch (IOException e) {
      throw failed(e);
    } catch (RuntimeException e) {
      throw GenerationFiles.isFailure(e) ? failed(e) : e;
    }
  }

  private <T> T read(Reading<T> reading) {
    if (unreadable) {
      showAgain();
    }
    IndexSearcher searcher = null;
    try {
      searcher = searchers.acquire();
      return reading.of(searcher);
    } catch (IOException e) {
      throw failed(searcher, e);
    } catch (RuntimeException e) {
      throw GenerationFiles.isFailure(e) ? failed(searcher, e) : e;
    } finally {
      release(searcher);
    }
  }

  private void release(IndexSearcher searcher) {
    if (searcher != null) {
      try {
        searchers.release(searcher);
      } catch (IOException e) {
        throw unavailable("cannot close its files", e);
      }
    }
  }

  private synchronized void showAgain() {
    if (unreadable) {
      reopen();
      try {
        searchers.maybeRefreshBlocking();
        unreadable = false;
      } catch (IOException | AlreadyClosedException | ThreadInterruptedException e) {
        throw failed(e);
      }
    }
  }

  /** A search that failed in files that are not used any more says nothing about the others. */
  private synchronized IndexUnavailable failed(IndexSearcher searcher, Exception cause) {
    if (!closed && searchers.isCurrent(searcher)) {
      unreadable = true;
      return failed(cause);
    }
    return unavailable("failed", cause);
  }

  private synchronized IndexUnavailable failed(Exception cause) {
    failed = true;
    damaged |= GenerationFiles.isDamage(cause);
    lost = cause;
    try {
      writer.rollback();
    } catch (IOException | RuntimeException e) {
      if (e != cause) {
        cause.addSuppressed(e);
      }
      if (e instanceof ThreadInterruptedException) {
        Thread.currentThread().interrupt();
      }
    }
    return unavailable("failed", cause);
  }

  private synchronized void reopen() {
    if (closed) {
      throw unavailable("is closed", lost);
    }
    if (!failed) {
      return;
    }
    try {
      writer.rollback();
      if (damaged) {
        files.clear(lost);
        damaged = false;
      }
      writer = files.writer();
      failed = false;
      committed = GenerationFiles.position(writer);
      searchers.follow(writer);
    } catch (IOException | AlreadyClosedException | ThreadInterruptedException e) {
      throw unavailable("cannot be opened", e);
    }
  }

  private IndexUnavailable unavailable(String what, Exception cause) {
    return new IndexUnavailable("The search index " + name + " " + what, cause);
  }

  /** Something done with the writer. */
  private interface Change {
    void apply(IndexWriter to) throws IOException;
  }

  /** Something asked of a searcher. */
  private interface Reading<T> {
    T of(IndexSearcher searcher) throws IOException;
  }
}
