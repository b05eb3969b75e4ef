package org.yujian.database;

import java.net.URL;
import java.util.List;
import java.util.Locale;

/** Finds the PostgreSQL archive for this machine among those in the package. */
record Platform(String system, String machine) {
  private static final List<Platform> PUBLISHED =
      List.of(
          new Platform("linux", "x86_64"),
          new Platform("linux", "arm_64"),
          new Platform("darwin", "x86_64"),
          new Platform("darwin", "arm_64"),
          new Platform("windows", "x86_64"));

  static Platform current() {
    return of(System.getProperty("os.name"), System.getProperty("os.arch"));
  }

  static Platform of(String osName, String osArch) {
    String name = osName.toLowerCase(Locale.ROOT);
    String system =
        name.startsWith("windows") ? "windows" : name.startsWith("mac") ? "darwin" : name;
    String machine =
        switch (osArch.toLowerCase(Locale.ROOT)) {
          case "amd64", "x86_64" -> "x86_64";
          case "aarch64", "arm64" -> "arm_64";
          default -> osArch;
        };
    return new Platform(system, machine);
  }

  boolean isLinux() {
    return system.equals("linux");
  }

  boolean isWindows() {
    return system.equals("windows");
  }

  String archiveName() {
    return "postgres-" + system + "-" + machine + ".txz";
  }

  /** The archive for this machine; if missing, the failure names those in the package. */
  URL archive(ClassLoader loader) {
    URL found = loader.getResource(archiveName());
    if (found != null) {
      return found;
    }
    List<String> others =
        PUBLISHED.stream()
            .filter(p -> loader.getResource(p.archiveName()) != null)
            .map(Platform::toString)
            .toList();
    String carried =
        others.isEmpty()
            ? "carries no PostgreSQL"
            : "carries PostgreSQL for " + String.join(", ", others);
    throw new StartupFailure(
        "This package "
            + carried
            + ", not for this machine ("
            + this
            + ").\nBuild it on a machine of this kind, or use your own server:"
            + " QUARKUS_DATASOURCE_JDBC_URL, QUARKUS_DATASOURCE_USERNAME,"
            + " QUARKUS_DATASOURCE_PASSWORD.");
  }

  @Override
  public String toString() {
    return system + " " + machine;
  }
}
