package org.yujian.search.opensearch;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import org.yujian.search.index.ArticleScope;
import org.yujian.search.index.Clause;
import org.yujian.search.index.IndexBatch;
import org.yujian.search.index.IndexGeneration;
import org.yujian.search.index.IndexHits;
import org.yujian.search.index.IndexHits.Hit;
import org.yujian.search.index.IndexQuery;
import org.yujian.search.index.IndexUnavailable;

/** A generation in an index of OpenSearch. Whatever was written is durable at once. */
final class OpenSearchGeneration implements IndexGeneration {
  private static final long MARKS = TimeUnit.MINUTES.toNanos(1);

  private final String name;
  private final Incarnation incarnation;
  private final String alias;
  private final OpenSearchHttp http;
  private final Positions positions;
  private final PageSearch searches;
  private final BulkWriter writer;
  private Optional<String> committed = Optional.empty();
  private long markedAt = System.nanoTime() - MARKS;

  /** Whether a write failed, and the position was not read again since. */
  private volatile boolean lost;

  OpenSearchGeneration(
      String name, Incarnation incarnation, OpenSearchHttp http, Positions positions) {
    this.name = name;
    this.incarnation = incarnation;
    this.alias = incarnation.alias();
    this.http = http;
    this.positions = positions;
    this.searches = new PageSearch(http);
    this.writer = new BulkWriter(http);
  }

  @Override
  public String name() {
    return name;
  }

  @Override
  public void write(IndexBatch batch) {
    change(() -> writer.write(alias, batch));
  }

  @Override
  public void refresh() {
    change(
        () -> {
          http.ok("POST", "/" + alias + "/_refresh", null);
          mark();
        });
  }

  @Override
  public void commit(String position) {
    change(
        () -> {
          checkIncarnation();
          positions.write(incarnation.uuid(), name, position);
          committed = Optional.of(position);
          markedAt = System.nanoTime();
        });
  }

  @Override
  public Optional<String> position() {
    checkIncarnation();
    committed = positions.read(incarnation.uuid()).position();
    lost = false;
    return committed;
  }

  @Override
  public Optional<String> committedByOthers() {
    return positions.read(incarnation.uuid()).position().filter(now -> !isOwn(now));
  }

  private boolean isOwn(String position) {
    return committed.filter(position::equals).isPresent();
  }

  @Override
  public IndexHits search(IndexQuery query) {
    return searches.find(alias, query);
  }

  @Override
  public List<Hit> oldest(ArticleScope scope, Clause must, int size) {
    return searches.oldest(alias, scope, must, size);
  }

  @Override
  public List<Long> frequencies(List<Clause> clauses) {
    return searches.frequencies(alias, clauses);
  }

  @Override
  public long size() {
    return searches.size(alias);
  }

  @Override
  public void expunge() {
    change(() -> new Expunging(http, alias).run());
  }

  private void mark() {
    if (System.nanoTime() - markedAt >= MARKS) {
      positions.mark(incarnation.uuid());
      markedAt = System.nanoTime();
    }
  }

  /** A position says something about the index in which the writes were, and no other. */
  private void checkIncarnation() {
    String path = "/" + alias + "?filter_path=*.settings.index.uuid,error";
    boolean same = false;
    for (JsonNode index : http.ok("GET", path, null)) {
      String uuid = index.path("settings").path("index").path("uuid").asText();
      same |= uuid.equals(incarnation.uuid());
    }
    if (!same) {
      throw new IndexUnavailable("The search index " + name + " was replaced", null);
    }
  }

  private void change(Runnable change) {
    if (lost) {
      throw new IndexUnavailable("The position of " + name + " has to be read again", null);
    }
    try {
      change.run();
    } catch (IndexUnavailable e) {
      lost = true;
      throw e;
    }
  }
}
