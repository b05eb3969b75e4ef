package bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalInt;

/**
 * What the same things cost at several sizes of the archive, each measured by a run of its own and
 * kept beside the data, so that a run can be put beside one of another size.
 */
final class KeptCosts {

  /**
   * @param first and {@code second}: what the part measured
   * @param commit of the run that measured it
   */
  record Row(int articles, String what, double first, double second, String commit) {
    private static Row of(String line) {
      String[] parts = line.split("\t");
      return new Row(
          Integer.parseInt(parts[0]),
          parts[1],
          Double.parseDouble(parts[2]),
          Double.parseDouble(parts[3]),
          parts[4]);
    }

    private String line() {
      return String.join("\t", "" + articles, what, "" + first, "" + second, commit);
    }
  }

  /** The same thing here and there. */
  record Pair(Row here, Row there) {}

  private final Path file;
  private final int articles;
  private final String commit;
  private final List<Row> rows = new ArrayList<>();

  /** Forgets what an earlier run of this size had. */
  KeptCosts(Options options, String part) throws IOException, InterruptedException {
    file = options.work().resolve("costs-" + part + ".tsv");
    articles = options.articles();
    commit = Facts.commit(options.root());
    if (Files.exists(file)) {
      Files.readAllLines(file).stream()
          .map(Row::of)
          .filter(row -> row.articles != articles)
          .forEach(rows::add);
    }
  }

  int articles() {
    return articles;
  }

  void add(String what, double first, double second) {
    rows.add(new Row(articles, what, first, second, commit));
  }

  void write() throws IOException {
    Files.write(file, rows.stream().map(Row::line).toList());
  }

  /** The smallest of the other sizes, if it is smaller than this one. */
  OptionalInt smallest() {
    return rows.stream().mapToInt(Row::articles).min().stream()
        .filter(size -> size < articles)
        .findFirst();
  }

  /** The things of this run that were measured at that size, too. */
  List<Pair> beside(int size) {
    List<Pair> pairs = new ArrayList<>();
    for (Row here : rows) {
      for (Row there : rows) {
        if (here.articles == articles && there.articles == size && here.what.equals(there.what)) {
          pairs.add(new Pair(here, there));
        }
      }
    }
    return pairs;
  }
}
