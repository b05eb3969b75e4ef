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

  @Test
  void theSmallFormAnswersWithItsHeapAndTheClassesOfTheArchive() throws IOException {
    Path data = Folders.empty("small");
    Path classes = data.resolve("classes.log");
    Path small = Path.of(System.getProperty("yujian.program")).resolveSibling("small");
    try (Program program = Program.start(data, "-Xlog:class+load:file=" + classes, "@" + small)) {
      assertThat(program.get("/v1/articles").statusCode()).isEqualTo(200);
      String metrics = program.get(program.managementUrl().resolve("/q/metrics")).body();
      double heap =
          metrics
              .lines()
              .filter(line -> line.startsWith("jvm_memory_max_bytes{area=\"heap\""))
              .mapToDouble(line -> Double.parseDouble(line.substring(line.lastIndexOf(' '))))
              .sum();
      assertThat(heap).isBetween(HEAP / 2, HEAP * 1.1);
    }
    try (Stream<String> lines = Files.lines(classes)) {
      // Java falls back without a word when an archive does not fit.
      assertThat(lines.filter(line -> line.contains("org.yujian.search.SearchResource ")))
          .isNotEmpty()
          .allMatch(line -> line.contains("shared objects file"));
    }
  }
}
