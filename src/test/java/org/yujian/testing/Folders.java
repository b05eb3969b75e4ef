package org.yujian.testing;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

/** Folders for tests under {@code target}, on a real file system and not in a temporary one. */
public final class Folders {
  private Folders() {}

  /** The folder of that name, as it is. */
  public static Path path(String name) {
    return Path.of("target", "test-folders", name).toAbsolutePath();
  }

  /** An empty folder of that name; what an earlier run left there is deleted. */
  public static Path empty(String name) {
    Path folder = path(name);
    try {
      if (Files.exists(folder)) {
        List<Path> all;
        try (Stream<Path> walk = Files.walk(folder)) {
          all = walk.sorted(Comparator.reverseOrder()).toList();
        }
        for (Path path : all) {
          Files.delete(path);
        }
      }
      return Files.createDirectories(folder);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
