package bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * The costs of the same reads at several sizes of the archive, each measured by a run of its own
 * and kept beside the data: what the largest costs beside the smallest.
 */
final class ScaleRatios {
  private static final double MOST = 1.2;

  /**
   * @param page 0 for the first, 1 for the one far down
   * @param commit of the run that measured it
   */
  private record Row(
      int articles, String read, int page, double milliseconds, double buffers, String commit) {

    static Row of(String line) {
      String[] parts = line.split("\t");
      return new Row(
          Integer.parseInt(parts[0]),
          parts[1],
          Integer.parseInt(parts[2]),
          Double.parseDouble(parts[3]),
          Double.parseDouble(parts[4]),
          parts[5]);
    }

    String line() {
      return String.join(
          "\t", "" + articles, read, "" + page, "" + milliseconds, "" + buffers, commit);
    }

    boolean sameRead(Row other) {
      return read.equals(other.read) && page == other.page;
    }
  }

  private final Path file;
  private final int articles;
  private final String commit;
  private final List<Row> rows = new ArrayList<>();

  /** Forgets what an earlier run of this size had. */
  ScaleRatios(Options options) throws IOException, InterruptedException {
    file = options.work().resolve("scale-costs.tsv");
    articles = options.articles();
    commit = Facts.commit(options.root());
    if (Files.exists(file)) {
      Files.readAllLines(file).stream()
          .map(Row::of)
          .filter(row -> row.articles != articles)
          .forEach(rows::add);
    }
  }

  void add(String read, int page, double milliseconds, double buffers) {
    rows.add(new Row(articles, read, page, milliseconds, buffers, commit));
  }

  /** Beside the smallest of the other sizes, if this is not it. */
  void write(Report report) throws IOException {
    Files.write(file, rows.stream().map(Row::line).toList());
    int least = rows.stream().mapToInt(Row::articles).min().orElse(articles);
    if (least == articles) {
      return;
    }
    Verdicts verdicts = new Verdicts();
    String other = "";
    for (Row now : rows.stream().filter(row -> row.articles == articles).toList()) {
      for (Row small : rows) {
        if (small.articles == least && small.sameRead(now)) {
          String what = now.read + (now.page == 0 ? ", page 1" : ", far down");
          verdicts.atMost(what + ": ms", now.milliseconds / small.milliseconds, MOST);
          verdicts.atMost(what + ": buffers", now.buffers / small.buffers, MOST);
          other = small.commit;
        }
      }
    }
    report.line(
        "%,d articles ÷ %,d (that run: commit %s). A B-tree of a hundred times as many rows is one"
            + " or two pages higher, which is where buffers come from:",
        articles,
        least,
        other);
    verdicts.write(report);
    double list = times("list", least);
    double tagged = times("tag list, largest", least);
    if (Double.isNaN(list + tagged)) {
      return;
    }
    report.inShort(
        "among %,d articles a list and a tag's list take %.2f and %.2f times as long as among %,d"
            .formatted(articles, list, tagged, least),
        "%,d 篇文章中的列表与标签列表：用时是 %,d 篇时的 %.2f 与 %.2f 倍"
            .formatted(articles, least, list, tagged));
  }

  /** The first page of a read beside that of another size. */
  private double times(String read, int size) {
    return first(read, articles) / first(read, size);
  }

  private double first(String read, int size) {
    return rows.stream()
        .filter(row -> row.articles == size && row.read.equals(read) && row.page == 0)
        .mapToDouble(Row::milliseconds)
        .findFirst()
        .orElse(Double.NaN);
  }
}
