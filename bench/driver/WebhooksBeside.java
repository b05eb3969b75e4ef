package bench;

import bench.Api.Question;
import java.io.IOException;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.atomic.AtomicLong;

/**
 * Whether readers notice that webhooks are delivered, and whether many deliveries leave something in
 * the heap. Most deliveries are rows as the change log's reader inserts them; a few come from
 * changes, which also wake the sender. Writing a change costs more than delivering it, so the calm
 * rounds have the same changes.
 */
final class WebhooksBeside {
  static final List<String> SETTINGS =
      List.of(
          "-Dyujian.outgoing.plain-http=true", "-Dyujian.outgoing.private-addresses=true");

  private static final int ENDPOINTS = 4;
  private static final int DELIVERIES = 100_000;
  private static final int PARTS = 10;
  private static final int RATE = 500;
  private static final int STEPS = 10;
  private static final int CHANGES = 5;

  /** Inserted in each step; the others of the rate come from changes. */
  private static final int ROWS = (RATE - CHANGES * ENDPOINTS) / STEPS;

  private static final int CONNECTIONS = 64;
  private static final double CALM = 2;
  private static final double GROWN_MB = 5;

  /** Times the length of a round of other parts. */
  private static final int LONGER = 4;

  private static final String INSERT =
      """
      insert into webhook_delivery (id, endpoint_id, created_at, next_at, thing, thing_id, version)
      select gen_random_uuid(), e.id, now(), now(), 'tag', t.id, 1
      from (select id from tag order by id limit 50) t, generate_series(1, ?) n, webhook_endpoint e
      order by n, t.id, e.id limit ?
      """;

  private final Options options;
  private final Report report;
  private final Program program;
  private final Server server;
  private final Requests requests;
  private final Api api;
  private final Tally tally = new Tally();
  private final AtomicLong numbers = new AtomicLong(5_000_000_000L);
  private final Verdicts verdicts = new Verdicts();
  private int tags;

  WebhooksBeside(Options options, Report report, Program program, Server server)
      throws SQLException, IOException {
    this.options = options;
    this.report = report;
    this.program = program;
    this.server = server;
    this.requests = new Requests(program.database());
    this.api = new Api(server.port, tally);
  }

  void run() throws Exception {
    report.line("\n## Webhooks beside reads");
    try (HookReceiver receiver = new HookReceiver();
        Connection database = program.database().superuser("yujian")) {
      for (int i = 0; i < ENDPOINTS; i++) {
        post("/v1/desk/webhooks", Map.of("url", receiver.url(i)));
      }
      beside(receiver, database);
      memory(receiver, database);
    }
    verdicts.none("errors of requests to the desk", tally.errors());
    verdicts.write(report);
  }

  private void post(String path, Object body) throws IOException, InterruptedException {
    api.send(Question.by(program.adminKey(), path, "POST", path, 201), body);
  }

  private void beside(HookReceiver receiver, Connection database) throws Exception {
    Bench.say("webhooks-beside-reads: capacity …");
    double rate = capacity() / 2;
    double seconds = LONGER * options.seconds();
    Bench.say(String.format(Locale.ROOT, "webhooks-beside-reads: %.0f reads/s …", rate));
    reads(rate, seconds);
    long expected = deliver(receiver, database, seconds, ROWS);
    receiver.await(expected);
    long[] cpu = cpu();
    expected = deliver(receiver, database, seconds, ROWS);
    receiver.await(expected);
    long[] used = cpu();
    List<Samples> calm = new ArrayList<>();
    List<Samples> beside = new ArrayList<>();
    List<Double> delivered = new ArrayList<>();
    for (int round = 0; round < options.rounds(); round++) {
      receiver.await(expected);
      CompletableFuture<Long> changing = sending(receiver, database, seconds, 0);
      calm.add(reads(rate, seconds));
      receiver.await(changing.join());
      long before = receiver.received();
      long began = System.nanoTime();
      CompletableFuture<Long> sending = sending(receiver, database, seconds, ROWS);
      beside.add(reads(rate, seconds));
      delivered.add((receiver.received() - before) / ((System.nanoTime() - began) / 1e9));
      expected = sending.join();
    }
    report.line(
        "Cold lists at half of capacity (%.0f/s) calm, with %d changes/s of which each is delivered"
            + " to %d receivers in the generator's process, and beside %d deliveries/s; %d rounds of"
            + " %.0f s each in turn, from when each should have been sent.",
        rate, CHANGES, ENDPOINTS, RATE, options.rounds(), seconds);
    report.table(
        List.of(
            List.of("", "p50 ms", "p99 ms", "errors", "deliveries/s"),
            row("reads calm", calm, "–"),
            row("beside", beside, Report.spread(delivered, each -> each, "%.0f"))));
    double millis = 1e3 * RATE * seconds;
    report.line(
        "Without reads, at the same rate: %.2f ms CPU of the program and %.2f ms of PostgreSQL for"
            + " each delivery, the changes included.",
        (used[0] - cpu[0]) / millis, (used[1] - cpu[1]) / millis);
    verdicts.none("errors of reads", errors(calm) + errors(beside));
    verdicts.atLeast(
        "deliveries/s beside reads", Report.median(delivered, each -> each), 0.9 * RATE);
    verdicts.shown("reads beside deliveries ÷ calm, p50", times(beside, calm, 0.5));
    verdicts.atMost("reads beside deliveries ÷ calm, p99", times(beside, calm, 0.99), CALM);
  }

  /** Of the program and of PostgreSQL, in microseconds. */
  private long[] cpu() throws IOException {
    return new long[] {
      Processes.cpu(server.pid()),
      Processes.cpuWithChildren(program.database().postmaster())
    };
  }

  private CompletableFuture<Long> sending(
      HookReceiver receiver, Connection database, double seconds, int rows) {
    return CompletableFuture.supplyAsync(
        () -> {
          try {
            return deliver(receiver, database, seconds, rows);
          } catch (Exception e) {
            throw new CompletionException(e);
          }
        });
  }

  /**
   * Makes changes at their rate and inserts rows in each step; how many deliveries have come when
   * all have.
   */
  private long deliver(HookReceiver receiver, Connection database, double seconds, int rows)
      throws Exception {
    long before = receiver.received();
    int[] made = new int[2];
    new Pace(
            1,
            moment -> {
              if (made[0]++ % (STEPS / CHANGES) == 0) {
                String name = "hook-" + tags++;
                post("/v1/desk/tags", Map.of("slug", name, "name", name));
                made[1] += ENDPOINTS;
              }
              if (rows > 0) {
                insert(database, rows);
                made[1] += rows;
              }
            })
        .run(STEPS, seconds);
    return before + made[1];
  }

  private static void insert(Connection database, int rows) throws SQLException {
    try (PreparedStatement insert = database.prepareStatement(INSERT)) {
      insert.setInt(1, rows / 50 / ENDPOINTS + 1);
      insert.setInt(2, rows);
      insert.executeUpdate();
    }
  }

  private void memory(HookReceiver receiver, Connection database) throws Exception {
    Bench.say(String.format(Locale.ROOT, "webhooks-beside-reads: %,d deliveries …", DELIVERIES));
    Vitals vitals = new Vitals(program, server);
    List<Double> heap = new ArrayList<>(List.of(vitals.liveHeap()));
    double seconds = 0;
    long[] cpu = cpu();
    for (int part = 0; part < PARTS; part++) {
      long expected = receiver.received() + DELIVERIES / PARTS;
      insert(database, DELIVERIES / PARTS);
      long began = System.nanoTime();
      receiver.await(expected);
      seconds += (System.nanoTime() - began) / 1e9;
      if (part == PARTS / 2 - 1 || part == PARTS - 1) {
        heap.add(vitals.liveHeap());
      }
    }
    long[] used = cpu();
    double millis = (used[0] - cpu[0]) / 1e3 / DELIVERIES;
    double inDatabase = (used[1] - cpu[1]) / 1e3 / DELIVERIES;
    report.line(
        "%,d deliveries without reads: %.0f/s, %.2f ms CPU of the program and %.2f ms of"
            + " PostgreSQL each; live heap at the"
            + " begin, in the middle and at the end %.1f, %.1f and %.1f MB.",
        DELIVERIES, DELIVERIES / seconds, millis, inDatabase, heap.get(0), heap.get(1), heap.get(2));
    verdicts.shown("deliveries/s without reads", DELIVERIES / seconds);
    verdicts.shown("ms CPU of the program for each", millis);
    verdicts.atMost(
        "MB by which the live heap grew in the second half", heap.get(2) - heap.get(1), GROWN_MB);
  }

  private double capacity() throws IOException {
    Load load = load();
    for (int i = 0; i < 4; i++) {
      load.closed(options.connections(), options.warmUp());
    }
    List<Samples> rounds = new ArrayList<>();
    for (int round = 0; round < options.rounds(); round++) {
      rounds.add(load.closed(options.connections(), options.seconds()));
    }
    return Report.median(rounds, Samples::perSecond);
  }

  private Samples reads(double rate, double seconds) throws IOException {
    return load().open(CONNECTIONS, rate, seconds);
  }

  private Load load() {
    return new Load(
        new Load.Target(
            server.port, number -> Requests.get(requests.coldList(number)), 200, 1_000),
        numbers);
  }

  private static List<String> row(String what, List<Samples> rounds, String delivered) {
    return List.of(
        what,
        Report.spread(rounds, samples -> samples.latency(0.5), "%.2f"),
        Report.spread(rounds, samples -> samples.latency(0.99), "%.2f"),
        "" + errors(rounds),
        delivered);
  }

  private static int errors(List<Samples> rounds) {
    return rounds.stream().mapToInt(Samples::errors).sum();
  }

  private static double times(List<Samples> over, List<Samples> under, double part) {
    return Report.median(over, samples -> samples.latency(part))
        / Report.median(under, samples -> samples.latency(part));
  }
}
