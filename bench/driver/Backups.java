package bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * The commands backup, verify and restore beside pg_dump -Fc and pg_restore, in turn, on the same
 * server and the same data. The program's own times have the start of Java in them.
 */
final class Backups {
  private static final int MOST_ROUNDS = 3;
  private static final double MOST = 2;
  private static final String TARGET = "backup_target";
  private static final String BACKUP = "yujian backup";
  private static final String DUMP = "pg_dump -Fc";
  private static final String RESTORE = "yujian restore";
  private static final String PG_RESTORE = "pg_restore";

  private final Options options;
  private final Report report;
  private final Program program;
  private final Path folder;
  private final int rounds;
  private final Map<String, List<Double>> seconds = new LinkedHashMap<>();
  private final Map<String, Long> bytes = new LinkedHashMap<>();

  Backups(Options options, Report report, Program program) {
    this.options = options;
    this.report = report;
    this.program = program;
    this.folder = options.work().resolve("backups");
    this.rounds = Math.min(MOST_ROUNDS, options.rounds());
  }

  void run() throws IOException, InterruptedException, SQLException {
    report.line("\n## Backup and restore\n");
    Path client = client();
    if (client == null) {
      report.line("Left out: no PostgreSQL 17 client (bench/run fetches it with apt-get).");
      Bench.say("backup left out: there is no pg_dump 17");
      return;
    }
    Bench.say("backup …");
    Files.createDirectories(folder);
    try (Server server = program.start()) {
      for (int round = 0; round < rounds; round++) {
        ours();
        theirs(client);
      }
      database("drop database if exists " + TARGET + " with (force)");
    }
    write();
  }

  /** Where bench/run has unpacked it; null without it. */
  private Path client() {
    Path unpacked = options.work().resolve("pg17/usr/lib/postgresql/17/bin");
    return Files.isExecutable(unpacked.resolve("pg_dump")) ? unpacked : null;
  }

  private void ours() throws IOException, InterruptedException, SQLException {
    Path file = folder.resolve("yujian.zip");
    Files.deleteIfExists(file);
    String data = "-Dyujian.data-dir=" + program.dataDir();
    timed(BACKUP, Map.of(), List.of(Program.java(), data, "@target/yujian", "backup", "" + file));
    bytes.put(BACKUP, Files.size(file));
    timed("yujian verify", Map.of(), List.of(Program.java(), "@target/yujian", "verify", "" + file));
    emptyTarget();
    Path node = folder.resolve("node");
    timed(
        RESTORE,
        Map.of(),
        List.of(
            Program.java(),
            "-Dyujian.data-dir=" + node,
            "-Dquarkus.datasource.jdbc.url=" + program.database().url(TARGET),
            "-Dquarkus.datasource.username=yujian",
            "-Dquarkus.datasource.password=" + program.database().password(),
            "@target/yujian",
            "restore",
            "" + file));
  }

  private void theirs(Path client) throws IOException, InterruptedException, SQLException {
    Path file = folder.resolve("yujian.dump");
    Files.deleteIfExists(file);
    String host = "--host=127.0.0.1";
    String port = "--port=" + program.database().port();
    Map<String, String> environment =
        Map.of("PGPASSWORD", program.database().password(), "LD_LIBRARY_PATH", libraries());
    List<String> login = List.of(host, port, "--username=yujian");
    timed(
        DUMP,
        environment,
        command(client.resolve("pg_dump"), login, "-Fc", "--file=" + file, "yujian"));
    bytes.put(DUMP, Files.size(file));
    emptyTarget();
    timed(
        PG_RESTORE,
        environment,
        command(client.resolve("pg_restore"), login, "--dbname=" + TARGET, "" + file));
  }

  private static List<String> command(Path tool, List<String> login, String... words) {
    return Stream.of(List.of(tool.toString()), login, Arrays.asList(words))
        .flatMap(List::stream)
        .toList();
  }

  private String libraries() throws IOException {
    try (Stream<Path> all = Files.list(options.work().resolve("pg17/usr/lib"))) {
      return all.filter(one -> one.toString().endsWith("-linux-gnu"))
          .map(Path::toString)
          .collect(Collectors.joining(":"));
    }
  }

  private void emptyTarget() throws IOException, SQLException {
    database(
        "drop database if exists " + TARGET + " with (force)",
        "create database " + TARGET + " owner yujian");
  }

  private void database(String... statements) throws IOException, SQLException {
    try (Connection connection = program.database().superuser("postgres");
        Statement statement = connection.createStatement()) {
      for (String sql : statements) {
        statement.execute(sql);
      }
    }
  }

  private void timed(String what, Map<String, String> environment, List<String> command)
      throws IOException, InterruptedException {
    Path log = folder.resolve(what.replace(' ', '-') + ".log");
    ProcessBuilder builder = new ProcessBuilder(command);
    builder.environment().putAll(environment);
    long began = System.nanoTime();
    int code = builder.redirectErrorStream(true).redirectOutput(log.toFile()).start().waitFor();
    if (code != 0) {
      throw new IOException(what + " failed:\n" + Files.readString(log));
    }
    seconds
        .computeIfAbsent(what, key -> new ArrayList<>())
        .add((System.nanoTime() - began) / 1e9);
  }

  private void write() throws IOException, SQLException {
    report.line(
        "Seconds, median of %d rounds in turn (all); one process each. Pictures: none.", rounds);
    List<List<String>> rows = new ArrayList<>();
    rows.add(List.of("what", "seconds", "MB"));
    seconds.forEach(
        (what, all) ->
            rows.add(
                List.of(
                    what,
                    String.format(
                        Locale.ROOT,
                        "%.1f %s",
                        median(what),
                        all.stream()
                            .sorted()
                            .map(one -> String.format(Locale.ROOT, "%.1f", one))
                            .toList()),
                    bytes.containsKey(what)
                        ? String.format(Locale.ROOT, "%.1f", bytes.get(what) / 1e6)
                        : "–")));
    report.table(rows);
    Verdicts verdicts = new Verdicts();
    verdicts.atMost("backup ÷ pg_dump -Fc, seconds", median(BACKUP) / median(DUMP), MOST);
    verdicts.atMost("restore ÷ pg_restore, seconds", median(RESTORE) / median(PG_RESTORE), MOST);
    verdicts.shown("backup ÷ pg_dump -Fc, bytes", (double) bytes.get(BACKUP) / bytes.get(DUMP));
    verdicts.write(report);
  }

  private double median(String what) {
    return Report.median(seconds.get(what), Double::doubleValue);
  }
}
