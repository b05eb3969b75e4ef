package org.yujian.ops;

import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.Optional;
import java.util.stream.Stream;
import org.eclipse.microprofile.config.Config;

/**
 * Checks the names of the folders that a start needs. Java encodes file names by the locale, which
 * no option changes: under {@code LC_ALL=C} it cannot open a folder with a Chinese name.
 */
final class FolderNames {
  private static final String DATA_DIR = "yujian.data-dir";

  /** Java's replacement for bytes that the locale cannot decode. */
  private static final char REPLACEMENT = '\uFFFD';

  private FolderNames() {}

  /** The data folder of this installation; {@code Settings} has the same default. */
  static String dataDir(Config config) {
    return config.getOptionalValue(DATA_DIR, String.class).orElse("./data");
  }

  /** Message for the operator if the locale cannot represent the name of a folder. */
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
