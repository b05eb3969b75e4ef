package bench;

import bench.Contest.Contender;
import java.io.IOException;
import java.net.http.HttpResponse;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** The program's public reads beside each rival. */
final class Reads {
  private final Options options;
  private final Report report;
  private final Contest contest;
  private final Server server;
  private final Requests requests;
  private final Database database;
  private final String hotDetail;

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
        new ArrayList<>(List.of(Program.java(), "-cp", System.getProperty("java.class.path")));
    command.addAll(List.of("BareServer", "" + port, "http://127.0.0.1:" + server.port));
    command.addAll(List.of(Requests.LIST, hotDetail));
    try (Server bare =
        Server.launch("bare Vert.x", port, options.work(), Map.of(), command).await()) {
      String gzip = "Accept-Encoding: gzip";
      hot("hot list, gzip", bare, Requests.LIST, 200, gzip);
      hot("hot list, plain", bare, Requests.LIST, 200);
      hot("hot list, 304", bare, Requests.LIST, 304, gzip, known(Requests.LIST));
      hot("hot detail, gzip", bare, hotDetail, 200, gzip);
      hot("hot detail, 304", bare, hotDetail, 304, gzip, known(hotDetail));
    }
  }

  private String known(String path) throws IOException, InterruptedException {
    return "If-None-Match: "
        + Bench.fetch(server.port, path, "gzip").headers().firstValue("etag").orElseThrow();
  }

  private void hot(String title, Server bare, String path, int status, String... headers)
      throws IOException, InterruptedException {
    byte[] request = Requests.get(path, headers);
    String encoding = headers.length == 0 ? "identity" : "gzip";
    HttpResponse<byte[]> ours = Bench.fetch(server.port, path, encoding);
    HttpResponse<byte[]> theirs = Bench.fetch(bare.port, path, encoding);
    if (ours.statusCode() != 200 || !java.util.Arrays.equals(ours.body(), theirs.body())) {
      throw new IOException("The bare server does not give the same bytes for " + path);
    }
    int leastBytes = status == 304 ? 0 : ours.body().length;
    report.outcome(
        contest.run(
            title,
            List.of(
                Contest.hot(server, database.postmaster(), request, status, leastBytes),
                Contest.hot(bare, 0, request, status, leastBytes))));
  }

  /** From the database, beside rival (b). */
  void cold() throws IOException, InterruptedException, SQLException {
    report.line("\n## From the database: beside JDBC and Jackson on the same Quarkus");
    long postmaster = database.postmaster();
    try (Server jdbc = Rivals.jdbc(options, database).await()) {
      Rivals.requireSame(server, jdbc, requests);
      Contender ourList = Contest.coldList(server, postmaster, requests);
      Contender theirList = Contest.coldList(jdbc, postmaster, requests);
      report.outcome(contest.run("cold list", List.of(ourList, theirList)));
      report.outcome(
          contest.run(
              "cold detail",
              List.of(
                  Contest.coldDetail(server, postmaster, requests),
                  Contest.coldDetail(jdbc, postmaster, requests))));
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
      report.outcome(
          contest.run(
              "list beside Miniflux",
              List.of(Contest.coldList(server, postmaster, requests), miniflux.list(), hotList)));
      report.outcome(
          contest.run(
              "detail beside Miniflux",
              List.of(
                  Contest.coldDetail(server, postmaster, requests),
                  miniflux.detail(),
                  hotDetails)));
    }
  }
}
