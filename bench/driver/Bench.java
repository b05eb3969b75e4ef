package bench;

import bench.Contest.Contender;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** How near to the limit the packaged program is; started by bench/run from the project's root. */
public final class Bench {
  private static final long BEGAN = System.nanoTime();

  private final Options options;
  private final Report report;
  private final Contest contest;
  private final Program program;

  private Bench(Options options) {
    this.options = options;
    this.report = new Report(options.work().resolve("results.md"));
    this.contest = new Contest(options);
    this.program = new Program(options);
  }

  public static void main(String[] args) throws Exception {
    Options options = Options.of(Path.of("").toAbsolutePath(), List.of(args));
    Files.createDirectories(options.work());
    new Bench(options).run();
    if (options.write()) {
      Files.copy(
          options.work().resolve("results.md"),
          options.root().resolve("bench/RESULTS.md"),
          StandardCopyOption.REPLACE_EXISTING);
    }
    say("Written: target/bench/results.md");
  }

  static void say(String what) {
    System.out.printf("%4.0f s  %s%n", (System.nanoTime() - BEGAN) / 1e9, what);
  }

  private void run() throws IOException, InterruptedException, SQLException {
    program.prepareData();
    Facts.write(report, options);
    try (Server server = program.start()) {
      Requests requests = new Requests(program.database());
      if (options.has("hot")) {
        hot(server, requests);
      }
      if (options.has("cold")) {
        cold(server, requests);
      }
    }
  }

  private void hot(Server server, Requests requests)
      throws IOException, InterruptedException, SQLException {
    String list = Requests.LIST;
    String detail = requests.hotDetail(program.database());
    int port = Server.freePort();
    List<String> command =
        new ArrayList<>(List.of(Program.java(), "-cp", System.getProperty("java.class.path")));
    command.addAll(
        List.of("BareServer", "" + port, "http://127.0.0.1:" + server.port, list, detail));
    report.line("\n## From memory: the program beside a bare Vert.x server with the same bytes");
    try (Server bare =
        Server.launch("bare Vert.x", port, options.work(), Map.of(), command).await()) {
      for (String path : List.of(list, detail)) {
        String what = path.equals(list) ? "hot list" : "hot detail";
        HttpResponse<byte[]> gzip = fetch(server.port, path, "gzip");
        String etag = gzip.headers().firstValue("etag").orElseThrow();
        int length = gzip.body().length;
        hot(
            what + ", gzip",
            server,
            bare,
            Requests.get(path, "Accept-Encoding: gzip"),
            200,
            length);
        hot(what + ", plain", server, bare, Requests.get(path), 200, length);
        hot(
            what + ", 304",
            server,
            bare,
            Requests.get(path, "Accept-Encoding: gzip", "If-None-Match: " + etag),
            304,
            0);
      }
    }
  }

  private void hot(
      String title, Server server, Server bare, byte[] request, int status, int leastBytes)
      throws IOException {
    report.outcome(
        contest.run(
            title,
            List.of(
                new Contender(
                    "Yujian",
                    server.port,
                    server.pid(),
                    0,
                    Requests.same(request),
                    status,
                    leastBytes),
                new Contender(
                    bare.name,
                    bare.port,
                    bare.pid(),
                    0,
                    Requests.same(request),
                    status,
                    leastBytes))));
  }

  private void cold(Server server, Requests requests) throws IOException, SQLException {
    long postmaster = program.database().postmaster();
    List<Contender> list = new ArrayList<>();
    List<Contender> detail = new ArrayList<>();
    list.add(
        new Contender(
            "Yujian",
            server.port,
            server.pid(),
            postmaster,
            number -> Requests.get(requests.coldList(number)),
            200,
            1_000));
    detail.add(
        new Contender(
            "Yujian",
            server.port,
            server.pid(),
            postmaster,
            number -> Requests.get(requests.coldDetail(number)),
            200,
            500));
    report.line("\n## From the database");
    report.outcome(contest.run("cold list", list));
    report.outcome(contest.run("cold detail", detail));
  }

  static HttpResponse<byte[]> fetch(int port, String path, String encoding)
      throws IOException, InterruptedException {
    HttpRequest request =
        HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + path))
            .header("Accept-Encoding", encoding)
            .build();
    return HttpClient.newHttpClient().send(request, HttpResponse.BodyHandlers.ofByteArray());
  }
}
