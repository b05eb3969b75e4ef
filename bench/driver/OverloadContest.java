package bench;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Consumer;
import java.util.function.ToDoubleFunction;

/** Ways to run requests under reads and writes at three times what they can: in turn, in one run. */
final class OverloadContest {
  private static final int READERS = 512;
  private static final int WRITERS = 512;
  private static final double TIMES = 3;
  private static final double BURST_SECONDS = 8;
  private static final double CALM_SECONDS = 3;
  private static final double AFTER_SECONDS = 5;

  /** Of the answers of a burst, from the moment at which each request was really sent. */
  private static final class Answers implements Consumer<Connection> {
    final Samples accepted = new Samples();
    final Samples shed = new Samples();
    int others;
    long end;

    @Override
    public void accept(Connection connection) {
      long latency = connection.received - connection.sent;
      end = Math.max(end, connection.intended);
      if (connection.status == 200 || connection.status == 201) {
        accepted.note(latency, 0, 0);
      } else if (connection.status == 503) {
        shed.note(latency, 0, 0);
      } else {
        others++;
      }
    }
  }

  private record Round(Answers reads, Answers writes, double back) {}

  private final class Contender {
    final String name;
    final Program program;
    final Server server;
    final Requests requests;
    final AtomicLong numbers = new AtomicLong();
    final List<Round> rounds = new ArrayList<>();
    double slowest;

    Contender(String name, Program program, Server server) throws Exception {
      this.name = name;
      this.program = program;
      this.server = server;
      this.requests = new Requests(program.database());
    }

    Load reads(Consumer<Connection> observer) {
      return new Load(
          new Load.Target(
              server.port, number -> Requests.get(requests.coldList(number)), 200, 1_000, observer),
          numbers);
    }

    Load writes(Consumer<Connection> observer) {
      byte[] request =
          ("POST /v1/devices HTTP/1.1\r\nHost: 127.0.0.1\r\nContent-Type: application/json\r\n"
                  + "Content-Length: 2\r\n\r\n{}")
              .getBytes(StandardCharsets.US_ASCII);
      return new Load(
          new Load.Target(server.port, number -> request, 201, 10, observer), new AtomicLong());
    }

    void calm(double rate) throws Exception {
      Windows windows = new Windows();
      reads(windows).open(64, rate / 2, CALM_SECONDS);
      slowest = windows.slowest();
    }

    void burst(double readRate, double writeRate, double limit) throws Exception {
      Answers reads = new Answers();
      Answers writes = new Answers();
      CompletableFuture<Void> writing =
          CompletableFuture.runAsync(
              () -> {
                try {
                  writes(writes).burst(WRITERS, writeRate * TIMES, BURST_SECONDS);
                } catch (Exception e) {
                  throw new IllegalStateException(e);
                }
              });
      reads(reads).burst(READERS, readRate * TIMES, BURST_SECONDS);
      writing.join();
      Windows after = new Windows();
      double since = (System.nanoTime() - Math.max(reads.end, writes.end)) / 1e6;
      reads(after).open(64, readRate / 2, AFTER_SECONDS);
      rounds.add(new Round(reads, writes, since + after.firstWithin(limit)));
    }
  }

  private final Options options;
  private final Report report;
  private final Program program;

  OverloadContest(Options options, Report report, Program program) {
    this.options = options;
    this.report = report;
    this.program = program;
  }

  void run() throws Exception {
    Map<String, List<String>> ways = new LinkedHashMap<>();
    String unlimited = "-Dyujian.sign-ups-per-hour=1000000000";
    ways.put("queue", List.of(unlimited));
    ways.put("executors", List.of(unlimited, "-Dbench.bounded-executors=true"));
    ways.put("oldest", List.of(unlimited, "-Dbench.oldest=true"));
    List<Contender> all = new ArrayList<>();
    try {
      for (Map.Entry<String, List<String>> way : ways.entrySet()) {
        Program copy = program.copy("written-" + all.size());
        all.add(new Contender(way.getKey(), copy, copy.start(way.getValue())));
      }
      contest(all);
    } finally {
      all.forEach(one -> one.server.close());
    }
  }

  private void contest(List<Contender> all) throws Exception {
    double reading = 0;
    double writing = 0;
    for (int round = 0; round < 3; round++) {
      for (Contender one : all) {
        Bench.say("overload: warm-up and capacity of " + one.name);
        double reads = one.reads(c -> {}).closed(16, options.warmUp()).perSecond();
        double writes = one.writes(c -> {}).closed(16, options.warmUp()).perSecond();
        Bench.say(String.format(Locale.ROOT, "%s: %.0f reads/s, %.0f writes/s", one.name, reads, writes));
        reading = Math.max(reading, reads);
        writing = Math.max(writing, writes);
      }
    }
    for (Contender one : all) {
      one.burst(reading, writing, 1e9);
      one.rounds.clear();
    }
    for (int round = 0; round < options.rounds(); round++) {
      List<Contender> turn = new ArrayList<>(all);
      if (round % 2 == 1) {
        Collections.reverse(turn);
      }
      for (Contender one : turn) {
        one.calm(reading);
      }
      double limit = all.stream().mapToDouble(one -> one.slowest).max().orElse(0);
      for (Contender one : turn) {
        Bench.say("overload: burst on " + one.name);
        one.burst(reading, writing, limit);
      }
    }
    report.line("\n## Overload of reads and writes at once\n");
    report.line(
        "%.0f reads/s and %.0f writes/s alone; %.0f × of both at once for %.0f s, %d and %d"
            + " connections.",
        reading, writing, TIMES, BURST_SECONDS, READERS, WRITERS);
    List<List<String>> rows = new ArrayList<>();
    List<String> head = new ArrayList<>(List.of("median (lowest…highest round)"));
    all.forEach(one -> head.add(one.name));
    rows.add(head);
    row(rows, "reads accepted/s", all, r -> r.reads.accepted.count() / BURST_SECONDS);
    row(rows, "reads accepted p50 ms", all, r -> r.reads.accepted.latency(0.5));
    row(rows, "reads accepted p99 ms", all, r -> r.reads.accepted.latency(0.99));
    row(rows, "reads shed/s", all, r -> r.reads.shed.count() / BURST_SECONDS);
    row(rows, "reads shed p50 ms", all, r -> r.reads.shed.latency(0.5));
    row(rows, "reads shed p99 ms", all, r -> r.reads.shed.latency(0.99));
    row(rows, "writes accepted/s", all, r -> r.writes.accepted.count() / BURST_SECONDS);
    row(rows, "writes accepted p50 ms", all, r -> r.writes.accepted.latency(0.5));
    row(rows, "writes accepted p99 ms", all, r -> r.writes.accepted.latency(0.99));
    row(rows, "writes accepted max ms", all, r -> r.writes.accepted.latency(1));
    row(rows, "writes shed/s", all, r -> r.writes.shed.count() / BURST_SECONDS);
    row(rows, "writes shed p50 ms", all, r -> r.writes.shed.latency(0.5));
    row(rows, "writes shed p99 ms", all, r -> r.writes.shed.latency(0.99));
    row(rows, "writes shed max ms", all, r -> r.writes.shed.latency(1));
    row(rows, "other answers", all, r -> r.reads.others + r.writes.others);
    row(rows, "as before after ms", all, Round::back);
    report.table(rows);
    rows.forEach(row -> Bench.say(String.join(" | ", row)));
  }

  private static void row(
      List<List<String>> rows, String name, List<Contender> all, ToDoubleFunction<Round> value) {
    List<String> row = new ArrayList<>(List.of(name));
    for (Contender one : all) {
      double[] values = one.rounds.stream().mapToDouble(value).sorted().toArray();
      row.add(
          String.format(
              Locale.ROOT,
              "%.1f (%.1f…%.1f)",
              values[values.length / 2],
              values[0],
              values[values.length - 1]));
    }
    rows.add(row);
  }
}
