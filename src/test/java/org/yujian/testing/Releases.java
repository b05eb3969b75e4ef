package org.yujian.testing;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/** The folders of earlier releases, see {@code src/test/releases/README.md}. */
public final class Releases {
  static final Path HOME = Path.of("src", "test", "releases");

  private Releases() {}

  /** All of them, by name. */
  public static List<Path> folders() {
    try (Stream<Path> all = Files.list(HOME)) {
      return all.filter(Files::isDirectory).sorted().toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
