package org.yujian.ops;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** What is shipped for one platform, without the archive of classes that the build records. */
class PackageIT {
  private static final long LEAST = 50_000_000;

  /**
   * 24 MB more than before 0.7: decoders of pictures with native code, POI, the S3 SDK, 2 MB for
   * signing in by OpenID Connect, and 4 MB for Lucene.
   */
  private static final long MOST = 120_000_000;

  @Test
  void thePackageIsSmall() throws IOException {
    try (Stream<Path> all = Files.walk(Path.of("target/quarkus-app"))) {
      long bytes =
          all.filter(file -> !file.toString().matches(".*[.](jsa|aot)"))
              .mapToLong(file -> file.toFile().isFile() ? file.toFile().length() : 0)
              .sum();
      assertThat(bytes).isBetween(LEAST, MOST);
    }
  }
}
