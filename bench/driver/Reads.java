package bench;

import bench.Contest.Contender;
import bench.Contest.Outcome;
import java.io.IOException;
import java.net.http.HttpResponse;
import java.sql.SQLException;
import java.io.File;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** The program's public reads beside each rival. */
final class Reads {
  private static final double HOT_CPU = 2.5;
  private static final double HOT_LATENCY = 2;
  private static final double COLD_CPU = 1.2;
  private static final double MINIFLUX_COLD = 5;
  private static final double MINIFLUX_HOT = 50;

  private final Options options;
  private final Report report;
  private final Contest contest;
  private final Server server;
  private final Requests requests;
  private final Database database;
  private final String hotDetail;
  private final Verdicts hotVerdicts = new Verdicts();

  Reads(Options options, Report report, Program program, Server server, Requests requests)
      throws SQLException, IOException {
    this.options = options;
    this.report = report;
    this.contest = new Contest(options);
    this.server = server;
    this.requests = requests;
    this.database = program.database();
    this.hotDetail = requests.hotDetail(database);
  }

  /** From memory, beside rival (a). */
  void hot() throws IOException, InterruptedException {
    report.line("\n## From memory: beside a bare Vert.x server that gives the same bytes");
    int port = Server.freePort();
    List<String> command =
        new ArrayList<>(List.of(Program.java(), "-cp", withoutProgram()));
    command.addAll(List.of("BareServer", "" + port, "http://127.0.0.1:" + server.port));
    command.addAll(List.of(Requests.LIST, hotDetail));
    try (Server bare =
        Server.launch("bare Vert.x", port, options.work(), Map.of(), command).await()) {
      String gzip = "Accept-Encoding: gzip";
      double list = hot("hot list, gzip", bare, Requests.LIST, 200, gzip);
      hot("hot list, plain", bare, Requests.LIST, 200);
      hot("hot list, 304", bare, Requests.LIST, 304, gzip, known(Requests.LIST));
      double detail = hot("hot detail, gzip", bare, hotDetail, 200, gzip);
      hot("hot detail, 304", bare, hotDetail, 304, gzip, known(hotDetail));
      hotVerdicts.write(report);
      report.inShort(
          "from memory %s and %s times the CPU of a bare Vert.x server (list, article)",
          Report.text(list),
          Report.text(detail));
    }
  }

  private String known(String path) throws IOException, InterruptedException {
    return "If-None-Match: "
        + Bench.fetch(server.port, path, "gzip").headers().firstValue("etag").orElseThrow();
  }

  /** CPU beside the bare server. */
  /** The program's jar has services of Vert.x that need Quarkus. */
  private static String withoutProgram() {
    return Arrays.stream(System.getProperty("java.class.path").split(File.pathSeparator))
        .filter(entry -> !entry.contains("quarkus-app/app/"))
        .collect(Collectors.joining(File.pathSeparator));
  }

  private double hot(String title, Server bare, String path, int status, String... headers)
      throws IOException, InterruptedException {
    byte[] request = Requests.get(path, headers);
    String encoding = headers.length == 0 ? "identity" : "gzip";
    HttpResponse<byte[]> ours = Bench.fetch(server.port, path, encoding);
    HttpResponse<byte[]> theirs = Bench.fetch(bare.port, path, encoding);
    if (ours.statusCode() != 200 || !java.util.Arrays.equals(ours.body(), theirs.body())) {
      throw new IOException("The bare server does not give the same bytes for " + path);
    }
    int leastBytes = status == 304 ? 0 : ours.body().length;
    Contender own = Contest.hot(server, database.postmaster(), request, status, leastBytes);
    Contender rival = Contest.hot(bare, 0, request, status, leastBytes);
    Outcome outcome = contest.run(title, List.of(own, rival));
    report.outcome(outcome);
    double cpu = Report.cpu(outcome, own, rival);
    hotVerdicts.atMost(title + ": CPU ÷ the bare server's", cpu, HOT_CPU);
    hotVerdicts.atMost(
        title + ": p99 ÷ the bare server's, open loop",
        Report.latency(outcome, own, rival),
        HOT_LATENCY);
    return cpu;
  }

  /** From the database, beside rival (b). */
  void cold() throws IOException, InterruptedException, SQLException {
    report.line("\n## From the database: beside JDBC and Jackson on the same Quarkus");
    long postmaster = database.postmaster();
    try (Server jdbc = Rivals.jdbc(options, database).await()) {
      Rivals.requireSame(server, jdbc, requests);
      Contender ourList = Contest.coldList(server, postmaster, requests);
      Contender theirList = Contest.coldList(jdbc, postmaster, requests);
      Outcome lists = contest.run("cold list", List.of(ourList, theirList));
      report.outcome(lists);
      Contender ourDetail = Contest.coldDetail(server, postmaster, requests);
      Contender theirDetail = Contest.coldDetail(jdbc, postmaster, requests);
      Outcome details = contest.run("cold detail", List.of(ourDetail, theirDetail));
      report.outcome(details);
      double ofList = Report.cpu(lists, ourList, theirList);
      Verdicts verdicts = new Verdicts();
      verdicts.atMost("cold list: CPU with PostgreSQL ÷ plain JDBC's", ofList, COLD_CPU);
      verdicts.write(report);
      String list = Report.text(ofList);
      String detail = Report.text(Report.cpu(details, ourDetail, theirDetail));
      report.inShort(
          "from the database %s and %s times the CPU of plain JDBC with Jackson", list, detail);
    }
  }

  /** From the database and from memory, beside rival (d). */
  void miniflux() throws IOException, InterruptedException, SQLException {
    report.line("\n## Beside Miniflux, with the newest 10,000 of the same articles");
    if (Miniflux.binary(options) == null) {
      report.line("\nLeft out: Debian's package miniflux is not here and could not be fetched.");
      Bench.say("Miniflux left out: it is not here");
      return;
    }
    long postmaster = database.postmaster();
    try (Miniflux miniflux = Miniflux.start(options, database)) {
      Contender hotList = Contest.hot(server, postmaster, Requests.get(Requests.LIST), 200, 1_000);
      Contender hotDetails = Contest.hot(server, postmaster, Requests.get(hotDetail), 200, 500);
      Contender coldList = Contest.coldList(server, postmaster, requests);
      Contender theirList = miniflux.list();
      Outcome lists = contest.run("list beside Miniflux", List.of(coldList, theirList, hotList));
      report.outcome(lists);
      Contender coldDetail = Contest.coldDetail(server, postmaster, requests);
      Contender theirDetail = miniflux.detail();
      Outcome details =
          contest.run("detail beside Miniflux", List.of(coldDetail, theirDetail, hotDetails));
      report.outcome(details);
      Verdicts verdicts = new Verdicts();
      double ofLists = Report.speed(lists, coldList, theirList);
      double ofDetails = Report.speed(details, coldDetail, theirDetail);
      double fromMemory = Report.speed(lists, hotList, theirList);
      verdicts.atLeast("cold lists/s ÷ Miniflux", ofLists, MINIFLUX_COLD);
      verdicts.atLeast(
          "the same by bytes of bodies", Report.bytes(lists, coldList, theirList), MINIFLUX_COLD);
      verdicts.atLeast("cold details/s ÷ Miniflux", ofDetails, MINIFLUX_COLD);
      verdicts.atLeast(
          "the same by bytes of bodies",
          Report.bytes(details, coldDetail, theirDetail),
          MINIFLUX_COLD);
      verdicts.atLeast("lists/s from memory ÷ Miniflux", fromMemory, MINIFLUX_HOT);
      verdicts.atLeast(
          "details/s from memory ÷ Miniflux",
          Report.speed(details, hotDetails, theirDetail),
          MINIFLUX_HOT);
      verdicts.write(report);
      String cold = Report.text(ofLists);
      String hot = Report.text(fromMemory);
      String detail = Report.text(ofDetails);
      report.inShort(
          "%s times as many lists and %s times as many articles a second as Miniflux, %s times"
              + " the lists from memory",
          cold,
          detail,
          hot);
    }
  }
}
