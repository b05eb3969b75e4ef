package org.yujian.database;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The server's log files. PostgreSQL deletes none, so this class keeps only about 60 MB. */
final class ServerLog {
  private static final int KEPT = 6;
  private static final int TAIL = 4_000;

  private final DataFolder folder;

  private ServerLog(DataFolder folder) {
    this.folder = folder;
  }

  static ServerLog open(DataFolder folder, ServerUser user) {
    try {
      if (Files.notExists(folder.logs())) {
        DataFolder.createPrivate(folder.logs());
        user.own(folder.logs());
      }
      return new ServerLog(folder);
    } catch (IOException e) {
      throw folder.failure("create the log folder", e);
    }
  }

  /** File for the output that the server writes before it opens its own log files. */
  Path startFile() {
    return folder.logs().resolve("start.log");
  }

  List<String> settings() {
    return List.of(
        "logging_collector=on",
        "log_destination=stderr",
        "log_directory=" + folder.logs(),
        "log_filename=postgresql-%Y%m%d-%H%M%S.log",
        "log_rotation_size=10MB",
        "log_rotation_age=0",
        "log_line_prefix=%m [%p] ",
        "log_timezone=UTC");
  }

  void prune() {
    try {
      List<Path> files = files();
      for (Path old : files.subList(0, Math.max(0, files.size() - KEPT))) {
        Files.deleteIfExists(old);
      }
    } catch (IOException e) {
      // Deleted at the next attempt, an hour later.
      return;
    }
  }

  /** A position in the log, to read only what is written after it. */
  record Mark(String file, long size) {}

  Mark mark() {
    try {
      List<Path> files = files();
      if (files.isEmpty()) {
        return new Mark("", 0);
      }
      Path newest = files.get(files.size() - 1);
      return new Mark(newest.getFileName().toString(), Files.size(newest));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** The last characters logged after the mark, including the output of the latest start. */
  String since(Mark mark) {
    try {
      List<String> parts = new ArrayList<>();
      parts.add(read(startFile(), 0));
      for (Path file : files()) {
        int order = file.getFileName().toString().compareTo(mark.file());
        if (order >= 0) {
          parts.add(read(file, order == 0 ? mark.size() : 0));
        }
      }
      String all = parts.stream().collect(Collectors.joining()).strip();
      return all.substring(Math.max(0, all.length() - TAIL));
    } catch (IOException e) {
      return "(its log cannot be read: " + e.getMessage() + ")";
    }
  }

  private static String read(Path file, long from) throws IOException {
    if (Files.notExists(file)) {
      return "";
    }
    byte[] bytes = Files.readAllBytes(file);
    int start = (int) Math.min(from, bytes.length);
    return new String(bytes, start, bytes.length - start, StandardCharsets.UTF_8);
  }

  private List<Path> files() throws IOException {
    try (Stream<Path> all = Files.list(folder.logs())) {
      return all.filter(p -> p.getFileName().toString().startsWith("postgresql-"))
          .sorted(Comparator.comparing(Path::getFileName))
          .toList();
    }
  }
}
