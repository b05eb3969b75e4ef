package bench;

import bench.KnownItems.Known;
import bench.SearchCosts.Times;
import bench.SearchQueries.Query;
import java.io.IOException;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.UUID;

/** Searching: what is found, in which order, what it costs to find it and to keep the index. */
final class Search {
  private static final int JUDGED = 12;
  private static final int PAGE = 100;
  private static final int FIRST_ROWS = 2_000;
  private static final int MRR_ROWS = 20;
  private static final int MOST_COUNTED = 1_000;

  /** What a first page may take, in L. */
  private static final Map<String, Integer> TARGETS =
      Map.of(
          "very common, 2 characters", 6,
          "common, 2 characters", 6,
          "medium, 2 characters", 12,
          "rare, 2 characters (one article)", 8,
          "common, 4 characters", 8,
          "no hit, 2 characters", 2);

  private static final Map<String, Double> MRR_TARGETS =
      Map.of(
          KnownItems.TITLE_FRAGMENT, 0.85,
          KnownItems.TITLE_WORDS, 0.80,
          KnownItems.TITLE_AND_BODY, 0.80,
          KnownItems.TELLING_TITLE_AND_BODY, 0.80);

  /** Of the text. */
  private static final double INDEX = 1.7;

  private final Options options;
  private final Report report;
  private final Program program;
  private final Database database;
  private final Verdicts verdicts = new Verdicts();
  private int articles;
  private long missingOrFalse;
  private long otherwise;

  Search(Options options, Report report, Program program) {
    this.options = options;
    this.report = report;
    this.program = program;
    this.database = program.database();
  }

  void run() throws IOException, InterruptedException, SQLException {
    SearchData data = new SearchData(program);
    double rate;
    Server filling = program.start();
    try (filling) {
      rate = data.prepare();
    }
    SearchCosts costs;
    try (Server server = program.start()) {
      data.index();
      SearchTexts texts = new SearchTexts(database);
      Bench.say("search: choosing what is asked …");
      SearchQueries queries = new SearchQueries(texts);
      articles = queries.texts();
      report.line("\n## Search: %,d articles\n", articles);
      Bench.say("search: time of answers …");
      costs = new SearchCosts(queries.classes(), new Requests(database));
      costs.http(server);
      Bench.say("search: beside reads …");
      beside(server, costs, queries);
      Bench.say("search: questions that nothing answers exactly …");
      new SearchQuestions(report, server, database).run(verdicts);
      Bench.say("search: recall and order …");
      judge(server, texts, queries);
    }
    program.with(
        Scale.SETTINGS,
        server -> {
          Bench.say("search: time of statements …");
          costs.statements(server, database);
          costs(costs);
        });
    program.with(
        SearchPublish.SETTINGS,
        server -> {
          Bench.say("search: publishing …");
          new SearchPublish(report, program, server).run();
          sizes(data, rate);
          verdicts.write(report);
        });
  }

  private void beside(Server server, SearchCosts costs, SearchQueries queries)
      throws IOException, SQLException {
    String worst =
        queries.classes().keySet().stream()
            .filter(costs.http::containsKey)
            .max(Comparator.comparing(name -> costs.http.get(name).at(0.5)))
            .orElseThrow();
    List<String> asked = queries.classes().get(worst).stream().map(SearchClient::path).toList();
    new SearchBeside(report, server, new Requests(database), worst, asked).run(verdicts);
  }

  private void costs(SearchCosts costs) throws IOException, InterruptedException {
    List<List<String>> rows = new ArrayList<>();
    rows.add(
        List.of(
            "first page", "HTTP ms p50, p99", "÷ L p50, p99", "target", "statements ÷ L p50, p99"));
    SearchRatios ratios = new SearchRatios(options);
    Times listed = costs.statements.get(SearchCosts.LIST);
    Times answered = costs.http.get(SearchCosts.LIST);
    for (String name : costs.http.keySet()) {
      Times search = costs.http.get(name);
      ratios.add(name, costs.statements.get(name).at(0.5), search.at(0.5));
      if (TARGETS.containsKey(name)) {
        verdicts.atMost(name + ", p50 ÷ L", search.at(0.5) / answered.at(0.5), TARGETS.get(name));
      }
      rows.add(
          List.of(
              name,
              times(search, "%.2f"),
              ratios(search, answered),
              TARGETS.containsKey(name) ? "≤ " + TARGETS.get(name) : "–",
              ratios(costs.statements.get(name), listed)));
    }
    report.line("Time of first pages that the program does not remember. Ratios to L of this run;");
    report.line("targets are for p50 of HTTP.");
    report.table(rows);
    ratios.write(report, verdicts);
    double list = answered.at(0.5);
    report.inShort(
        "among %,d articles searching a very common word, one that stands in one article, and a"
            + " common phrase: %.1f, %.1f and %.1f times the time of the plain list",
        articles,
        costs.http.get("very common, 2 characters").at(0.5) / list,
        costs.http.get("rare, 2 characters (one article)").at(0.5) / list,
        costs.http.get("common, 4 characters").at(0.5) / list);
  }

  private static String times(Times times, String format) {
    return String.format(Locale.ROOT, format + ", " + format, times.at(0.5), times.at(0.99));
  }

  private static String ratios(Times times, Times list) {
    return String.format(
        Locale.ROOT, "%.1f, %.1f", times.at(0.5) / list.at(0.5), times.at(0.99) / list.at(0.99));
  }

  private void judge(Server server, SearchTexts texts, SearchQueries queries)
      throws IOException, InterruptedException, SQLException {
    Map<String, List<Query>> judged = new LinkedHashMap<>();
    queries.classes().forEach((name, all) -> judged.put(name, all.stream().limit(JUDGED).toList()));
    SearchClient client = new SearchClient(server);
    SearchJudge judge =
        new SearchJudge(database, texts, judged.values().stream().flatMap(List::stream).toList());
    List<List<String>> rows = new ArrayList<>();
    rows.add(
        List.of(
            "class",
            "queries",
            "hits, median",
            "compared",
            "missing",
            "false",
            "order equal",
            "total right"));
    for (Map.Entry<String, List<Query>> entry : judged.entrySet()) {
      rows.add(compare(entry.getKey(), entry.getValue(), judge, client));
    }
    report.line("What HTTP answers, page by page, beside a look through all texts:");
    report.table(rows);
    verdicts.none("hits missing or false", missingOrFalse);
    verdicts.none("queries with another order or total", otherwise);
    known(client, queries.known(), texts);
  }

  /** The first query to its end, the others to some thousand rows. */
  private List<String> compare(
      String name, List<Query> queries, SearchJudge judge, SearchClient client)
      throws IOException, InterruptedException {
    List<Integer> hits = new ArrayList<>();
    int compared = 0;
    int missing = 0;
    int wrong = 0;
    int equal = 0;
    int totals = 0;
    for (Query query : queries) {
      List<UUID> right = judge.answer(query);
      hits.add(right.size());
      String total = right.size() > MOST_COUNTED ? MOST_COUNTED + " gte" : right.size() + " eq";
      boolean sameTotal = client.total(query).equals(total);
      totals += sameTotal ? 1 : 0;
      int most = hits.size() == 1 ? right.size() + 1 : FIRST_ROWS;
      List<UUID> answered = client.articles(query, most, PAGE);
      List<UUID> part =
          answered.size() < most ? right : right.subList(0, Math.min(most, right.size()));
      List<UUID> shown = answered.subList(0, Math.min(most, answered.size()));
      missingOrFalse += without(part, answered) + without(answered, right);
      otherwise += part.equals(shown) && sameTotal ? 0 : 1;
      compared += part.size();
      missing += without(part, answered);
      wrong += without(answered, right);
      equal += part.equals(shown) ? 1 : 0;
    }
    hits.sort(null);
    return List.of(
        name,
        "" + queries.size(),
        hits.isEmpty() ? "–" : String.format(Locale.ROOT, "%,d", hits.get(hits.size() / 2)),
        String.format(Locale.ROOT, "%,d", compared),
        "" + missing,
        "" + wrong,
        equal + " of " + queries.size(),
        totals + " of " + queries.size());
  }

  private static int without(List<UUID> all, List<UUID> others) {
    Set<UUID> left = new LinkedHashSet<>(all);
    left.removeAll(Set.copyOf(others));
    return left.size();
  }

  private void known(SearchClient client, KnownItems items, SearchTexts texts)
      throws IOException, InterruptedException, SQLException {
    Map<String, Double> best = items.best(texts, MRR_ROWS);
    List<List<String>> rows = new ArrayList<>();
    rows.add(List.of("looked for by", "articles", "MRR@20", "target", "the best order of all"));
    for (Map.Entry<String, List<Known>> entry : items.queries().entrySet()) {
      double sum = 0;
      for (Known known : entry.getValue()) {
        int place = client.articles(known.query(), 1, MRR_ROWS).indexOf(known.article());
        sum += place < 0 ? 0 : 1.0 / (place + 1);
      }
      String kind = entry.getKey();
      double mean = sum / entry.getValue().size();
      verdicts.atLeast("MRR@20, " + kind, mean, MRR_TARGETS.get(kind));
      rows.add(
          List.of(
              kind,
              "" + entry.getValue().size(),
              String.format(Locale.ROOT, "%.3f", mean),
              String.format(Locale.ROOT, "≥ %.2f", MRR_TARGETS.get(kind)),
              best.containsKey(kind) ? String.format(Locale.ROOT, "%.3f", best.get(kind)) : "–"));
    }
    report.line("One known article, its mean reciprocal rank within the first %d:", MRR_ROWS);
    report.table(rows);
  }

  private void sizes(SearchData data, double rate) throws IOException, SQLException {
    double text =
        database.number(
                "select sum(octet_length(c.text) + octet_length(coalesce(c.title, '')))"
                    + " from article a join article_revision c on c.article_id = a.id"
                    + " and c.rev = a.live_rev where a.state = 'published'")
            / 1e6;
    double index = data.bytes() / 1e6;
    report.line(
        "Text %.0f MB; index %.0f MB, %.2f of the text (target ≤ %.1f).\n",
        text, index, index / text, INDEX);
    verdicts.atMost("index ÷ text", index / text, INDEX);
    report.line("Filling the index from the tables: %.0f articles/s.", rate);
  }
}
