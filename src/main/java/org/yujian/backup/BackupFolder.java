package org.yujian.backup;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.yujian.shared.settings.Settings;

/**
 * The folder of the daily backups, {@code yujian-2026-12-01.zip} and so on. Other files in it are
 * left alone.
 */
record BackupFolder(Path path) {
  private static final Pattern NAME = Pattern.compile("yujian-\\d{4}-\\d\\d-\\d\\d\\.zip");

  /** The folder of the settings; empty when no backups are made. */
  static Optional<BackupFolder> of(Settings settings) {
    Settings.Backup backup = settings.backup();
    Optional<Path> own = backup.s3().bucket().map(name -> settings.dataDir().resolve("backups"));
    return backup.folder().or(() -> own).map(BackupFolder::new);
  }

  /** Whether a file of this name is a daily backup. */
  static boolean isDaily(String name) {
    return NAME.matcher(name).matches();
  }

  Path file(LocalDate day) {
    return path.resolve("yujian-" + day + ".zip");
  }

  /** Deletes all daily backups but the newest. */
  void keepNewest(int count) throws IOException {
    List<Path> all = files();
    for (Path old : all.subList(0, Math.max(0, all.size() - count))) {
      Files.deleteIfExists(old);
    }
  }

  /** When the newest one was finished; empty when there is none, or the folder cannot be read. */
  Optional<Instant> newest() {
    try {
      List<Path> all = files();
      return all.isEmpty()
          ? Optional.empty()
          : Optional.of(Files.getLastModifiedTime(all.get(all.size() - 1)).toInstant());
    } catch (IOException | UncheckedIOException e) {
      return Optional.empty();
    }
  }

  /** The oldest first. */
  private List<Path> files() throws IOException {
    if (!Files.isDirectory(path)) {
      return List.of();
    }
    try (Stream<Path> all = Files.list(path)) {
      return all.filter(file -> isDaily(file.getFileName().toString()))
          .sorted(Comparator.comparing(file -> file.getFileName().toString()))
          .toList();
    }
  }
}
