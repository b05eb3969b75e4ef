package org.yujian.ops;

import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.Optional;
import java.util.stream.Stream;
import org.eclipse.microprofile.config.Config;

/**
 * Names of the folders that a start needs. Java reads and writes file names in the encoding of the
 * locale, and no option changes that: under {@code LC_ALL=C} a folder with a Chinese name cannot be
 * used.
 */
final class FolderNames {
  private static final String DATA_DIR = "yujian.data-dir";

  /** What Java puts in place of bytes that the locale cannot read. */
  private static final char REPLACEMENT = '\uFFFD';

  private FolderNames() {}

  /** The folder that holds everything of this installation; Settings has the same default. */
  static String dataDir(Config config) {
    return config.getOptionalValue(DATA_DIR, String.class).orElse("./data");
  }

  /** What to tell the operator when a folder's name cannot be used under this locale. */
  static Optional<String> unreadable(Config config) {
    return Stream.of(System.getProperty("user.dir"), dataDir(config))
        .filter(FolderNames::unreadable)
        .map(
            folder ->
                "Java cannot use the folder "
                    + folder
                    + " under this locale, which has no UTF-8.\n"
                    + "Start with LC_ALL=C.UTF-8, or use a folder whose name is plain ASCII.")
        .findFirst();
  }

  static boolean unreadable(String folder) {
    try {
      return Path.of(folder).toString().indexOf(REPLACEMENT) >= 0;
    } catch (InvalidPathException unmappable) {
      return true;
    }
  }
}
