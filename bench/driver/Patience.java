package bench;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.locks.LockSupport;

/**
 * Connections that say nothing and clients that never come to an end: what they cost while others
 * read, and that the server puts an end to them.
 */
final class Patience {
  private static final int IDLE = 1_000;
  private static final int SLOW = 100;
  private static final int CONNECTIONS = 64;
  private static final double SECONDS = 10;

  /** Over quarkus.http.read-timeout (30 s) and idle-timeout (60 s), from when they came. */
  private static final long LONGEST_NANOS = 90_000_000_000L;

  /** What is looked at. */
  private record Look(String when, double rss, double heap, int files, int threads) {}

  private final Report report;
  private final Program program;
  private final Server server;
  private final Load load;
  private final double capacity;
  private final Vitals vitals;
  private final List<Look> looks = new ArrayList<>();

  /**
   * @param load of cold reads
   * @param capacity how many of them in a second
   */
  Patience(Report report, Program program, Server server, Load load, double capacity) {
    this.report = report;
    this.program = program;
    this.server = server;
    this.load = load;
    this.capacity = capacity;
    this.vitals = new Vitals(program, server);
  }

  void run() throws Exception {
    Bench.say(
        String.format(Locale.ROOT, "overload: %d idle connections, %d slow clients …", IDLE, SLOW));
    look("before");
    Samples alone = load.open(CONNECTIONS, capacity / 2, SECONDS);
    long began = System.nanoTime();
    int heads;
    int bodies;
    int closed;
    Samples beside;
    try (SlowClients clients = new SlowClients(server.port, IDLE, SLOW)) {
      beside = load.open(CONNECTIONS, capacity / 2, SECONDS);
      look("with them");
      while (System.nanoTime() - began < LONGEST_NANOS
          && (clients.ends() < SLOW / 2 || clients.closed() < IDLE)) {
        LockSupport.parkNanos(1_000_000_000L);
      }
      heads = clients.headsEnded();
      bodies = clients.ends() - heads;
      closed = clients.closed();
    }
    double seconds = (System.nanoTime() - began) / 1e9;
    awaitClosed();
    look("afterwards");
    write(alone, beside, seconds, bodies);
    verdict(alone, beside, heads, closed);
  }

  /** The server may need a moment to see that clients are gone. */
  private void awaitClosed() throws IOException {
    long deadline = System.nanoTime() + 15_000_000_000L;
    while (Processes.files(server.pid()) > looks.get(0).files() && System.nanoTime() < deadline) {
      LockSupport.parkNanos(100_000_000);
    }
  }

  /** Files first: a full collection may close some. */
  private void look(String when) throws IOException, InterruptedException {
    int files = Processes.files(server.pid());
    int threads = Processes.threads(server.pid());
    double rss = Processes.rss(server.pid());
    looks.add(new Look(when, rss, vitals.liveHeap(), files, threads));
  }

  private void write(Samples alone, Samples beside, double seconds, int bodies) throws IOException {
    report.line(
        "%,d connections without a request and %d clients that send a byte a second (half of them"
            + " in the head, half in the body), looked at for %.0f s; beside them cold reads at"
            + " half of capacity, p50 %.1f ms and p99 %.1f ms, before them %.1f and %.1f.",
        IDLE,
        SLOW,
        seconds,
        beside.latency(0.5),
        beside.latency(0.99),
        alone.latency(0.5),
        alone.latency(0.99),
        bodies);
    List<List<String>> rows = new ArrayList<>();
    rows.add(List.of("when", "RSS MB", "live heap MB", "open files", "threads"));
    for (Look look : looks) {
      rows.add(
          List.of(
              look.when(),
              String.format(Locale.ROOT, "%.0f", look.rss()),
              String.format(Locale.ROOT, "%.1f", look.heap()),
              "" + look.files(),
              "" + look.threads()));
    }
    report.table(rows);
  }

  private void verdict(Samples alone, Samples beside, int heads, int closed) throws IOException {
    Look before = looks.get(0);
    Verdicts verdicts = new Verdicts();
    verdicts.none("errors of reads beside them", beside.errors());
    verdicts.shown("p99 of reads beside them ÷ before", beside.latency(0.99) / alone.latency(0.99));
    verdicts.none("slow heads that the server let go on", SLOW / 2 - heads);
    verdicts.none("silent connections that it kept", IDLE - closed);
    verdicts.atMost("threads with them − before", looks.get(1).threads() - before.threads(), 2);
    verdicts.atMost("open files afterwards − before", looks.get(2).files() - before.files(), 5);
    verdicts.atMost("live heap with them − before, MB", looks.get(1).heap() - before.heap(), 50);
    verdicts.write(report);
  }
}
