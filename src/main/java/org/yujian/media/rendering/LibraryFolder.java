package org.yujian.media.rendering;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.time.Duration;

/**
 * A temporary folder for one child process, into which the WebP library unpacks its native code.
 * The child removes the file as soon as it is loaded, and closing removes the folder.
 */
final class LibraryFolder implements AutoCloseable {

  private static final String PREFIX = "yujian-picture-";

  /** No child process lives as long as this. */
  private static final Duration LEFT = Duration.ofMinutes(10);

  private final Path path;

  LibraryFolder() {
    try {
      path = Files.createTempDirectory(PREFIX);
    } catch (IOException e) {
      throw new UncheckedIOException("The temporary folder is not writable.", e);
    }
  }

  String path() {
    return path.toString();
  }

  @Override
  public void close() {
    remove(path);
  }

  /** Removes folders of processes that were killed. */
  static void removeLeft(long now) {
    Path parent = Path.of(System.getProperty("java.io.tmpdir"));
    try (DirectoryStream<Path> folders = Files.newDirectoryStream(parent, PREFIX + "*")) {
      for (Path folder : folders) {
        if (Files.getLastModifiedTime(folder).toMillis() < now - LEFT.toMillis()) {
          remove(folder);
        }
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  static void remove(Path folder) {
    try (DirectoryStream<Path> files = Files.newDirectoryStream(folder)) {
      for (Path file : files) {
        Files.deleteIfExists(file);
      }
      Files.deleteIfExists(folder);
    } catch (NoSuchFileException removed) {
      // By the child, or by another node.
    } catch (IOException e) {
      // A file in use on Windows: removeLeft tries again later.
    }
  }
}
