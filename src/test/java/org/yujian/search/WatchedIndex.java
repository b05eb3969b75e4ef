package org.yujian.search;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Consumer;
import org.yujian.search.index.ArticleScope;
import org.yujian.search.index.Clause;
import org.yujian.search.index.IndexBatch;
import org.yujian.search.index.IndexGeneration;
import org.yujian.search.index.IndexHits;
import org.yujian.search.index.IndexHits.Hit;
import org.yujian.search.index.IndexQuery;
import org.yujian.search.index.IndexUnavailable;
import org.yujian.search.index.IndexedArticle;
import org.yujian.search.index.SearchIndex;

/**
 * An engine that counts what is written and can be away, or refuse an article. Several feeds may
 * share it, as nodes do with a server.
 */
final class WatchedIndex implements SearchIndex {
  private final SearchIndex inner;

  /** Ids of written articles, in order. */
  final List<UUID> written = new CopyOnWriteArrayList<>();

  /** Sizes of batches. */
  final List<Integer> batches = new CopyOnWriteArrayList<>();

  volatile int commits;
  volatile int expunged;
  volatile boolean away;
  volatile UUID refused;

  /** The only generation that is away; null for none. */
  volatile String awayName;

  /** Called before each write, with the name of its generation. */
  volatile Consumer<String> onWrite = name -> {};

  /** Whether other nodes write to it, too. */
  volatile boolean shared;

  /** Whether another node uses every generation. */
  volatile boolean used;

  WatchedIndex(SearchIndex inner) {
    this.inner = inner;
  }

  private void check() {
    if (away) {
      throw new IndexUnavailable("away", new IOException("No space left on device"));
    }
  }

  @Override
  public Set<String> names() {
    return inner.names();
  }

  @Override
  public IndexGeneration open(String name) {
    check();
    return new Generation(inner.open(name));
  }

  @Override
  public void delete(String name) {
    if (!used) {
      inner.delete(name);
    }
  }

  @Override
  public boolean isShared() {
    return shared;
  }

  @Override
  public void close() {
    inner.close();
  }

  private final class Generation implements IndexGeneration {
    private final IndexGeneration of;

    Generation(IndexGeneration of) {
      this.of = of;
    }

    @Override
    public String name() {
      return of.name();
    }

    @Override
    public void write(IndexBatch batch) {
      check();
      onWrite.accept(of.name());
      if (of.name().equals(awayName)) {
        throw new IndexUnavailable("away", new IOException("read only"));
      }
      List<UUID> ids = new ArrayList<>();
      batch.articles().stream().map(IndexedArticle::id).forEach(ids::add);
      if (ids.contains(refused)) {
        throw new IllegalArgumentException("an immense term");
      }
      of.write(batch);
      written.addAll(ids);
      batches.add(ids.size());
    }

    @Override
    public void refresh() {
      check();
      of.refresh();
    }

    @Override
    public void commit(String position) {
      check();
      of.commit(position);
      commits++;
    }

    @Override
    public Optional<String> position() {
      return of.position();
    }

    @Override
    public Optional<String> committedByOthers() {
      return of.position();
    }

    @Override
    public IndexHits search(IndexQuery query) {
      return of.search(query);
    }

    @Override
    public List<Hit> oldest(ArticleScope scope, Clause must, int size) {
      return of.oldest(scope, must, size);
    }

    @Override
    public List<Long> frequencies(List<Clause> clauses) {
      return of.frequencies(clauses);
    }

    @Override
    public long size() {
      return of.size();
    }

    @Override
    public void expunge() {
      check();
      of.expunge();
      expunged++;
    }
  }
}
