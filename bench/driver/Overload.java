package bench;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Consumer;

/**
 * Three times as many cold reads as the program can answer: what it accepts and what it refuses,
 * whether those who watch it get answers, and how soon it is as before.
 */
final class Overload {
  private static final int CONNECTIONS = 512;
  private static final double TIMES = 3;
  private static final double SECONDS = 20;

  /** Until then the compilers are at what nobody had run before: refusing. */
  private static final double COMPILED_SECONDS = 5;

  private static final double AFTER_SECONDS = 6;
  private static final int AFTER_CONNECTIONS = 64;

  /** Prometheus and orchestrators wait longer. */
  private static final double WATCHED_WITHIN_MILLIS = 1_000;

  private static final double BACK_WITHIN_MILLIS = 2_000;

  /** The answers of the burst, from the moment at which each was really sent. */
  private static final class Answers implements Consumer<Connection> {
    final Samples accepted = new Samples();
    final Samples acceptedLater = new Samples();
    final Samples refused = new Samples();
    int withoutRetryAfter;
    int others;

    /** When the first and the last request should have gone out. */
    long begin;

    long end;

    @Override
    public void accept(Connection connection) {
      long latency = connection.received - connection.sent;
      begin = begin == 0 ? connection.intended : begin;
      end = Math.max(end, connection.intended);
      if (connection.status == 200) {
        accepted.note(latency, 0, 0);
        if (connection.intended - begin > COMPILED_SECONDS * 1e9) {
          acceptedLater.note(latency, 0, 0);
        }
      } else if (connection.status == 503) {
        refused.note(latency, 0, 0);
        String wait = connection.header("retry-after");
        withoutRetryAfter += wait != null && wait.matches("[1-9]\\d*") ? 0 : 1;
      } else {
        others++;
      }
    }

    int all() {
      return accepted.count() + refused.count() + others;
    }
  }

  private final Options options;
  private final Report report;
  private final Program program;
  private final Server server;
  private final Requests requests;
  private final AtomicLong numbers = new AtomicLong();
  private double capacity;

  Overload(Options options, Report report, Program program, Server server) throws Exception {
    this.options = options;
    this.report = report;
    this.program = program;
    this.server = server;
    this.requests = new Requests(program.database());
  }

  void run() throws Exception {
    Bench.say("overload: capacity …");
    capacity = capacity();
    Bench.say(String.format(Locale.ROOT, "overload: half of %.0f/s …", capacity));
    Windows calmWindows = new Windows();
    Samples calm = load(calmWindows).open(CONNECTIONS, capacity / 2, SECONDS);
    Bench.say(String.format(Locale.ROOT, "overload: %.0f/s …", capacity * TIMES));
    Answers answers = new Answers();
    Probe probe = new Probe(program.managementPort());
    long[] cpu = cpu();
    long began = System.nanoTime();
    Samples fromIntended = load(answers).burst(CONNECTIONS, capacity * TIMES, SECONDS);
    long[] used = cpu();
    double took = (System.nanoTime() - began) / 1e3;
    probe.close();
    Windows after = new Windows();
    double since = (System.nanoTime() - answers.end) / 1e6;
    load(after).open(AFTER_CONNECTIONS, capacity / 2, AFTER_SECONDS);
    double back = since + after.firstWithin(calmWindows.slowest());

    report.line("\n## Overload\n");
    report.line(
        "Cold lists; capacity in a closed loop of %d connections: %.0f/s. Then %d connections, half"
            + " of it and %.0f × of it, %.0f s each. Cores during the burst: program %.2f,"
            + " PostgreSQL %.2f, generator %.2f.",
        options.connections(),
        capacity,
        CONNECTIONS,
        TIMES,
        SECONDS,
        (used[0] - cpu[0]) / took,
        (used[1] - cpu[1]) / took,
        (used[2] - cpu[2]) / took);
    table(calm, answers, fromIntended);
    watched(probe);
    verdict(calm, calmWindows, answers, probe, back);
    new Patience(report, program, server, load(connection -> {}), capacity).run();
  }

  private double capacity() throws IOException {
    Load load = load(connection -> {});
    for (int i = 0; i < 4; i++) {
      load.closed(options.connections(), options.warmUp());
    }
    List<Samples> rounds = new ArrayList<>();
    for (int round = 0; round < options.rounds(); round++) {
      rounds.add(load.closed(options.connections(), options.seconds()));
    }
    return Report.median(rounds, Samples::perSecond);
  }

  private Load load(Consumer<Connection> observer) {
    return new Load(
        new Load.Target(
            server.port, number -> Requests.get(requests.coldList(number)), 200, 1_000, observer),
        numbers);
  }

  private long[] cpu() throws IOException {
    return new long[] {
      Processes.cpu(server.pid()),
      Processes.cpuWithChildren(program.database().postmaster()),
      Processes.cpu(ProcessHandle.current().pid())
    };
  }

  private void table(Samples calm, Answers answers, Samples fromIntended) throws IOException {
    double intended = capacity * TIMES * SECONDS;
    List<List<String>> rows = new ArrayList<>();
    rows.add(List.of("answers", "count", "of the intended", "p50 ms", "p99 ms"));
    rows.add(row("calm, half of capacity", calm, capacity / 2 * SECONDS));
    rows.add(row("burst: accepted, from when it was sent", answers.accepted, intended));
    rows.add(
        row(
            String.format(Locale.ROOT, "of them those after %.0f s", COMPILED_SECONDS),
            answers.acceptedLater,
            intended * (1 - COMPILED_SECONDS / SECONDS)));
    rows.add(row("accepted, from when it should have been sent", fromIntended, intended));
    rows.add(row("refused with 503, from when it was sent", answers.refused, intended));
    rows.add(
        List.of(
            "not sent: all connections were busy",
            String.format(Locale.ROOT, "%,.0f", intended - answers.all()),
            String.format(Locale.ROOT, "%.0f %%", 100 - answers.all() * 100 / intended),
            "–",
            "–"));
    report.table(rows);
  }

  private static List<String> row(String name, Samples samples, double intended) {
    return List.of(
        name,
        String.format(Locale.ROOT, "%,d", samples.count()),
        String.format(Locale.ROOT, "%.0f %%", samples.count() * 100 / intended),
        String.format(Locale.ROOT, "%.1f", samples.latency(0.5)),
        String.format(Locale.ROOT, "%.1f", samples.latency(0.99)));
  }

  private void watched(Probe probe) throws IOException {
    List<List<String>> rows = new ArrayList<>();
    rows.add(List.of("during the burst", "answered", "failed", "p50 ms", "slowest ms"));
    rows.add(probe.row("/q/health", probe.health));
    rows.add(probe.row("/q/metrics", probe.metrics));
    report.table(rows);
  }

  private void verdict(Samples calm, Windows calmWindows, Answers answers, Probe probe, double back)
      throws IOException {
    Verdicts verdicts = new Verdicts();
    verdicts.shown(
        "accepted p99 ÷ p99 at half of capacity",
        answers.accepted.latency(0.99) / calm.latency(0.99));
    verdicts.shown(
        String.format(Locale.ROOT, "the same of those after %.0f s", COMPILED_SECONDS),
        answers.acceptedLater.latency(0.99) / calm.latency(0.99));
    verdicts.atLeast("accepted/s ÷ capacity", answers.accepted.count() / SECONDS / capacity, 0.5);
    verdicts.none("503 without a Retry-After of a second or more", answers.withoutRetryAfter);
    verdicts.none("answers that are neither 200 nor 503", answers.others);
    verdicts.none("health or metrics without an answer", probe.failed());
    verdicts.atMost("slowest of health and metrics, ms", probe.slowest(), WATCHED_WITHIN_MILLIS);
    verdicts.atMost(
        String.format(
            Locale.ROOT,
            "ms until half a second had no p99 over %.0f ms, the slowest of the calm ones, and no"
                + " 503",
            calmWindows.slowest()),
        back,
        BACK_WITHIN_MILLIS);
    verdicts.write(report);
  }
}
