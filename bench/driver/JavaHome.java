package bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * A Java to start programs with, and its form of an archive of classes: an AOT cache from 25 on
 * (JEP 514), AppCDS before (JEP 350).
 */
record JavaHome(String command, String version) {
  private static final int AOT_CACHE = 25;

  /** The one that runs the benchmark. */
  static JavaHome ours() {
    return new JavaHome(Program.java(), System.getProperty("java.version"));
  }

  static JavaHome at(Path home) throws IOException {
    String version =
        Files.readAllLines(home.resolve("release")).stream()
            .filter(line -> line.startsWith("JAVA_VERSION="))
            .map(line -> line.substring(line.indexOf('=') + 1).replace("\"", ""))
            .findFirst()
            .orElseThrow(() -> new IOException("no Java in " + home));
    return new JavaHome(home.resolve("bin/java").toString(), version);
  }

  private boolean hasAotCache() {
    return Integer.parseInt(version.split("\\D")[0]) >= AOT_CACHE;
  }

  /** The option by which a run leaves the archive. */
  String make(Path archive) {
    return (hasAotCache() ? "-XX:AOTCacheOutput=" : "-XX:ArchiveClassesAtExit=") + archive;
  }

  /** The option by which a start uses it. */
  String use(Path archive) {
    return (hasAotCache() ? "-XX:AOTCache=" : "-XX:SharedArchiveFile=") + archive;
  }
}
