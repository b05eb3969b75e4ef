package org.yujian.search.lucene;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.concurrent.atomic.AtomicLong;
import org.apache.lucene.store.NIOFSDirectory;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.yujian.search.index.IndexBatch;
import org.yujian.search.index.IndexGeneration;
import org.yujian.search.index.IndexGenerator;
import org.yujian.search.index.IndexHits;
import org.yujian.search.index.IndexModel;
import org.yujian.search.index.IndexUnavailable;
import org.yujian.testing.Seed;

/** A disk without space loses nothing that was committed, and says what else is lost. */
class FullDiskTest {
  private static final int MOST_SPACE = 100_000;

  @TempDir private Path folder;
  private final Random random = Seed.random("FullDiskTest");
  private final AtomicLong space = new AtomicLong(Long.MAX_VALUE);
  private final List<IndexBatch> log = new ArrayList<>();
  private LuceneIndex index;
  private IndexGeneration generation;
  private int failures;

  @BeforeEach
  void open() {
    index =
        new LuceneIndex(folder, 0.2, path -> new FailingDirectory(new NIOFSDirectory(path), space));
    generation = index.open("full");
    IndexGenerator generator = new IndexGenerator(random, 100);
    for (int i = 0; i < 40; i++) {
      log.add(generator.batch(20));
    }
  }

  @AfterEach
  void close() {
    space.set(Long.MAX_VALUE);
    index.close();
  }

  /** A consumer of a log whose disk is full again and again, in each kind of call. */
  @Test
  void aConsumerThatReadsThePositionAgainLosesNothing() {
    int next = 0;
    boolean complete = false;
    space.set(random.nextInt(MOST_SPACE));
    while (!complete) {
      try {
        complete = next == log.size();
        if (!complete) {
          generation.write(log.get(next));
          next++;
        }
        if (complete || random.nextInt(3) == 0) {
          generation.refresh();
          assertThat(generation.search(IndexModel.ALL))
              .isEqualTo(model(next).search(IndexModel.ALL));
        }
        if (random.nextInt(6) == 0) {
          generation.commit(String.valueOf(next));
          if (random.nextInt(4) == 0) {
            generation.expunge();
          }
        }
      } catch (IndexUnavailable e) {
        failures++;
        complete = false;
        next = goOn(next);
      }
    }
    assertThat(failures).isPositive();
  }

  /** Otherwise a repeated call would commit a position whose changes are lost. */
  @Test
  void nothingIsWrittenUntilThePositionWasRead() {
    generation.write(log.get(0));
    generation.commit("1");
    generation.write(log.get(1));
    generation.refresh();
    space.set(0);
    assertThatThrownBy(() -> generation.commit("2")).isInstanceOf(IndexUnavailable.class);
    space.set(Long.MAX_VALUE);
    assertThatThrownBy(() -> generation.commit("2")).isInstanceOf(IndexUnavailable.class);
    assertThatThrownBy(() -> generation.write(log.get(1))).isInstanceOf(IndexUnavailable.class);
    assertThat(generation.search(IndexModel.ALL)).isEqualTo(model(2).search(IndexModel.ALL));
    assertThat(generation.position()).contains("1");
    generation.refresh();
    assertThat(generation.search(IndexModel.ALL)).isEqualTo(model(1).search(IndexModel.ALL));
    generation.write(log.get(1));
    generation.commit("2");
    generation.refresh();
    assertThat(generation.search(IndexModel.ALL)).isEqualTo(model(2).search(IndexModel.ALL));
  }

  /** Searches go on while the disk is full; with space again, the log is read from the position. */
  private int goOn(int next) {
    IndexHits hits = generation.search(IndexModel.ALL);
    assertThat(hits.total()).isLessThanOrEqualTo(100);
    space.set(MOST_SPACE / 4 + random.nextInt(MOST_SPACE * failures));
    int position = generation.position().map(Integer::parseInt).orElse(0);
    assertThat(position).isLessThanOrEqualTo(next);
    return position;
  }

  private IndexModel model(int batches) {
    IndexModel model = new IndexModel();
    log.subList(0, batches).forEach(model::write);
    return model;
  }
}
