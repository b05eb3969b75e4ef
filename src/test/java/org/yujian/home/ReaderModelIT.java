package org.yujian.home;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.stream.LongStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.yujian.testing.Nodes;
import org.yujian.testing.Report;
import org.yujian.testing.Seed;

/**
 * Three devices of one reader on two nodes do anything in any order, against a model in memory that
 * was written from the documented rules; in the end all devices equal it. {@code -Dmodel.seeds=50
 * -Dmodel.steps=2000} for the long form, {@code -Dmodel.seed} for one walk again.
 */
class ReaderModelIT {
  private static final int SEEDS = Integer.getInteger("model.seeds", 3);
  private static final int STEPS = Integer.getInteger("model.steps", 150);
  private static final int TOGETHER = Integer.getInteger("model.together", 3);

  private static final Report REPORT = new Report(ReaderModelIT.class);

  private static Nodes nodes;

  @BeforeAll
  static void start() throws InterruptedException {
    nodes = new Nodes("reader-model", 2, "yujian.sample=false", "yujian.sign-ups-per-hour=1000000");
  }

  @AfterAll
  static void stop() {
    nodes.close();
  }

  @Test
  void allDevicesEqualTheModel() throws InterruptedException {
    long began = System.nanoTime();
    List<String> failures = new ArrayList<>();
    ExecutorService threads = Executors.newFixedThreadPool(TOGETHER);
    try {
      List<Future<ModelWalk>> walks =
          seeds()
              .mapToObj(seed -> threads.submit(() -> new ModelWalk(nodes, seed).go(STEPS)))
              .toList();
      for (Future<ModelWalk> walk : walks) {
        REPORT.line("%s", outcome(walk, failures));
      }
      report(began, failures.size());
    } finally {
      threads.shutdownNow();
    }
    if (!failures.isEmpty()) {
      System.out.println(nodes.errors());
    }
    assertThat(failures).as("walks, told above, that differ from the model").hasSize(0);
  }

  private static void report(long began, int failures) {
    long seconds = TimeUnit.NANOSECONDS.toSeconds(System.nanoTime() - began);
    REPORT.line(
        "%d walks of %d steps in %d s, %d at a time: %d differ from the model",
        SEEDS, STEPS, seconds, TOGETHER, failures);
  }

  private static LongStream seeds() {
    Long one = Long.getLong("model.seed");
    return one == null
        ? Seed.random("ReaderModelIT").longs(SEEDS, 0, Integer.MAX_VALUE)
        : LongStream.of(one);
  }

  private static String outcome(Future<ModelWalk> walk, List<String> failures)
      throws InterruptedException {
    try {
      return walk.get().toString();
    } catch (ExecutionException e) {
      failures.add(e.getCause().getMessage());
      return e.getCause().getMessage();
    }
  }
}
