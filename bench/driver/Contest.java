package bench;

import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.LongFunction;

/**
 * Contenders answer the same kind of request in turn, round after round, so that what else the
 * machine does falls on all alike: first a closed loop, then an open one for all at the same rate,
 * half of what the slowest reached.
 */
final class Contest {

  /**
   * One who answers.
   *
   * @param pid of the server's process
   * @param postmaster of the PostgreSQL it reads from; 0 for none
   */
  record Contender(
      String name,
      int port,
      long pid,
      long postmaster,
      LongFunction<byte[]> requests,
      int status,
      int leastBytes) {

    Load load(AtomicLong numbers) {
      return new Load(new Load.Target(port, requests, status, leastBytes), numbers);
    }
  }

  /**
   * One round of one contender.
   *
   * @param cpu of its process, µs for each request
   * @param databaseCpu of PostgreSQL, the same
   * @param ownCpu of the load generator, in cores
   */
  record Round(
      double perSecond,
      int errors,
      double p50,
      double p99,
      double p999,
      double lateP99,
      double wire,
      double body,
      double cpu,
      double databaseCpu,
      double ownCpu) {}

  /** The program or rival (b), both on the same database. */
  static Contender coldList(Server server, long postmaster, Requests requests) {
    return cold(server, postmaster, requests::coldList, 1_000);
  }

  static Contender coldDetail(Server server, long postmaster, Requests requests) {
    return cold(server, postmaster, requests::coldDetail, 500);
  }

  private static Contender cold(
      Server server, long postmaster, LongFunction<String> path, int leastBytes) {
    return new Contender(
        server.name,
        server.port,
        server.pid(),
        postmaster,
        number -> Requests.get(path.apply(number)),
        200,
        leastBytes);
  }

  /**
   * What memory holds: the same request each time. PostgreSQL is looked at, to see that it rests.
   */
  static Contender hot(Server server, long postmaster, byte[] request, int status, int leastBytes) {
    String name = postmaster == 0 ? server.name : server.name + ", from memory";
    return new Contender(
        name, server.port, server.pid(), postmaster, number -> request, status, leastBytes);
  }

  /** All rounds of a scenario; {@code rate} is that of the open loop. */
  record Outcome(
      String title,
      double rate,
      Map<Contender, List<Round>> closed,
      Map<Contender, List<Round>> open,
      Map<Contender, Memory> memory) {}

  /** In MB, after the load. */
  record Memory(long program, long database) {}

  private interface Loop {
    Samples run(Load load) throws IOException;
  }

  private static final int ENOUGH = 20_000;
  private static final long GENERATOR = ProcessHandle.current().pid();

  /** Never starts again, so that no cold address comes twice in a run. */
  private static final AtomicLong NUMBERS = new AtomicLong();

  private final Options options;

  Contest(Options options) {
    this.options = options;
  }

  Outcome run(String title, List<Contender> contenders) throws IOException {
    Bench.say(title + " …");
    for (Contender contender : contenders) {
      warmUp(contender);
    }
    Map<Contender, List<Round>> closed =
        rounds(contenders, load -> load.closed(options.connections(), options.seconds()));
    double slowest =
        closed.values().stream()
            .mapToDouble(rounds -> Report.median(rounds, Round::perSecond))
            .min()
            .orElseThrow();
    double rate = slowest / 2;
    Map<Contender, List<Round>> open =
        rounds(contenders, load -> load.open(options.connections() * 4, rate, options.seconds()));
    Map<Contender, Memory> memory = new LinkedHashMap<>();
    for (Contender c : contenders) {
      long database = c.postmaster() == 0 ? 0 : Processes.pssWithChildren(c.postmaster());
      memory.put(c, new Memory(Processes.rss(c.pid()), database));
    }
    return new Outcome(title, rate, closed, open, memory);
  }

  /** Until Java's compilers have seen enough, or for four times as long as was asked for. */
  void warmUp(Contender contender) throws IOException {
    int answers = 0;
    for (int part = 0; part == 0 || part < 4 && answers < ENOUGH; part++) {
      Samples samples = contender.load(NUMBERS).closed(options.connections(), options.warmUp());
      answers += samples.answered();
    }
  }

  private Map<Contender, List<Round>> rounds(List<Contender> contenders, Loop loop)
      throws IOException {
    Map<Contender, List<Round>> rounds = new LinkedHashMap<>();
    contenders.forEach(contender -> rounds.put(contender, new ArrayList<>()));
    for (int round = 0; round < options.rounds(); round++) {
      for (Contender contender : contenders) {
        rounds.get(contender).add(round(contender, loop));
      }
    }
    return rounds;
  }

  private Round round(Contender contender, Loop loop) throws IOException {
    long cpu = Processes.cpu(contender.pid());
    long database = databaseCpu(contender);
    long own = Processes.cpu(GENERATOR);
    Samples samples = loop.run(contender.load(NUMBERS));
    if (samples.errors() > samples.count() / 10) {
      throw new IOException(
          String.format(
              Locale.ROOT,
              "%s: %d errors beside %d answers",
              contender.name(),
              samples.errors(),
              samples.count()));
    }
    double count = samples.answered();
    return new Round(
        samples.perSecond(),
        samples.errors(),
        samples.latency(0.5),
        samples.latency(0.99),
        samples.latency(0.999),
        samples.lateness(0.99),
        samples.wirePerRequest(),
        samples.bodyPerRequest(),
        (Processes.cpu(contender.pid()) - cpu) / count,
        (databaseCpu(contender) - database) / count,
        (Processes.cpu(GENERATOR) - own) / 1e6 / samples.seconds);
  }

  private static long databaseCpu(Contender contender) {
    return contender.postmaster() == 0 ? 0 : Processes.cpuWithChildren(contender.postmaster());
  }
}
