package org.yujian.search.lucene;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.Semaphore;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import org.apache.lucene.store.NIOFSDirectory;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.yujian.search.index.FieldText;
import org.yujian.search.index.IndexBatch;
import org.yujian.search.index.IndexField;
import org.yujian.search.index.IndexGeneration;
import org.yujian.search.index.IndexHits;
import org.yujian.search.index.IndexModel;
import org.yujian.search.index.IndexedArticle;

/** Searches see whole states only, each thread never an older one than before. */
class ConcurrentSearchTest {
  private static final int ROUNDS = 40;
  private static final int ARTICLES = 20;

  private static final int SEARCHES_A_ROUND = 6;

  @TempDir private Path folder;
  private final Semaphore turns = new Semaphore(0);

  @Test
  void searchesSeeTheStateOfARefreshWhileArticlesChange()
      throws ExecutionException, InterruptedException {
    AtomicBoolean ended = new AtomicBoolean();
    ExecutorService threads = Executors.newFixedThreadPool(2);
    try (LuceneIndex index =
        new LuceneIndex(folder, 0.1, path -> new NoSyncDirectory(new NIOFSDirectory(path)))) {
      IndexGeneration generation = index.open("searched");
      writeRound(generation, 0);
      List<Future<Long>> searches =
          IntStream.range(0, 2)
              .mapToObj(i -> threads.submit(() -> searchUntil(ended, generation)))
              .toList();
      for (int round = 1; round <= ROUNDS; round++) {
        turns.release(SEARCHES_A_ROUND);
        writeRound(generation, round);
        if (round % 20 == 0) {
          generation.commit(String.valueOf(round));
          generation.expunge();
        }
      }
      end(ended);
      for (Future<Long> search : searches) {
        assertThat(search.get()).isEqualTo(ROUNDS);
      }
    } finally {
      end(ended);
      threads.shutdown();
    }
  }

  private void end(AtomicBoolean ended) {
    ended.set(true);
    turns.release(2);
  }

  /** The round of the last search. */
  private long searchUntil(AtomicBoolean ended, IndexGeneration generation) {
    long seen = 0;
    boolean last;
    do {
      turns.acquireUninterruptibly();
      last = ended.get();
      IndexHits hits = generation.search(IndexModel.ALL);
      long round = hits.hits().get(0).feedOrder() / ARTICLES;
      List<Long> orders =
          LongStream.range(0, ARTICLES).mapToObj(i -> (round + 1) * ARTICLES - 1 - i).toList();
      assertThat(hits.hits()).extracting(IndexHits.Hit::feedOrder).isEqualTo(orders);
      assertThat(hits.total()).isEqualTo(ARTICLES);
      assertThat(round).isGreaterThanOrEqualTo(seen);
      seen = round;
    } while (!last);
    return seen;
  }

  /** Replaces half of the articles, and the other half by others. */
  private static void writeRound(IndexGeneration generation, int round) {
    List<IndexedArticle> articles =
        IntStream.range(0, ARTICLES).mapToObj(i -> article(round, i)).toList();
    Map<UUID, Long> removed = new HashMap<>();
    for (int i = ARTICLES / 2; i < ARTICLES; i++) {
      removed.put(new UUID(round - 1, i), (long) round);
    }
    generation.write(new IndexBatch(articles, removed));
    generation.refresh();
  }

  private static IndexedArticle article(int round, int i) {
    UUID id = new UUID(i < ARTICLES / 2 ? -5 : round, i);
    FieldText text = new FieldText("中国" + round, List.of(), List.of());
    return new IndexedArticle(
        id,
        round,
        (long) round * ARTICLES + i,
        new UUID(8, 1),
        List.of(),
        Map.of(IndexField.TEXT, text));
  }
}
