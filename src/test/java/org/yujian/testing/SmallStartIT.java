package org.yujian.testing;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** The files beside the package that say how it is started. */
class SmallStartIT {
  private static final double HEAP = 88 << 20;
  private static final long CACHE = 2 << 20;
  private static final int ADDRESSES = 800;

  @Test
  void theSmallFormHasItsHeapTheClassesOfTheArchiveAndBoundedMemory() throws IOException {
    Path data = Folders.empty("small");
    Path classes = data.resolve("classes.log");
    Path small = Path.of(System.getProperty("yujian.program")).resolveSibling("small");
    try (Program program =
        Program.start(
            data,
            "-Xlog:class+load:file=" + classes,
            "@" + small,
            "yujian.response-cache-size=" + CACHE)) {
      assertThat(program.get("/v1/articles").statusCode()).isEqualTo(200);
      assertThat(Metrics.of(program, "jvm_memory_max_bytes{area=\"heap\""))
          .isBetween(HEAP / 2, HEAP * 1.1);
      // However many addresses there are; n is nobody's parameter.
      for (int i = 0; i < ADDRESSES; i++) {
        assertThat(program.get("/v1/articles?n=" + i).statusCode()).isEqualTo(200);
      }
      assertThat(Metrics.of(program, "yujian_response_cache_stored_total"))
          .isGreaterThan(ADDRESSES);
      assertThat(Metrics.of(program, "yujian_response_cache_bytes"))
          .isBetween(CACHE / 2.0, (double) CACHE);
    }
    try (Stream<String> lines = Files.lines(classes)) {
      // Java falls back without a word when an archive does not fit.
      assertThat(lines.filter(line -> line.contains("org.yujian.search.SearchResource ")))
          .isNotEmpty()
          .allMatch(line -> line.contains("shared objects file"));
    }
  }
}
