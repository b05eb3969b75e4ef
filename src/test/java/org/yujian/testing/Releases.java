package org.yujian.testing;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/** Earlier releases, see {@code src/test/releases/README.md}. */
public final class Releases {
  static final Path HOME = Path.of("src", "test", "releases");

  static final String MIGRATIONS = "migrations.txt";

  private Releases() {}

  /**
   * A release and where its rows are.
   *
   * @param schema its newest migration
   * @param folder its own folder, or that of the first release that has one
   */
  public record Release(String version, String schema, Path folder) {

    /** What its API said about the rows. */
    public JsonNode facts() {
      try {
        return new ObjectMapper().readTree(folder.resolve("facts.json").toFile());
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    }

    public Path rows() {
      return folder.resolve("rows.sql.gz");
    }

    /**
     * Its migrations, each with the checksum that a database remembers: one that was changed
     * afterwards would be refused. Of releases without a folder those are taken from the first that
     * has one.
     */
    String[] migrations() throws IOException {
      return Files.readAllLines(folder.resolve(MIGRATIONS)).stream()
          .filter(line -> number(line) <= number(schema))
          .toArray(String[]::new);
    }

    private static int number(String line) {
      return Integer.parseInt(line.split(" ")[0]);
    }

    /** Whether the rows were written by this release itself. */
    public boolean isRecorded() {
      return folder.endsWith(version);
    }

    @Override
    public String toString() {
      return version;
    }
  }

  /** All folders, by name. */
  public static List<Path> folders() {
    try (Stream<Path> all = Files.list(HOME)) {
      return all.filter(Files::isDirectory).sorted().toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** All releases, the oldest first. */
  public static List<Release> all() {
    try (Stream<String> lines = Files.lines(HOME.resolve("schemas.txt"))) {
      return lines
          .filter(line -> !line.startsWith("#"))
          .map(line -> line.split(" "))
          .map(words -> new Release(words[0], words[1], folder(words[0])))
          .toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static Path folder(String version) {
    Path own = HOME.resolve(version);
    return Files.isDirectory(own) ? own : folders().get(0);
  }
}
