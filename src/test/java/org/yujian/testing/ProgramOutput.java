package org.yujian.testing;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;

/** The lines that a child process has written so far, read by a thread of its own as UTF-8. */
final class ProgramOutput {
  private final List<String> lines = new CopyOnWriteArrayList<>();
  private final Thread reader;

  ProgramOutput(InputStream stream) {
    reader = new Thread(() -> read(stream), "program-output");
    reader.setDaemon(true);
    reader.start();
  }

  private void read(InputStream stream) {
    try (BufferedReader output =
        new BufferedReader(new InputStreamReader(stream, StandardCharsets.UTF_8))) {
      output.lines().forEach(lines::add);
    } catch (IOException | UncheckedIOException e) {
      lines.add("(" + e + ")");
    }
  }

  /** Whether all is read and nothing more comes. */
  boolean ended() {
    return !reader.isAlive();
  }

  List<String> lines() {
    return List.copyOf(lines);
  }

  /** The first line that contains the text; null when there is none yet. */
  String lineWith(String text) {
    return lines.stream().filter(line -> line.contains(text)).findFirst().orElse(null);
  }

  /** From the first error on, with the lines that follow. */
  String errors() {
    List<String> all = lines();
    int first = 0;
    while (first < all.size() && !all.get(first).contains(" ERROR ")) {
      first++;
    }
    return String.join("\n", all.subList(first, all.size()));
  }

  @Override
  public String toString() {
    return String.join("\n", lines);
  }
}
