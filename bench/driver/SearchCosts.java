package bench;

import bench.SearchQueries.Query;
import bench.StatementLog.Entry;
import java.io.IOException;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.Collectors;

/**
 * The time of first pages that nobody asked for before, class by class in turn with the plain list
 * L: of the HTTP answer, and of the statements in PostgreSQL (its auto_explain).
 */
final class SearchCosts {
  static final String LIST = "L: plain list of 20";

  private static final int HTTP_ROUNDS = 6;
  private static final int STATEMENT_ROUNDS = 3;
  private static final int WARM_UP_ROUNDS = 2;

  /** Milliseconds, sorted. */
  record Times(List<Double> sorted) {
    static Times of(List<Double> values) {
      Collections.sort(values);
      return new Times(values);
    }

    double at(double part) {
      return sorted.get(Math.min(sorted.size() - 1, (int) (sorted.size() * part)));
    }
  }

  private final Map<String, List<String>> classes = new LinkedHashMap<>();
  private final Requests requests;
  private final AtomicLong number = new AtomicLong();
  final Map<String, Times> http = new LinkedHashMap<>();
  final Map<String, Times> statements = new LinkedHashMap<>();

  SearchCosts(Map<String, List<Query>> queries, Requests requests) {
    this.requests = requests;
    classes.put(LIST, List.of());
    queries.forEach(
        (name, all) -> {
          if (!all.isEmpty()) {
            classes.put(name, all.stream().map(SearchClient::path).toList());
          }
        });
  }

  /** An address that was never asked for: the number is nothing the program knows. */
  private String next(String name, int i) {
    List<String> paths = classes.get(name);
    return paths.isEmpty()
        ? requests.coldList(number.getAndIncrement())
        : paths.get(i % paths.size()) + "&cold=" + number.getAndIncrement();
  }

  private int each() {
    return classes.values().stream().mapToInt(List::size).max().orElse(1);
  }

  void http(Server server) throws IOException {
    Map<String, Samples> all = new LinkedHashMap<>();
    for (int round = -WARM_UP_ROUNDS; round < HTTP_ROUNDS; round++) {
      for (String name : classes.keySet()) {
        AtomicLong place = new AtomicLong();
        Load load =
            new Load(
                new Load.Target(server.port, i -> Requests.get(next(name, (int) i)), 200, 50),
                place);
        Samples samples = load.inTurn(each());
        if (samples.errors() > 0) {
          throw new IOException(name + ": " + samples.errors() + " answers were errors");
        }
        if (round >= 0) {
          all.computeIfAbsent(name, key -> new Samples()).add(samples);
        }
      }
    }
    all.forEach(
        (name, samples) -> {
          List<Double> values = new ArrayList<>();
          for (int i = 0; i < samples.count(); i++) {
            values.add(samples.latency((i + 0.5) / samples.count()));
          }
          http.put(name, Times.of(values));
        });
  }

  /** With auto_explain on. */
  void statements(Server server, Database database)
      throws IOException, InterruptedException, SQLException {
    SearchClient client = new SearchClient(server);
    StatementLog log = new StatementLog(database);
    Map<String, List<Double>> all = new LinkedHashMap<>();
    for (int round = -1; round < STATEMENT_ROUNDS; round++) {
      for (String name : classes.keySet()) {
        for (int i = 0; i < each(); i++) {
          String path = next(name, i);
          if (round < 0) {
            client.get(path);
          } else {
            double cost = sum(log.during(() -> client.get(path)));
            all.computeIfAbsent(name, key -> new ArrayList<>()).add(cost);
          }
        }
      }
    }
    all.forEach((name, costs) -> statements.put(name, Times.of(costs)));
  }

  /** A request's statements run in one session; what other sessions did meanwhile is not its. */
  private static double sum(List<Entry> entries) {
    Map<Long, List<Entry>> sessions =
        entries.stream()
            .filter(entry -> entry.text().contains("plan:\n"))
            .collect(Collectors.groupingBy(Entry::pid));
    List<Entry> longest = List.of();
    for (List<Entry> session : sessions.values()) {
      longest = session.size() > longest.size() ? session : longest;
    }
    double all = 0;
    for (Entry entry : longest) {
      String text = entry.text();
      all += Double.parseDouble(text.substring(text.indexOf(' ') + 1, text.indexOf(" ms")));
    }
    return all;
  }
}
