package bench;

import bench.Contest.Contender;
import bench.Contest.Outcome;
import bench.Contest.Round;
import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.LongFunction;

/**
 * Limits per caller through HTTP: what they cost while nobody reaches one, whether they refuse as
 * much as their rates say, and whether threads wait for each other in them.
 */
final class Limits {
  private static final double RATE = 5_000;
  private static final double OF_CAPACITY = 0.7;
  private static final double EXACT = 0.02;
  private static final double CPU = 1.1;

  /** Times the length of a round of the contest. */
  private static final int LONGER = 10;

  private static final int CONNECTIONS = 64;

  /** Requests per minute that no load here reaches. */
  private static final int WIDE = 100_000_000;

  private static final List<String> SETTINGS =
      List.of(
          "-Dyujian.sign-ups-per-hour=1000000",
          "-Dquarkus.http.proxy.proxy-address-forwarding=true",
          "-Dquarkus.http.proxy.trusted-proxies=127.0.0.1");

  private final Options options;
  private final Report report;
  private final Program off;
  private final Program on;
  private final AtomicLong numbers = new AtomicLong();
  private final Verdicts verdicts = new Verdicts();

  Limits(Options options, Report report, Program program) throws IOException {
    this.options = options;
    this.report = report;
    this.off = program;
    this.on = program.copy();
  }

  void run() throws Exception {
    report.line("\n## Limits per caller");
    Map<String, Double> rates = price();
    share(rates);
    verdicts.write(report);
  }

  /** What limits cost that nobody reaches; the rate of each kind of caller for the other half. */
  private Map<String, Double> price() throws Exception {
    Map<String, Double> rates = new LinkedHashMap<>();
    List<String> wide = settings("address-reads", WIDE, "device-reads", WIDE, "key-reads", WIDE);
    try (Server without = off.start(SETTINGS);
        Server with = on.start(wide)) {
      List<LimitedCaller> callersOff = LimitedCaller.all(off, without);
      List<LimitedCaller> callersOn = LimitedCaller.all(on, with);
      for (int i = 0; i < callersOn.size(); i++) {
        LimitedCaller caller = callersOn.get(i);
        Contender one = contender("Yujian with limits", with, on, caller);
        Contender other = contender("without limits", without, off, callersOff.get(i));
        Outcome outcome =
            new Contest(options)
                .run(caller.name() + ": `" + caller.path() + "`", List.of(one, other));
        report.outcome(outcome);
        String name = "with limits ÷ without, " + caller.name() + ", ";
        verdicts.shown(name + "requests/s", Report.speed(outcome, one, other));
        verdicts.atMost(name + "CPU with PostgreSQL", Report.cpu(outcome, one, other), CPU);
        double capacity = Report.median(outcome.closed().get(one), Round::perSecond);
        rates.put(caller.name(), Math.min(RATE, capacity * OF_CAPACITY));
      }
    }
    return rates;
  }

  private static Contender contender(
      String name, Server server, Program program, LimitedCaller caller) throws IOException {
    return new Contender(
        name,
        server.port,
        server.pid(),
        program.database().postmaster(),
        caller::request,
        200,
        2);
  }

  private static List<String> settings(Object... limits) {
    List<String> settings = new ArrayList<>(SETTINGS);
    settings.add("-Dyujian.limits.enabled=true");
    for (int i = 0; i < limits.length; i += 2) {
      settings.add("-Dyujian.limits." + limits[i] + "=" + limits[i + 1]);
    }
    return settings;
  }

  /** Limits that refuse about half of a load at a constant rate. */
  private void share(Map<String, Double> rates) throws Exception {
    double seconds = LONGER * options.seconds();
    List<Double> each = List.copyOf(rates.values());
    int key = perMinute(each.get(0), seconds);
    int device = perMinute(each.get(1), seconds) / LimitedCaller.DEVICES;
    int address = perMinute(each.get(2), seconds);
    List<String> tight =
        settings("key-reads", key, "device-reads", device, "address-reads", address);
    Map<String, Integer> limits =
        Map.of("key-reads", key, "device-reads", device, "address-reads", address);
    List<List<String>> rows = new ArrayList<>();
    rows.add(
        List.of("callers", "requests/s", "each per minute", "200", "429", "429 expected", "other"));
    List<List<String>> waits = new ArrayList<>();
    waits.add(
        List.of(
            "callers",
            "contended monitors",
            "most of one class",
            "parked threads",
            "of both, in the limiter"));
    try (Server server = on.start(tight)) {
      for (LimitedCaller caller : LimitedCaller.all(on, server)) {
        double rate = rates.get(caller.name());
        Bench.say(String.format(Locale.ROOT, "limits: %s, %.0f/s …", caller.name(), rate));
        warmUp(server, caller);
        rows.add(share(server, caller, rate, limits.get(caller.setting())));
        waits.add(contention(server, caller, rate));
      }
    }
    report.line(
        "Limits of about half of a load at a constant rate, %.0f s each: %.0f requests/s, or %.0f %%"
            + " of capacity where that is less.",
        seconds, RATE, OF_CAPACITY * 100);
    report.table(rows);
    report.line("The same load again, as Java's flight recorder saw it; idle threads park, too.");
    report.table(waits);
  }

  /** A full bucket and what comes in during the load are half of what is asked. */
  private static int perMinute(double rate, double seconds) {
    return (int) (rate * seconds / 2 / (1 + seconds / 60));
  }

  private void warmUp(Server server, LimitedCaller caller) throws IOException {
    for (int i = 0; i < 4; i++) {
      load(server, caller::warmUp, new LimitedAnswers())
          .closed(options.connections(), options.warmUp());
    }
  }

  private List<String> share(Server server, LimitedCaller caller, double rate, int perMinute)
      throws IOException {
    LimitedAnswers answers = new LimitedAnswers();
    load(server, caller::request, answers).open(CONNECTIONS, rate, LONGER * options.seconds());
    double expected = answers.expectedShare(caller.headers().size(), perMinute);
    verdicts.atMost(
        "error of the share of 429, " + caller.name() + ", %",
        100 * Math.abs(answers.refusedShare() - expected) / expected,
        100 * EXACT);
    verdicts.none("429 without Retry-After, " + caller.name(), answers.withoutRetryAfter);
    verdicts.none("neither 200 nor 429, " + caller.name(), answers.others);
    return List.of(
        caller.name(),
        String.format(Locale.ROOT, "%.0f", rate),
        "" + perMinute,
        "" + answers.accepted,
        "" + answers.refused,
        String.format(Locale.ROOT, "%.0f", expected * answers.all()),
        "" + answers.others);
  }

  private List<String> contention(Server server, LimitedCaller caller, double rate)
      throws IOException, InterruptedException {
    Contention contention = new Contention(new Vitals(on, server), options.work());
    try (contention) {
      load(server, caller::request, new LimitedAnswers())
          .open(CONNECTIONS, rate, LONGER * options.seconds() / 2);
    }
    verdicts.atLeast("waits seen, " + caller.name(), contention.monitors + contention.parks, 1);
    verdicts.none("waits in the limiter, " + caller.name(), contention.inLimiter);
    return contention.row(caller.name());
  }

  private Load load(Server server, LongFunction<byte[]> requests, LimitedAnswers answers) {
    return new Load(new Load.Target(server.port, requests, 200, 2, answers), numbers);
  }
}
