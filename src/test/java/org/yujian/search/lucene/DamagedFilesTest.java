package org.yujian.search.lucene;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.Stream;
import org.apache.lucene.index.IndexWriter;
import org.apache.lucene.store.NIOFSDirectory;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.yujian.search.index.IndexBatch;
import org.yujian.search.index.IndexGeneration;
import org.yujian.search.index.IndexGenerator;
import org.yujian.search.index.IndexModel;
import org.yujian.search.index.IndexUnavailable;
import org.yujian.testing.Seed;

/** A damaged index is empty and has no position, so that it is filled again. */
class DamagedFilesTest {
  private static final String NAME = "damaged";

  @TempDir private Path folder;
  private final Random random = Seed.random("DamagedFilesTest");
  private final IndexGenerator generator = new IndexGenerator(random, 100);

  /** What happens to a file. */
  private enum Damage {
    GONE {
      @Override
      void of(Path file, Random random) throws IOException {
        Files.delete(file);
      }
    },
    EMPTY {
      @Override
      void of(Path file, Random random) throws IOException {
        Files.write(file, new byte[0]);
      }
    },
    CUT {
      @Override
      void of(Path file, Random random) throws IOException {
        cut(file, random.nextInt((int) Files.size(file)));
      }
    },
    OTHER {
      @Override
      void of(Path file, Random random) throws IOException {
        byte[] bytes = new byte[(int) Files.size(file)];
        random.nextBytes(bytes);
        Files.write(file, bytes);
      }
    };

    abstract void of(Path file, Random random) throws IOException;
  }

  @Test
  void anyDamagedFileMakesAnEmptyIndexThatCanBeFilled() throws IOException {
    IndexModel model = fill(folder.resolve("whole"));
    for (Path file : files(folder.resolve("whole"))) {
      for (Damage damage : Damage.values()) {
        Path copy = folder.resolve(damage + "-" + file.getFileName());
        copy(folder.resolve("whole"), copy);
        damage.of(copy.resolve(NAME).resolve(file.getFileName()), random);
        assertEmptyAndFill(copy, model);
      }
    }
  }

  @Test
  void searchesThatFindDamageEmptyTheIndex() throws IOException {
    IndexModel model = fill(folder);
    try (LuceneIndex index =
        new LuceneIndex(folder, 1, path -> new NoSyncDirectory(new NIOFSDirectory(path)))) {
      IndexGeneration generation = index.open(NAME);
      assertThat(generation.search(IndexModel.ALL)).isEqualTo(model.search(IndexModel.ALL));
      for (Path file : files(folder)) {
        cut(file, 10);
      }
      assertThatThrownBy(() -> generation.search(IndexModel.ALL))
          .isInstanceOf(IndexUnavailable.class);
      assertThat(generation.search(IndexModel.ALL).total()).isZero();
      assertThat(generation.position()).isEmpty();
      generation.write(new IndexBatch(model.articles(), Map.of()));
      generation.refresh();
      assertThat(generation.search(IndexModel.ALL)).isEqualTo(model.search(IndexModel.ALL));
    }
  }

  /** Java closes a file when a thread is interrupted that reads it. */
  @Test
  void anInterruptedSearchHindersNoOther() {
    IndexModel model = fill(folder);
    try (LuceneIndex index =
        new LuceneIndex(folder, 1, path -> new NoSyncDirectory(new NIOFSDirectory(path)))) {
      IndexGeneration generation = index.open(NAME);
      Thread.currentThread().interrupt();
      assertThatThrownBy(() -> generation.search(IndexModel.ALL))
          .isInstanceOf(IndexUnavailable.class);
      assertThatThrownBy(() -> generation.search(IndexModel.ALL))
          .isInstanceOf(IndexUnavailable.class);
      assertThat(Thread.interrupted()).isTrue();
      assertThat(generation.search(IndexModel.ALL)).isEqualTo(model.search(IndexModel.ALL));
      assertThatThrownBy(generation::refresh).isInstanceOf(IndexUnavailable.class);
      assertThat(generation.position()).contains("1");
      generation.refresh();
    }
  }

  private void assertEmptyAndFill(Path damaged, IndexModel model) {
    try (LuceneIndex index =
        new LuceneIndex(damaged, 1, path -> new NoSyncDirectory(new NIOFSDirectory(path)))) {
      IndexGeneration generation = index.open(NAME);
      assertThat(generation.position()).as("%s", damaged).isEmpty();
      assertThat(generation.size()).isZero();
      generation.write(new IndexBatch(model.articles(), Map.of()));
      generation.refresh();
      assertThat(generation.search(IndexModel.ALL)).isEqualTo(model.search(IndexModel.ALL));
    }
  }

  private IndexModel fill(Path of) {
    IndexModel model = new IndexModel();
    try (LuceneIndex index =
        new LuceneIndex(of, 1, path -> new NoSyncDirectory(new NIOFSDirectory(path)))) {
      IndexGeneration generation = index.open(NAME);
      for (int i = 0; i < 3; i++) {
        IndexBatch batch = generator.batch(30);
        model.write(batch);
        generation.write(batch);
        generation.refresh();
      }
      generation.commit("1");
    }
    return model;
  }

  private static void cut(Path file, long size) throws IOException {
    try (FileChannel channel = FileChannel.open(file, StandardOpenOption.WRITE)) {
      channel.truncate(size);
    }
  }

  private static List<Path> files(Path of) throws IOException {
    try (Stream<Path> files = Files.list(of.resolve(NAME))) {
      return files.filter(file -> !file.endsWith(IndexWriter.WRITE_LOCK_NAME)).toList();
    }
  }

  private static void copy(Path from, Path to) throws IOException {
    Files.createDirectories(to.resolve(NAME));
    for (Path file : files(from)) {
      Files.copy(file, to.resolve(NAME).resolve(file.getFileName()));
    }
  }
}
