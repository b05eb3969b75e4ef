package bench;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** What first pages of the same classes cost in a larger archive beside one of 100,000 articles. */
final class SearchRatios {
  private static final int BASE = 100_000;
  private static final double MOST = 2;

  private final KeptCosts costs;

  SearchRatios(Options options) throws IOException, InterruptedException {
    costs = new KeptCosts(options, "search");
  }

  /** Medians, in milliseconds. */
  void add(String name, double statements, double http) {
    costs.add(name, statements, http);
  }

  void write(Report report, Verdicts verdicts) throws IOException {
    costs.write();
    List<KeptCosts.Pair> pairs = costs.beside(BASE);
    if (costs.articles() <= BASE || pairs.isEmpty()) {
      return;
    }
    report.line(
        "p50 among %,d articles ÷ p50 among %,d (that run: commit %s):",
        costs.articles(), BASE, pairs.get(0).there().commit());
    List<List<String>> rows = new ArrayList<>();
    rows.add(List.of("first page", "statements", "HTTP"));
    for (KeptCosts.Pair pair : pairs) {
      double statements = pair.here().first() / pair.there().first();
      double http = pair.here().second() / pair.there().second();
      String name = pair.here().what();
      rows.add(List.of(name, ratio(statements), ratio(http)));
      if (!name.equals(SearchCosts.LIST)) {
        verdicts.atMost(
            name + String.format(Locale.ROOT, ", p50 ÷ p50 of %,d", BASE), statements, MOST);
      }
    }
    report.table(rows);
  }

  private static String ratio(double times) {
    return String.format(Locale.ROOT, "%.2f", times);
  }
}
