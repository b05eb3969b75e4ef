package bench;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Consumer;

/**
 * Whether readers notice that others search: lists and articles at a constant rate, alone and
 * beside searches, in turn.
 */
final class SearchBeside {
  private static final double KEPT = 2;
  private static final int ROUNDS = 5;
  private static final double SECONDS = 8;
  private static final double READS = 1_000;
  private static final double SEARCHES = 50;
  private static final int CONNECTIONS = 64;

  /** What the searches were answered. */
  private static final class Answers implements Consumer<Connection> {
    final Samples found = new Samples();
    int refused;
    int others;

    @Override
    public void accept(Connection connection) {
      if (connection.status == 200) {
        found.note(connection.received - connection.intended, 0, 0);
      } else if (connection.status == 503) {
        refused++;
      } else {
        others++;
      }
    }
  }

  private final Report report;
  private final Server server;
  private final Requests requests;
  private final String name;
  private final List<String> worst;
  private final AtomicLong numbers = new AtomicLong(4_000_000_000L);
  private final Answers answers = new Answers();

  SearchBeside(Report report, Server server, Requests requests, String name, List<String> worst) {
    this.report = report;
    this.server = server;
    this.requests = requests;
    this.name = name;
    this.worst = worst;
  }

  void run(Verdicts verdicts) throws IOException {
    reads(SECONDS);
    List<Samples> alone = new ArrayList<>();
    List<Samples> beside = new ArrayList<>();
    for (int round = 0; round < ROUNDS; round++) {
      alone.add(reads(SECONDS));
      beside.add(besideSearches());
    }
    report.line(
        "%.0f reads/s (every second one from memory, the others cold lists and details) alone and"
            + " beside %.0f searches/s: %s; %d rounds of %.0f s"
            + " each in turn, from when each should have been sent.",
        READS, SEARCHES, name, ROUNDS, SECONDS);
    report.table(
        List.of(
            List.of("", "p50 ms", "p99 ms", "errors"),
            row("reads alone", alone),
            row("reads beside searches", beside),
            List.of("ratio", ratio(beside, alone, 0.5), ratio(beside, alone, 0.99), ""),
            List.of(
                "searches",
                String.format(Locale.ROOT, "%.1f", answers.found.latency(0.5)),
                String.format(Locale.ROOT, "%.1f", answers.found.latency(0.99)),
                String.format(
                    Locale.ROOT,
                    "%d answered, %d refused with 503, %d other",
                    answers.found.count(),
                    answers.refused,
                    answers.others))));
    verdicts.none(
        "errors of reads beside " + name, beside.stream().mapToInt(Samples::errors).sum());
    verdicts.none(name + ", neither answered nor refused", answers.others);
    // How much "keeps its latency" may mean is our own number.
    verdicts.atMost("reads beside " + name + " ÷ alone, p50", times(beside, alone, 0.5), KEPT);
    verdicts.atMost("reads beside " + name + " ÷ alone, p99", times(beside, alone, 0.99), KEPT);
  }

  private Samples besideSearches() throws IOException {
    Load searches =
        new Load(
            new Load.Target(
                server.port,
                number ->
                    Requests.get(worst.get((int) (number % worst.size())) + "&n=" + number),
                200,
                20,
                answers),
            numbers);
    CompletableFuture<Samples> searching =
        CompletableFuture.supplyAsync(
            () -> {
              try {
                return searches.open(CONNECTIONS, SEARCHES, SECONDS);
              } catch (IOException e) {
                throw new CompletionException(e);
              }
            });
    Samples samples = reads(SECONDS);
    searching.join();
    return samples;
  }

  private Samples reads(double seconds) throws IOException {
    return new Load(new Load.Target(server.port, this::read, 200, 300), numbers)
        .open(CONNECTIONS, READS, seconds);
  }

  private byte[] read(long number) {
    return Requests.get(
        switch ((int) (number % 4)) {
          case 0 -> requests.coldList(number);
          case 1 -> requests.coldDetail(number);
          default -> Requests.LIST;
        });
  }

  private static List<String> row(String what, List<Samples> rounds) {
    return List.of(
        what,
        Report.spread(rounds, samples -> samples.latency(0.5), "%.2f"),
        Report.spread(rounds, samples -> samples.latency(0.99), "%.2f"),
        "" + rounds.stream().mapToInt(Samples::errors).sum());
  }

  private static String ratio(List<Samples> over, List<Samples> under, double part) {
    return String.format(Locale.ROOT, "%.2f", times(over, under, part));
  }

  private static double times(List<Samples> over, List<Samples> under, double part) {
    return Report.median(over, samples -> samples.latency(part))
        / Report.median(under, samples -> samples.latency(part));
  }
}
