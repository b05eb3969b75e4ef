package org.yujian.search.lucene;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.yujian.search.index.IndexBatch;
import org.yujian.search.index.IndexGeneration;
import org.yujian.search.index.IndexModel;
import org.yujian.testing.Seed;

/** A process that is killed leaves the index of its last commit, exactly. */
class KillTest {
  private static final int ROUNDS = Integer.getInteger("kill.rounds", 3);
  private static final int MOST_LINES = 60;

  @TempDir private Path folder;
  private final Random random = Seed.random("KillTest");
  private final long logSeed = random.nextLong();
  private final List<IndexBatch> log = IndexingProgram.log(logSeed);

  @Test
  void positionAndContentAgreeAfterEachKill() throws IOException, InterruptedException {
    int position = 0;
    for (int round = 0; round < ROUNDS; round++) {
      int committed = runAndKill(position);
      try (LuceneIndex index = new LuceneIndex(folder, 1)) {
        IndexGeneration generation = index.open(IndexingProgram.NAME);
        position = generation.position().map(Integer::parseInt).orElse(0);
        assertThat(position).isBetween(committed, committed + 5);
        IndexModel model = new IndexModel();
        log.subList(0, position).forEach(model::write);
        assertThat(generation.search(IndexModel.ALL)).isEqualTo(model.search(IndexModel.ALL));
        assertThat(generation.size()).isEqualTo(model.articles().size());
      }
    }
  }

  /** The last position whose commit the program reported, or the one from which it went on. */
  private int runAndKill(int position) throws IOException, InterruptedException {
    Process process =
        new ProcessBuilder(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Xmx64m",
                "-XX:TieredStopAtLevel=1",
                "-cp",
                System.getProperty("java.class.path"),
                IndexingProgram.class.getName(),
                folder.toString(),
                String.valueOf(logSeed))
            .redirectError(ProcessBuilder.Redirect.DISCARD)
            .start();
    int committed = position;
    try (BufferedReader lines =
        new BufferedReader(
            new InputStreamReader(process.getInputStream(), StandardCharsets.UTF_8))) {
      int left = 1 + random.nextInt(MOST_LINES);
      String line = lines.readLine();
      assertThat(line).startsWith("writing ");
      while (line != null) {
        left--;
        if (left == 0) {
          // Process.destroyForcibly would also close the stream.
          process.toHandle().destroyForcibly();
        }
        if (line.startsWith(IndexingProgram.COMMITTED)) {
          committed = Integer.parseInt(line.substring(IndexingProgram.COMMITTED.length()));
        }
        line = lines.readLine();
      }
    } finally {
      process.destroyForcibly().waitFor();
    }
    return committed;
  }
}
