package bench;

import java.io.IOException;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.LongFunction;

/**
 * Memory after load, as the program is started by default and with {@code target/small}: kinds of
 * reads in turn, from the cheapest to pages of sync with 1,000 things each.
 */
final class Memory {
  private static final int TURNS = 4;
  private static final String SEARCH = "search";

  /** Resident memory that the small form keeps below, MB. */
  private static final int TARGET = 300;

  private final Options options;
  private final Report report;
  private final Program program;

  Memory(Options options, Report report, Program program) {
    this.options = options;
    this.report = report;
    this.program = program;
  }

  void run() throws IOException, SQLException {
    report.line(
        "\n## Memory after load\n\n%d turns of each kind, %.1f s, %d connections (search: 2);"
            + " requests/s of the last turn.",
        TURNS, options.seconds(), options.connections());
    List<List<String>> rows = new ArrayList<>();
    List<String> head = new ArrayList<>(List.of("started by", "RSS MB", "PostgreSQL MB"));
    head.addAll(kinds(null).keySet());
    rows.add(head);
    rows.add(row("java @target/yujian", List.of()));
    List<String> small = row("java @target/small @target/yujian", List.of("@target/small"));
    rows.add(small);
    report.table(rows);
    Verdicts verdicts = new Verdicts();
    verdicts.atMost("RSS MB with target/small", Integer.parseInt(small.get(1)), TARGET);
    verdicts.write(report);
    String megabytes = small.get(1);
    report.inShort("%s MB of memory with `target/small`", megabytes);
  }

  private List<String> row(String name, List<String> more) throws IOException, SQLException {
    Bench.say("memory, " + name + " …");
    try (Server server = program.start(more)) {
      Map<String, LongFunction<String>> kinds = kinds(new Requests(program.database()));
      AtomicLong numbers = new AtomicLong(3_000_000_000L);
      Map<String, Double> speed = new LinkedHashMap<>();
      for (int turn = 0; turn < TURNS; turn++) {
        for (Map.Entry<String, LongFunction<String>> kind : kinds.entrySet()) {
          speed.put(kind.getKey(), ask(server, kind.getKey(), kind.getValue(), numbers));
        }
      }
      List<String> row = new ArrayList<>(List.of(name));
      row.add("" + Processes.rss(server.pid()));
      row.add("" + Processes.pssWithChildren(program.database().postmaster()));
      speed.values().forEach(each -> row.add(String.format(Locale.ROOT, "%.0f", each)));
      return row;
    }
  }

  private double ask(Server server, String kind, LongFunction<String> paths, AtomicLong numbers)
      throws IOException {
    Load.Target target =
        new Load.Target(server.port, number -> Requests.get(paths.apply(number)), 200, 20);
    // More of them would only wait for each other.
    int connections = kind.equals(SEARCH) ? 2 : options.connections();
    Samples samples = new Load(target, numbers).closed(connections, options.seconds());
    if (samples.errors() > 0) {
      throw new IOException(kind + ": " + samples.errors() + " errors");
    }
    return samples.perSecond();
  }

  private static Map<String, LongFunction<String>> kinds(Requests requests) {
    Map<String, LongFunction<String>> kinds = new LinkedHashMap<>();
    kinds.put("hot list", number -> Requests.LIST);
    kinds.put("cold list", number -> requests.coldList(number));
    kinds.put("cold detail", number -> requests.coldDetail(number));
    kinds.put("sync of 1,000", number -> "/v1/sync?limit=1000&n=" + number);
    kinds.put(SEARCH, number -> "/v1/search?q=%E8%A1%97%E9%81%93&n=" + number);
    return kinds;
  }
}
