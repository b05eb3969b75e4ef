package bench;

import bench.Tables.Table;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.locks.LockSupport;

/**
 * Reads and writes as a day has them, at a constant rate for long, and what has grown at the end
 * that should not.
 */
final class Mixed {
  private static final double MINUTES = 60;
  private static final int THREADS = 64;
  private static final double GENTLE_SECONDS = 30;
  private static final double LONGEST_INTERVAL = 60;
  private static final int FEWEST_SAMPLES = 24;
  private static final long GENERATOR = ProcessHandle.current().pid();

  /** How much more the last sixth may have than the one after the warm-up. */
  private static final Map<String, Double> LIMITS =
      Map.of(
          Vitals.RSS, 1.1,
          Vitals.FILES, 1.1,
          Vitals.THREADS, 1.1,
          Vitals.CONNECTIONS, 1.1,
          Vitals.POSTGRES_OWN, 1.25);

  private final Options options;
  private final Report report;
  private final Program program;
  private final Server server;
  private final Vitals vitals;
  private final Tables tables;
  private final Tally tally = new Tally();
  private final Growth growth = new Growth();

  private volatile Exception failure;

  Mixed(Options options, Report report, Program program, Server server) {
    this.options = options;
    this.report = report;
    this.program = program;
    this.server = server;
    this.vitals = new Vitals(program, server);
    this.tables = new Tables(program.database());
  }

  void run() throws Exception {
    new SearchData(program).index();
    Api api = new Api(server.port, tally);
    MixedThings things = new MixedThings(program.database(), server);
    MixedSteps steps = new MixedSteps(api, tally, things, new DeskClient(api, program.adminKey()));
    double seconds = options.minutes(MINUTES) * 60;
    Bench.say(
        String.format(Locale.ROOT, "mixed: %.0f steps/s for %.0f s …", options.rate(), seconds));
    double interval = Math.min(LONGEST_INTERVAL, seconds / FEWEST_SAMPLES);
    int warm = Growth.window((int) (seconds / interval));
    // A program that has just started would be asked too much at once.
    new Pace(THREADS, steps::step).run(options.rate() / 5, GENTLE_SECONDS);
    load(steps, interval, warm);
    // A full collection stops all: not while requests are under way.
    double heapBefore = vitals.liveHeap();
    Map<String, Table> tablesBefore = tables.take();
    tally.begin();
    long[] cpu = cpu();
    double took = load(steps, interval, (int) (seconds / interval) - warm);
    long[] used = cpu();
    double heapAfter = vitals.liveHeap();
    tables.awaitVacuum();
    Map<String, Table> tablesAfter = tables.take();
    head(took, interval);
    cores(cpu, used, took);
    steps();
    report.table(growth.rows());
    report.line("Tables, the largest; dead rows after the autovacuum had its turn:");
    report.table(Tables.rows(tablesBefore, tablesAfter));
    verdict(heapAfter, heapBefore, tablesAfter);
  }

  /** So many samples long; how many seconds it took. */
  private double load(MixedSteps steps, double interval, int samples) throws Exception {
    Thread sampler = new Thread(() -> sample(interval, samples), "sampler");
    long began = System.nanoTime();
    sampler.start();
    new Pace(THREADS, steps::step).run(options.rate(), interval * samples);
    double took = (System.nanoTime() - began) / 1e9;
    sampler.join();
    if (failure != null) {
      throw failure;
    }
    return took;
  }

  private void sample(double interval, int samples) {
    long began = System.nanoTime();
    try {
      for (int i = 1; i <= samples; i++) {
        long due = began + (long) (i * interval * 1e9);
        long wait = due - System.nanoTime();
        while (wait > 0) {
          LockSupport.parkNanos(wait);
          wait = due - System.nanoTime();
        }
        growth.add(vitals.take());
        if (growth.size() % 10 == 0) {
          Bench.say(
              String.format(
                  Locale.ROOT, "%.0f s, %,d errors", growth.size() * interval, tally.errors()));
        }
      }
    } catch (Exception e) {
      failure = e;
    }
  }

  private long[] cpu() throws IOException {
    return new long[] {
      Processes.cpu(server.pid()),
      Processes.cpuWithChildren(program.database().postmaster()),
      Processes.cpu(GENERATOR)
    };
  }

  private void head(double took, double interval) throws IOException {
    report.line("\n## Mixed load\n");
    report.line(
        "%.0f steps/s (open loop), %.1f minutes after the warm-up, with %,d requests, %.1f %% of"
            + " them write; %d samples, one in %.0f s. Java options of the program: %s.\n",
        options.rate(),
        took / 60,
        tally.requests(),
        tally.writeShare() * 100,
        growth.size(),
        interval,
        System.getenv().getOrDefault("BENCH_JAVA_OPTIONS", "none"));
  }

  private void cores(long[] before, long[] after, double took) throws IOException {
    report.line(
        "Cores used: program %.2f, PostgreSQL %.2f, generator %.2f.",
        (after[0] - before[0]) / 1e6 / took,
        (after[1] - before[1]) / 1e6 / took,
        (after[2] - before[2]) / 1e6 / took);
  }

  private void steps() throws IOException {
    List<List<String>> rows = new ArrayList<>();
    rows.add(List.of("step", "count", "p50 ms", "p99 ms", "p99.9 ms"));
    tally
        .kinds()
        .forEach(
            (kind, samples) ->
                rows.add(
                    List.of(
                        kind,
                        String.format(Locale.ROOT, "%,d", samples.count()),
                        String.format(Locale.ROOT, "%.2f", samples.latency(0.5)),
                        String.format(Locale.ROOT, "%.1f", samples.latency(0.99)),
                        String.format(Locale.ROOT, "%.1f", samples.latency(0.999)))));
    report.table(rows);
  }

  private void verdict(double heapAfter, double heapBefore, Map<String, Table> tablesAfter)
      throws IOException {
    Verdicts verdicts = new Verdicts();
    LIMITS.keySet().stream()
        .sorted()
        .forEach(
            name ->
                verdicts.atMost(
                    name + ", last sixth ÷ second", growth.ratio(name), LIMITS.get(name)));
    verdicts.add(
        "live heap after a full collection, end ÷ after warm-up",
        String.format(
            Locale.ROOT, "%.2f (%.1f ÷ %.1f MB)", heapAfter / heapBefore, heapAfter, heapBefore),
        "≤ 1.10",
        heapAfter / heapBefore <= 1.1);
    List<String> beyond = Tables.beyondVacuum(tablesAfter);
    verdicts.add(
        "tables with more dead rows than the autovacuum leaves",
        beyond.isEmpty() ? "0" : String.join(", ", beyond),
        "0",
        beyond.isEmpty());
    verdicts.none("errors", tally.errors());
    verdicts.none("of them 503", tally.refused());
    verdicts.write(report);
    report.errors(tally);
    double minutes = options.minutes(MINUTES);
    report.inShort("%.0f minutes of mixed load with %,d errors", minutes, tally.errors());
  }
}
