package org.yujian.database;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.yujian.shared.files.DurableFiles;

/**
 * The file {@code database-timeline} of the data folder: one line per system identifier with the
 * highest timeline seen. Replaced atomically.
 */
record TimelineFile(Path path) {
  private static final String HEAD =
      "# The highest PostgreSQL timeline that this node has seen, by system identifier.\n"
          + "# A primary with a lower one is refused. To go back to it deliberately, delete this"
          + " file.\n";
  private static final Pattern LINE = Pattern.compile("(\\d{1,20}) (\\d{1,10})");

  /** Empty when the file is missing; lines that cannot be read are left out. */
  Map<String, Integer> read() throws IOException {
    Map<String, Integer> timelines = new HashMap<>();
    try {
      for (String line : Files.readAllLines(path, StandardCharsets.US_ASCII)) {
        Matcher entry = LINE.matcher(line.strip());
        if (entry.matches()) {
          timelines.put(entry.group(1), Integer.parseUnsignedInt(entry.group(2)));
        }
      }
    } catch (NoSuchFileException none) {
      // The first start, or the operator deleted it.
      return timelines;
    }
    return timelines;
  }

  /** When it returns, the content is on the disk. */
  void write(Map<String, Integer> timelines) throws IOException {
    StringBuilder text = new StringBuilder(HEAD);
    new TreeMap<>(timelines)
        .forEach(
            (system, timeline) ->
                text.append(system)
                    .append(' ')
                    .append(Integer.toUnsignedString(timeline))
                    .append('\n'));
    Files.createDirectories(path.getParent());
    Path fresh = DataFolder.unfinished(path);
    Files.deleteIfExists(fresh);
    Files.createFile(fresh);
    DurableFiles.write(fresh, text.toString().getBytes(StandardCharsets.US_ASCII));
    DataFolder.finish(path);
  }
}
