package bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
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
  private static final int ROUNDS = 3;
  private static final long PATIENCE = 120_000_000_000L;

  private interface Start {
    Server launch() throws IOException;
  }

  private final Options options;
  private final Report report;
  private final Program program;
  private final Map<String, List<Double>> seconds = new LinkedHashMap<>();

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
    Map<String, String> javas = new LinkedHashMap<>();
    javas.put("Java " + System.getProperty("java.version"), Program.java());
    String other = System.getenv("JAVA25_HOME");
    if (other != null) {
      javas.put("JAVA25_HOME", Path.of(other, "bin/java").toString());
    }
    List<List<String>> rows = new ArrayList<>();
    rows.add(List.of("Java", "what", "seconds"));
    for (Map.Entry<String, String> java : javas.entrySet()) {
      rows.addAll(measure(java.getKey(), java.getValue()));
    }
    report.table(rows);
    if (other == null) {
      report.line("Java 25 was left out: JAVA25_HOME is not set.\n");
    }
    sizes();
  }

  private List<List<String>> measure(String name, String java)
      throws IOException, InterruptedException, SQLException {
    seconds.clear();
    Path archive = archive(name, java);
    for (int round = 0; round < ROUNDS; round++) {
      program(java);
      // The small programs need a database: the program's, which runs meanwhile.
      try (Server running = program.start()) {
        time(
            "empty Quarkus + Hibernate",
            () -> Rivals.empty(options, program.database(), java, null),
            "/v1/articles");
        time(
            "the same with a class archive",
            () -> Rivals.empty(options, program.database(), java, archive),
            "/v1/articles");
      }
    }
    List<List<String>> rows = new ArrayList<>();
    seconds.forEach(
        (what, all) ->
            rows.add(
                List.of(
                    name,
                    what,
                    "%.2f (%s)"
                        .formatted(
                            Report.median(all, Double::doubleValue),
                            all.stream().sorted().map("%.2f"::formatted).toList()))));
    return rows;
  }

  private void program(String java) throws IOException, InterruptedException {
    long began = System.nanoTime();
    Server server = program.launch(java);
    try (server) {
      double starting = until(server, "Starting PostgreSQL", began);
      double running = untilRunning(began);
      awaitAnswer(server, "/v1/articles");
      double all = (System.nanoTime() - began) / 1e9;
      note("Yujian", all);
      note("of it PostgreSQL's start", running - starting);
      note("Yujian without it", all - (running - starting));
    }
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

  private void time(String what, Start start, String path)
      throws IOException, InterruptedException {
    long began = System.nanoTime();
    try (Server server = start.launch()) {
      awaitAnswer(server, path);
      note(what, (System.nanoTime() - began) / 1e9);
    }
  }

  private void note(String what, double value) {
    seconds.computeIfAbsent(what, key -> new ArrayList<>()).add(value);
  }

  private static void awaitAnswer(Server server, String path)
      throws IOException, InterruptedException {
    server.await();
    if (Bench.fetch(server.port, path, "identity").statusCode() != 200) {
      throw new IOException(server.name + " does not answer " + path);
    }
  }

  private static void requirePatience(long began, String what) throws IOException {
    if (System.nanoTime() - began > PATIENCE) {
      throw new IOException("waited in vain for " + what);
    }
    LockSupport.parkNanos(TimeUnit.MILLISECONDS.toNanos(2));
  }

  /** Made by a run of the small program that ends after its first answer. */
  private Path archive(String name, String java)
      throws IOException, InterruptedException, SQLException {
    Path archive = options.work().resolve("jdbc-" + name.replaceAll("\\W+", "-") + ".jsa");
    Files.deleteIfExists(archive);
    try (Server running = program.start();
        Server training = Rivals.training(options, program.database(), java, archive)) {
      awaitAnswer(training, "/v1/articles");
    }
    return archive;
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
  }
}
