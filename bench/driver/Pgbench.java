package bench;

import bench.Contest.Contender;
import bench.StatementLog.Entry;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.atomic.AtomicLong;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Rival (c): pgbench with the statements of a cold list, in the order in which the program sends
 * them and with the values that it gave; only the place in the list is another each time. What
 * PostgreSQL can do when the client does nothing.
 */
final class Pgbench {
  private static final Pattern EXECUTED =
      Pattern.compile("^(?:execute [^:]+|statement): (.*)$", Pattern.DOTALL);
  private static final Pattern VALUE = Pattern.compile("\\$(\\d+) = ('(?:[^']|'')*'|NULL)");
  private static final Pattern TPS = Pattern.compile("tps = ([0-9.]+)");
  private static final int CLIENTS = 8;
  private static final double LEAST = 0.5;

  private final Options options;
  private final Database database;

  Pgbench(Options options, Database database) {
    this.options = options;
    this.database = database;
  }

  /** Writes a section beside the program's own cold list, or says why not. */
  void run(Report report, Server program, Requests requests)
      throws IOException, InterruptedException, SQLException {
    report.line("\n## The cold list's statements alone: pgbench\n");
    Path pgbench = path();
    if (pgbench == null) {
      report.line("Left out: no pgbench here (Debian: postgresql-contrib).");
      Bench.say("pgbench left out: it is not installed");
      return;
    }
    Bench.say("pgbench …");
    // The script needs the values of parameters, which sessions of the program's role do not log.
    // Sessions that the pool opens from now on do.
    database.run(
        "alter role yujian in database yujian set log_error_verbosity = 'default'",
        "select pg_terminate_backend(pid) from pg_stat_activity where usename = 'yujian'");
    try {
      compare(report, pgbench, program, requests);
    } finally {
      database.run("alter role yujian in database yujian reset log_error_verbosity");
    }
  }

  private void compare(Report report, Path pgbench, Server program, Requests requests)
      throws IOException, InterruptedException, SQLException {
    AtomicLong numbers = new AtomicLong(2_000_000_000);
    Contender own = Contest.coldList(program, database.postmaster(), requests);
    List<double[]> rounds = new ArrayList<>();
    own.load(numbers).closed(options.connections(), options.warmUp());
    Path script = script(program, requests);
    pgbench(pgbench, script);
    for (int round = 0; round < options.rounds(); round++) {
      double ours = own.load(numbers).closed(options.connections(), options.seconds()).perSecond();
      rounds.add(new double[] {ours, 0, 0});
      double[] theirs = pgbench(pgbench, script);
      rounds.get(round)[1] = theirs[0];
      rounds.get(round)[2] = theirs[1];
    }
    double ours = Report.median(rounds, r -> r[0]);
    double theirs = Report.median(rounds, r -> r[1]);
    report.line(
        "Yujian %.0f requests/s, pgbench %.0f transactions/s (%d clients, prepared; PostgreSQL CPU"
            + " %.0f µs each): %.2f. %d statements, written to `target/bench/cold-list.sql`:\n",
        ours,
        theirs,
        CLIENTS,
        Report.median(rounds, r -> r[2]),
        ours / theirs,
        Files.readAllLines(script).stream().filter(sql -> sql.endsWith(";")).count());
    report.line("```sql\n" + Files.readString(script) + "```");
    Verdicts verdicts = new Verdicts();
    verdicts.atLeast("cold lists/s ÷ pgbench", ours / theirs, LEAST);
    verdicts.write(report);
    report.inShort("%.2f of the rate of pgbench with the same statement", ours / theirs);
  }

  private static Path path() throws IOException, InterruptedException {
    String found =
        Facts.output(
            Path.of("."), "sh", "-c", "command -v pgbench || ls /usr/lib/postgresql/*/bin/pgbench");
    return found.equals("unknown") || found.isEmpty() ? null : Path.of(found.split("\n")[0]);
  }

  /** Transactions per second, and PostgreSQL's CPU µs for each. */
  private double[] pgbench(Path pgbench, Path script) throws IOException, InterruptedException {
    int seconds = Math.max(1, (int) Math.round(options.seconds()));
    ProcessBuilder builder =
        new ProcessBuilder(
            pgbench.toString(),
            "-n",
            "-M",
            "prepared",
            "-c",
            "" + CLIENTS,
            "-j",
            "1",
            "-T",
            "" + seconds,
            "-f",
            script.toString(),
            "-h",
            "127.0.0.1",
            "-p",
            "" + database.port(),
            "-U",
            "yujian",
            "yujian");
    builder.environment().put("PGPASSWORD", database.password());
    long cpu = Processes.cpuWithChildren(database.postmaster());
    Process process = builder.redirectErrorStream(true).start();
    String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    Matcher tps = TPS.matcher(output);
    if (process.waitFor() != 0 || !tps.find()) {
      throw new IOException("pgbench failed:\n" + output);
    }
    double perSecond = Double.parseDouble(tps.group(1));
    long used = Processes.cpuWithChildren(database.postmaster()) - cpu;
    return new double[] {perSecond, used / (perSecond * seconds)};
  }

  /** What one cold list sends; asked often before, so that it is as it is under load. */
  private Path script(Server program, Requests requests)
      throws IOException, InterruptedException, SQLException {
    String marker = requests.coldList(3_000_000_000L);
    long place = requests.coldPlace(3_000_000_000L);
    database.run("alter system set log_statement = 'all'", "select pg_reload_conf()");
    List<Entry> entries;
    try {
      while (!database.text("show log_statement").equals("all")) {
        Thread.onSpinWait();
      }
      entries = new StatementLog(database).during(() -> Bench.fetch(program.port, marker, "gzip"));
    } finally {
      database.run("alter system reset log_statement", "select pg_reload_conf()");
    }
    long pid =
        entries.stream()
            .filter(entry -> entry.text().contains("'" + place + "'"))
            .mapToLong(Entry::pid)
            .findFirst()
            .orElseThrow(() -> new IOException("the log does not show the list: " + entries));
    StringBuilder script = new StringBuilder();
    script.append(
        String.format(
            Locale.ROOT, "\\set place random(%d, %d)\n", requests.oldest(), requests.newest()));
    statements(entries.stream().filter(entry -> entry.pid() == pid).toList()).stream()
        // The pool's look whether the connection lives; pgbench sends no empty statements.
        .filter(sql -> !sql.isEmpty())
        .forEach(sql -> script.append(sql.replace("'" + place + "'", ":place")).append(";\n"));
    Path file = options.work().resolve("cold-list.sql");
    Files.writeString(file, script);
    return file;
  }

  /** The statements with their values in their places. */
  private static List<String> statements(List<Entry> entries) {
    List<String> statements = new ArrayList<>();
    for (Entry entry : entries) {
      Matcher executed = EXECUTED.matcher(entry.text());
      if (entry.kind().equals("LOG") && executed.matches()) {
        statements.add(executed.group(1).strip());
      } else if (entry.kind().equals("DETAIL") && !statements.isEmpty()) {
        int last = statements.size() - 1;
        statements.set(last, bound(statements.get(last), entry.text()));
      }
    }
    return statements;
  }

  private static String bound(String sql, String detail) {
    List<String[]> values = new ArrayList<>();
    Matcher value = VALUE.matcher(detail);
    while (value.find()) {
      values.add(0, new String[] {value.group(1), value.group(2)});
    }
    String bound = sql;
    for (String[] each : values) {
      bound = bound.replace("$" + each[0], each[1]);
    }
    return bound;
  }
}
