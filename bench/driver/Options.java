package bench;

import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Set;

/**
 * What the command line says; README.md names each.
 *
 * @param work where data, logs and results lie
 * @param minutes of the long parts; 0 for what each takes by itself
 * @param rate of the mixed load, steps a second
 */
record Options(
    Path root,
    Path work,
    int articles,
    int rounds,
    double seconds,
    double warmUp,
    int connections,
    double minutes,
    double rate,
    Set<String> parts,
    boolean fresh,
    boolean write) {

  /** How many there are unless a run is told otherwise. */
  static final int ARTICLES = 10_000;

  /** What a run does unless it is told otherwise. */
  static final Set<String> PARTS =
      Set.of("hot", "cold", "pgbench", "miniflux", "memory", "scale", "search", "start");

  /** What takes long and has to be asked for. */
  static final Set<String> LONG =
      Set.of("mixed", "publish", "overload", "limits", "webhooks-beside-reads", "desk", "backup");

  /** How many a run of backups alone has. */
  private static final int BACKED_UP = 100_000;

  private static final Set<String> WITH_VALUE =
      Set.of(
          "--only",
          "--articles",
          "--rounds",
          "--seconds",
          "--warm-up",
          "--connections",
          "--minutes",
          "--rate");

  private static final Set<String> ALONE = Set.of("--fresh", "--write");

  static Options of(Path root, List<String> words) {
    check(words);
    Set<String> parts = parts(value(words, "--only", String.join(",", PARTS)));
    int articles = parts.equals(Set.of("backup")) ? BACKED_UP : ARTICLES;
    return new Options(
        root,
        root.resolve("target/bench"),
        Integer.parseInt(value(words, "--articles", "" + articles)),
        Integer.parseInt(value(words, "--rounds", "5")),
        Double.parseDouble(value(words, "--seconds", "2")),
        Double.parseDouble(value(words, "--warm-up", "5")),
        Integer.parseInt(value(words, "--connections", "16")),
        Double.parseDouble(value(words, "--minutes", "0")),
        Double.parseDouble(value(words, "--rate", "300")),
        parts,
        words.contains("--fresh"),
        words.contains("--write"));
  }

  /** A run takes minutes to hours, so that a word that is not understood ends it at once. */
  private static void check(List<String> words) {
    for (int i = 0; i < words.size(); i++) {
      if (WITH_VALUE.contains(words.get(i)) && i + 1 < words.size()) {
        i++;
      } else if (!ALONE.contains(words.get(i))) {
        throw new IllegalArgumentException(
            "bench/run takes " + WITH_VALUE + " with a value, and " + ALONE + "; see bench/README.md");
      }
    }
  }

  private static Set<String> parts(String names) {
    Set<String> parts = Set.copyOf(Arrays.asList(names.split(",")));
    if (!parts.stream().allMatch(part -> PARTS.contains(part) || LONG.contains(part))) {
      throw new IllegalArgumentException("--only takes some of " + PARTS + " and " + LONG);
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

  double minutes(double otherwise) {
    return minutes == 0 ? otherwise : minutes;
  }
}
