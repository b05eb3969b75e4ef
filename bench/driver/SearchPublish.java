package bench;

import bench.StatementLog.Entry;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Random;

/**
 * What an edition of four articles writes when it goes live, and how long it holds the change log's
 * lock, while the program indexes it beside.
 */
final class SearchPublish {
  /** Each statement with its time goes into PostgreSQL's log, without texts. */
  static final List<String> SETTINGS =
      List.of("log_min_duration_statement = 0", "log_parameter_max_length = 0");

  private static final int ARTICLES = 4;
  private static final int ROUNDS = 3;
  private static final int EDITIONS = 12;

  private static final String WRITTEN =
      """
      select sum(record_size), sum(fpi_size)
      from pg_get_wal_stats('%s', pg_current_wal_flush_lsn(), false)
      """;

  /** Sums over editions. */
  private static final class Sums {
    private final List<Double> held = new ArrayList<>();
    private double records;
    private double images;

    double records() {
      return records / held.size() / 1_000;
    }

    double all() {
      return (records + images) / held.size() / 1_000;
    }
  }

  private final Report report;
  private final Program program;
  private final Database database;
  private final Server server;
  private final Corpus corpus = new Corpus(new Random(System.nanoTime()));
  private final ObjectMapper json = new ObjectMapper();
  private final HttpClient http = HttpClient.newHttpClient();

  SearchPublish(Report report, Program program, Server server) throws IOException {
    this.report = report;
    this.program = program;
    this.database = program.database();
    this.server = server;
  }

  void run() throws IOException, InterruptedException, SQLException {
    database.run("create extension if not exists pg_walinspect", "checkpoint");
    publish(new Sums(), 3);
    Sums sums = new Sums();
    for (int round = 0; round < ROUNDS; round++) {
      publish(sums, EDITIONS);
    }
    report.line(
        "Publishing %d editions of %d articles of 1,500 characters (WAL by pg_walinspect; the lock"
            + " from its statement to the end of COMMIT):",
        ROUNDS * EDITIONS, ARTICLES);
    List<List<String>> rows = new ArrayList<>();
    rows.add(
        List.of(
            "per edition",
            "WAL records kB",
            "WAL with full-page images kB",
            "lock held ms p50, max"));
    row(rows, "four articles", sums);
    report.table(rows);
  }

  private static void row(List<List<String>> rows, String name, Sums sums) {
    double[] held = sums.held.stream().mapToDouble(Double::doubleValue).sorted().toArray();
    rows.add(
        List.of(
            name,
            String.format(Locale.ROOT, "%.1f", sums.records()),
            String.format(Locale.ROOT, "%.1f", sums.all()),
            String.format(
                Locale.ROOT, "%.0f, %.0f", held[held.length / 2], held[held.length - 1])));
  }

  private void publish(Sums sums, int editions)
      throws IOException, InterruptedException, SQLException {
    String account =
        database.text("select id from account where state = 'open' order by md5(id::text) limit 1");
    List<String> drafts = new ArrayList<>();
    for (int i = 0; i < editions; i++) {
      drafts.add(draft(account));
    }
    String from = database.text("select pg_current_wal_insert_lsn()");
    StatementLog log = new StatementLog(database);
    for (String edition : drafts) {
      String tag = send("GET", edition, null, null).headers().firstValue("ETag").orElseThrow();
      sums.held.add(held(log.during(() -> send("POST", edition + "/publish", "{}", tag))));
    }
    List<String> written = database.rows(String.format(Locale.ROOT, WRITTEN, from)).get(0);
    sums.records += Double.parseDouble(written.get(0));
    sums.images += Double.parseDouble(written.get(1));
  }

  private String draft(String account) throws IOException, InterruptedException {
    List<Map<String, Object>> articles = new ArrayList<>();
    for (int i = 0; i < ARTICLES; i++) {
      String title = corpus.title();
      List<Map<String, String>> blocks =
          corpus.paragraphs().stream()
              .map(text -> Map.of("type", "paragraph", "text", text.replace("# ", "")))
              .toList();
      articles.add(Map.of("title", title, "source", corpus.source(), "blocks", blocks));
    }
    String body = json.writeValueAsString(Map.of("accountId", account, "articles", articles));
    JsonNode made = json.readTree(send("POST", "/v1/desk/editions", body, null).body());
    return "/v1/desk/editions/" + made.path("id").textValue();
  }

  private HttpResponse<String> send(String method, String path, String body, String tag)
      throws IOException, InterruptedException {
    HttpRequest.Builder request =
        HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + server.port + path))
            .header("Content-Type", "application/json")
            .header("Authorization", "Bearer " + program.adminKey())
            .method(method, body == null ? BodyPublishers.noBody() : BodyPublishers.ofString(body));
    if (tag != null) {
      request.header("If-Match", tag);
    }
    HttpResponse<String> answer = http.send(request.build(), BodyHandlers.ofString());
    if (answer.statusCode() / 100 != 2) {
      throw new IOException(path + ": " + answer.statusCode() + " " + answer.body());
    }
    return answer;
  }

  /** From the statement that takes the log's lock to the end of its transaction, milliseconds. */
  private static double held(List<Entry> entries) throws IOException {
    Entry lock = null;
    for (Entry entry : entries) {
      String text = entry.text();
      if (text.contains("execute") && text.contains(" from pg_advisory_xact_lock")) {
        lock = entry;
      } else if (lock != null && entry.pid() == lock.pid() && text.contains(": COMMIT")) {
        return Duration.between(lock.at(), entry.at()).toNanos() / 1e6;
      }
    }
    throw new IOException("no lock was seen in PostgreSQL's log");
  }
}
