package bench;

import java.io.IOException;
import java.util.List;

/** What reads cost in the largest archive beside the smallest, time and buffers. */
final class ScaleRatios {
  private static final double MOST = 1.2;

  private final KeptCosts costs;

  ScaleRatios(Options options) throws IOException, InterruptedException {
    costs = new KeptCosts(options, "scale");
  }

  /**
   * @param page 0 for the first, 1 for the one far down
   */
  void add(String read, int page, double milliseconds, double buffers) {
    costs.add(name(read, page), milliseconds, buffers);
  }

  private static String name(String read, int page) {
    return read + (page == 0 ? ", page 1" : ", far down");
  }

  /** Beside the smallest of the other sizes, if this is not it. */
  void write(Report report) throws IOException {
    costs.write();
    if (costs.smallest().isPresent()) {
      write(report, costs.smallest().getAsInt());
    }
  }

  private void write(Report report, int least) throws IOException {
    List<KeptCosts.Pair> pairs = costs.beside(least);
    if (pairs.isEmpty()) {
      return;
    }
    Verdicts verdicts = new Verdicts();
    for (KeptCosts.Pair pair : pairs) {
      String what = pair.here().what();
      verdicts.atMost(what + ": ms", pair.here().first() / pair.there().first(), MOST);
      verdicts.atMost(what + ": buffers", pair.here().second() / pair.there().second(), MOST);
    }
    report.line(
        "%,d articles ÷ %,d (that run: commit %s). A B-tree of a hundred times as many rows is one"
            + " or two pages higher, which is where buffers come from:",
        costs.articles(), least, pairs.get(0).there().commit());
    verdicts.write(report);
    double list = times(pairs, "list");
    double tagged = times(pairs, "tag list, largest");
    if (Double.isNaN(list + tagged)) {
      return;
    }
    report.inShort(
        "among %,d articles a list and a tag's list take %.2f and %.2f times as long as among %,d",
        costs.articles(),
        list,
        tagged,
        least);
  }

  /** The first page of a read beside that of another size. */
  private static double times(List<KeptCosts.Pair> pairs, String read) {
    return pairs.stream()
        .filter(pair -> pair.here().what().equals(name(read, 0)))
        .mapToDouble(pair -> pair.here().first() / pair.there().first())
        .findFirst()
        .orElse(Double.NaN);
  }
}
