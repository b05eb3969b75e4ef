package bench;

import bench.StatementLog.Entry;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.IntFunction;
import java.util.stream.Collectors;

/**
 * What reads cost PostgreSQL at this size: its own auto_explain writes the plan of each statement
 * as it really ran (analyze, buffers), so generic plans of prepared statements are seen as they
 * are. Then the sizes of tables and indexes.
 */
final class Scale {
  /** Each statement's plan as it ran goes into PostgreSQL's log. */
  static final List<String> SETTINGS =
      List.of(
          "session_preload_libraries = 'auto_explain'",
          "auto_explain.log_min_duration = 0",
          "auto_explain.log_analyze = on",
          "auto_explain.log_buffers = on",
          "auto_explain.log_timing = off",
          "auto_explain.log_format = 'json'");

  /** Before the count: drivers and PostgreSQL prepare statements after some uses. */
  private static final int UNCOUNTED = 12;

  private static final int COUNTED = 21;
  private static final double TEN_MILLION = 10_000_000;

  private record Cost(double milliseconds, long hit, long read, int statements) {}

  private final Options options;
  private final Report report;
  private final Program program;
  private final Database database;
  private final ObjectMapper json = new ObjectMapper();
  private final HttpClient http =
      HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();

  Scale(Options options, Report report, Program program) {
    this.options = options;
    this.report = report;
    this.program = program;
    this.database = program.database();
  }

  void run() throws IOException, InterruptedException, SQLException {
    Bench.say("scale …");
    program.with(SETTINGS, this::statements);
    Server again = program.start();
    try (again) {
      sizes();
    }
  }

  private void statements(Server server) throws IOException, InterruptedException, SQLException {
    ScaleReads reads = new ScaleReads(this, database, server);
    ScaleRatios ratios = new ScaleRatios(options);
    List<List<String>> rows = new ArrayList<>();
    rows.add(
        List.of(
            "read",
            "place (rows before it)",
            "statements",
            "ms in PostgreSQL",
            "buffers",
            "of them not cached",
            "ms ÷ page 1",
            "buffers ÷ page 1"));
    for (Map.Entry<String, Map<Long, IntFunction<HttpRequest>>> read : reads.all().entrySet()) {
      Cost first = null;
      int page = 0;
      for (Map.Entry<Long, IntFunction<HttpRequest>> place : read.getValue().entrySet()) {
        Cost cost = cost(place.getValue());
        first = first == null ? cost : first;
        ratios.add(read.getKey(), page, cost.milliseconds(), cost.hit() + cost.read());
        page++;
        rows.add(
            List.of(
                read.getKey(),
                String.format(Locale.ROOT, "%,d", place.getKey()),
                "" + cost.statements(),
                String.format(Locale.ROOT, "%.3f", cost.milliseconds()),
                "" + (cost.hit() + cost.read()),
                "" + cost.read(),
                String.format(Locale.ROOT, "%.2f", cost.milliseconds() / first.milliseconds()),
                String.format(
                    Locale.ROOT,
                    "%.2f",
                    (double) (cost.hit() + cost.read()) / (first.hit() + first.read()))));
      }
    }
    report.line("\n## Scale: %,d articles\n", options.articles());
    report.line(
        "Statements as they really ran; medians of %d requests. Page 10,000 of 20 begins below"
            + " 199,980 rows, or where the list ends.",
        COUNTED);
    report.table(rows);
    ratios.write(report);
  }

  private Cost cost(IntFunction<HttpRequest> requests)
      throws IOException, InterruptedException, SQLException {
    for (int i = 0; i < UNCOUNTED; i++) {
      send(requests.apply(i));
    }
    List<Cost> costs = new ArrayList<>();
    StatementLog log = new StatementLog(database);
    for (int i = UNCOUNTED; i < UNCOUNTED + COUNTED; i++) {
      HttpRequest request = requests.apply(i);
      costs.add(sum(log.during(() -> send(request))));
    }
    return new Cost(
        Report.median(costs, Cost::milliseconds),
        (long) Report.median(costs, Cost::hit),
        (long) Report.median(costs, Cost::read),
        (int) Report.median(costs, Cost::statements));
  }

  /** A request's statements run in one session; what other sessions did meanwhile is not its. */
  private Cost sum(List<Entry> entries) throws IOException {
    Map<Long, List<Entry>> sessions =
        entries.stream()
            .filter(entry -> entry.text().contains("plan:\n"))
            .collect(Collectors.groupingBy(Entry::pid, LinkedHashMap::new, Collectors.toList()));
    List<Entry> longest = List.of();
    for (List<Entry> session : sessions.values()) {
      longest = session.size() > longest.size() ? session : longest;
    }
    if (longest.isEmpty()) {
      throw new IOException("PostgreSQL saw no statement of the request");
    }
    double milliseconds = 0;
    long hit = 0;
    long read = 0;
    for (Entry entry : longest) {
      String text = entry.text();
      milliseconds +=
          Double.parseDouble(text.substring(text.indexOf(' ') + 1, text.indexOf(" ms")));
      JsonNode plan = json.readTree(text.substring(text.indexOf("plan:\n") + 6)).path("Plan");
      hit += plan.path("Shared Hit Blocks").asLong();
      read += plan.path("Shared Read Blocks").asLong();
    }
    return new Cost(milliseconds, hit, read, longest.size());
  }

  /** The answer's text; anything but success ends the run. */
  String send(HttpRequest request) throws IOException, InterruptedException {
    HttpResponse<String> answer = http.send(request, HttpResponse.BodyHandlers.ofString());
    if (answer.statusCode() / 100 != 2) {
      throw new IOException(request.uri() + ": " + answer.statusCode() + " " + answer.body());
    }
    return answer.body();
  }

  static HttpRequest.Builder request(Server server, String path) {
    return HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + server.port + path));
  }

  private void sizes() throws IOException, SQLException {
    double factor =
        TEN_MILLION / database.number("select count(*) from article where state = 'published'");
    List<List<String>> found =
        database.rows(
            """
            select c.relname, pg_table_size(c.oid), pg_indexes_size(c.oid), c.reltuples::bigint
            from pg_class c join pg_namespace n on n.oid = c.relnamespace
            where n.nspname = 'public' and c.relkind = 'r' and pg_total_relation_size(c.oid) > 262144
            order by pg_total_relation_size(c.oid) desc
            """);
    List<List<String>> rows = new ArrayList<>();
    rows.add(List.of("table", "rows", "table MB", "indexes MB", "MB at 10 million articles"));
    double all = 0;
    for (List<String> table : found) {
      double data = Double.parseDouble(table.get(1)) / (1 << 20);
      double indexes = Double.parseDouble(table.get(2)) / (1 << 20);
      all += data + indexes;
      rows.add(
          List.of(
              table.get(0),
              String.format(Locale.ROOT, "%,d", Long.parseLong(table.get(3))),
              String.format(Locale.ROOT, "%.1f", data),
              String.format(Locale.ROOT, "%.1f", indexes),
              String.format(Locale.ROOT, "%,.0f", (data + indexes) * factor)));
    }
    rows.add(
        List.of(
            "together",
            "",
            String.format(Locale.ROOT, "%.1f", all),
            "",
            String.format(Locale.ROOT, "%,.0f", all * factor)));
    report.line("Sizes, and in proportion what 10 million articles would need:");
    report.table(rows);
  }
}
