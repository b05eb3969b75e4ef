package bench;

import java.io.IOException;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.Stream;

/**
 * From the command to the first answer, after a clean stop and with data: the program as its README
 * starts it, beside the small Quarkus + Hibernate program of rival (b) without and with the same
 * kind of class archive, in turn. PostgreSQL's own start is measured apart.
 */
final class Starts {
  private static final int ROUNDS = 5;
  private static final double SECONDS_17 = 5;
  private static final double SECONDS_25 = 3.2;
  /** Pictures, old Word files and S3 took 17 MB of it: decoders with native code, POI, the SDK. */
  private static final int PACKAGE = 110;
  private static final String EMPTY = "empty Quarkus + Hibernate";
  private static final String EMPTY_ARCHIVED = "the same with a class archive";
  private static final long PATIENCE = 120_000_000_000L;

  private final Options options;
  private final Report report;
  private final Program program;
  private final Map<String, List<Double>> seconds = new LinkedHashMap<>();
  private final Verdicts verdicts = new Verdicts();

  Starts(Options options, Report report, Program program) {
    this.options = options;
    this.report = report;
    this.program = program;
  }

  void run() throws IOException, InterruptedException, SQLException {
    Bench.say("starts …");
    report.line("\n## Start and size\n");
    report.line(
        "Seconds from the command to the first answer, %d starts each in turn: median (all).",
        ROUNDS);
    List<List<String>> rows = new ArrayList<>();
    rows.add(List.of("Java", "what", "seconds"));
    rows.addAll(measure(JavaHome.ours()));
    String other = System.getenv("JAVA25_HOME");
    if (other != null) {
      rows.addAll(measure(JavaHome.at(Path.of(other))));
    }
    report.table(rows);
    verdicts.write(report);
    // The program's own row of each Java is its first one.
    String ours = rows.get(1).get(2).replaceAll(" .*", "");
    report.inShort("starts in %s s on Java %s", ours, JavaHome.ours().version());
    if (other == null) {
      report.line("Java 25 was left out: JAVA25_HOME is not set.\n");
    }
    sizes();
  }

  private List<List<String>> measure(JavaHome java)
      throws IOException, InterruptedException, SQLException {
    seconds.clear();
    Path archive = options.work().resolve("empty-" + java.version() + ".archive");
    train(java, archive);
    // The package brings the archive of the Java that built it; for another one it is made here.
    Path programs = java.equals(JavaHome.ours()) ? null : program.archive(options, java);
    for (int round = 0; round < ROUNDS; round++) {
      Server server = program(java, programs);
      // The small programs need a database: the program's, which runs meanwhile.
      try (server) {
        time(EMPTY, List.of(java.command()));
        time(EMPTY_ARCHIVED, List.of(java.command(), java.use(archive)));
      }
      long began = System.nanoTime();
      try (Server without = program.launch(java)) {
        awaitAnswer(without, Requests.LIST);
        note("Yujian without its archive", (System.nanoTime() - began) / 1e9);
      }
    }
    judge(java);
    List<List<String>> rows = new ArrayList<>();
    seconds.forEach(
        (what, all) ->
            rows.add(
                List.of(
                    java.version(),
                    what,
                    String.format(
                        Locale.ROOT,
                        "%.2f %s",
                        Report.median(all, Double::doubleValue),
                        all.stream()
                            .sorted()
                            .map(one -> String.format(Locale.ROOT, "%.2f", one))
                            .toList()))));
    return rows;
  }

  private void judge(JavaHome java) {
    String on = " on Java " + java.version();
    double most = Integer.parseInt(java.version().split("\\D")[0]) >= 25 ? SECONDS_25 : SECONDS_17;
    verdicts.atMost("first answer, s" + on, median("Yujian"), most);
    double own = median("Yujian without it");
    verdicts.atMost(
        "without PostgreSQL's start ÷ the empty program" + on, own / median(EMPTY), 1.5);
    verdicts.shown(
        "the same ÷ the empty program with an archive" + on, own / median(EMPTY_ARCHIVED));
  }

  private double median(String what) {
    return Report.median(seconds.get(what), Double::doubleValue);
  }

  private Server program(JavaHome java, Path archive) throws IOException, InterruptedException {
    long began = System.nanoTime();
    Server server = archive == null ? program.launch() : program.launch(java, archive);
    double starting = until(server, "Starting PostgreSQL", began);
    double running = untilRunning(began);
    awaitAnswer(server, Requests.LIST);
    double all = (System.nanoTime() - began) / 1e9;
    note("Yujian", all);
    note("of it PostgreSQL's start", running - starting);
    note("Yujian without it", all - (running - starting));
    return server;
  }

  /** PostgreSQL writes "ready" into its own file when it accepts connections. */
  private double untilRunning(long began) throws IOException {
    Path file = program.dataDir().resolve("postgres/cluster/postmaster.pid");
    while (true) {
      if (Files.exists(file) && Files.readString(file).contains("ready")) {
        return (System.nanoTime() - began) / 1e9;
      }
      requirePatience(began, "PostgreSQL");
    }
  }

  private static double until(Server server, String line, long began) throws IOException {
    while (!Files.exists(server.log()) || !Files.readString(server.log()).contains(line)) {
      requirePatience(began, line);
    }
    return (System.nanoTime() - began) / 1e9;
  }

  private void time(String what, List<String> java) throws IOException, InterruptedException {
    long began = System.nanoTime();
    try (Server server = Rivals.empty(options, program.database(), java)) {
      awaitAnswer(server, Requests.LIST);
      note(what, (System.nanoTime() - began) / 1e9);
    }
  }

  private void note(String what, double value) {
    seconds.computeIfAbsent(what, key -> new ArrayList<>()).add(value);
  }

  /** A server that is about to start may take a connection and close it: that is no answer. */
  private static void awaitAnswer(Server server, String path) throws IOException {
    long began = System.nanoTime();
    while (!answers(server.port, path)) {
      requirePatience(began, server.name);
    }
  }

  private static boolean answers(int port, String path) {
    try (Socket socket = new Socket("127.0.0.1", port)) {
      socket.getOutputStream().write(Requests.get(path, "Connection: close"));
      byte[] start = socket.getInputStream().readNBytes(12);
      return new String(start, StandardCharsets.US_ASCII).equals("HTTP/1.1 200");
    } catch (IOException notYet) {
      return false;
    }
  }

  private static void requirePatience(long began, String what) throws IOException {
    if (System.nanoTime() - began > PATIENCE) {
      throw new IOException("waited in vain for " + what);
    }
    LockSupport.parkNanos(TimeUnit.MILLISECONDS.toNanos(2));
  }

  /** A run of the small program that ends after its first answer leaves the archive. */
  private void train(JavaHome java, Path archive) throws IOException, InterruptedException {
    Files.deleteIfExists(archive);
    Server running = program.start();
    try (running) {
      List<String> command = List.of(java.command(), java.make(archive));
      try (Server training = Rivals.empty(options, program.database(), command)) {
        awaitAnswer(training, Requests.LIST);
      }
    }
    if (!Files.exists(archive)) {
      throw new IOException("no archive of classes was made: " + archive);
    }
  }

  private void sizes() throws IOException {
    Path packaged = options.root().resolve("target/quarkus-app");
    long all = 0;
    long archives = 0;
    try (Stream<Path> files = Files.walk(packaged)) {
      for (Path file : files.filter(Files::isRegularFile).toList()) {
        boolean archive = file.toString().matches(".*\\.(jsa|aot)");
        archives += archive ? Files.size(file) : 0;
        all += archive ? 0 : Files.size(file);
      }
    }
    report.line(
        "Package: %.1f MB, and %.1f MB for the archive of classes that the build makes.",
        all / 1e6, archives / 1e6);
    Verdicts size = new Verdicts();
    size.atMost("package for one platform, MB", all / 1e6, PACKAGE);
    size.write(report);
  }
}
