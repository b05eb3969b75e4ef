package org.yujian.search.lucene;

import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.yujian.search.index.IndexBatch;
import org.yujian.search.index.IndexGeneration;
import org.yujian.search.index.IndexGenerator;

/**
 * Writes a log of random batches into an index and says what it does, until it is killed. {@link
 * KillTest} starts it in a process of its own.
 */
final class IndexingProgram {
  static final String NAME = "killed";
  static final String COMMITTED = "committed ";
  private static final int LONGEST = 2_000;

  private IndexingProgram() {}

  /**
   * @param arguments folder of the index, seed of the log
   */
  public static void main(String[] arguments) {
    PrintStream out = new PrintStream(System.out, true, StandardCharsets.UTF_8);
    List<IndexBatch> log = log(Long.parseLong(arguments[1]));
    try (LuceneIndex index = new LuceneIndex(Path.of(arguments[0]), 0.1)) {
      IndexGeneration generation = index.open(NAME);
      int next = generation.position().map(Integer::parseInt).orElse(0);
      while (next < log.size()) {
        out.println("writing " + next);
        generation.write(log.get(next));
        next++;
        if (next % 2 == 0) {
          out.println("refreshing " + next);
          generation.refresh();
        }
        if (next % 5 == 0) {
          out.println("committing " + next);
          generation.commit(String.valueOf(next));
          out.println(COMMITTED + next);
        }
      }
    }
  }

  static List<IndexBatch> log(long seed) {
    IndexGenerator generator = new IndexGenerator(new Random(seed), 100);
    List<IndexBatch> log = new ArrayList<>();
    for (int i = 0; i < LONGEST; i++) {
      log.add(generator.batch(6));
    }
    return log;
  }
}
