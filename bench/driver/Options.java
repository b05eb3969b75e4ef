package bench;

import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Set;

/**
 * What the command line says; README.md names each.
 *
 * @param work where data, logs and results lie
 */
record Options(
    Path root,
    Path work,
    int articles,
    int rounds,
    double seconds,
    double warmUp,
    int connections,
    Set<String> parts,
    boolean fresh,
    boolean write) {

  static final Set<String> PARTS = Set.of("hot", "cold", "pgbench", "miniflux", "memory", "scale", "search", "start");

  static Options of(Path root, List<String> words) {
    return new Options(
        root,
        root.resolve("target/bench"),
        Integer.parseInt(value(words, "--articles", "10000")),
        Integer.parseInt(value(words, "--rounds", "5")),
        Double.parseDouble(value(words, "--seconds", "2")),
        Double.parseDouble(value(words, "--warm-up", "5")),
        Integer.parseInt(value(words, "--connections", "16")),
        parts(value(words, "--only", String.join(",", PARTS))),
        words.contains("--fresh"),
        words.contains("--write"));
  }

  private static Set<String> parts(String names) {
    Set<String> parts = Set.copyOf(Arrays.asList(names.split(",")));
    if (!PARTS.containsAll(parts)) {
      throw new IllegalArgumentException("--only takes some of " + PARTS);
    }
    return parts;
  }

  private static String value(List<String> words, String name, String otherwise) {
    int at = words.indexOf(name);
    return at < 0 ? otherwise : words.get(at + 1);
  }

  boolean has(String part) {
    return parts.contains(part);
  }
}
