package bench;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.sql.SQLException;
import java.util.List;

/** How near to the limit the packaged program is; started by bench/run from the project's root. */
public final class Bench {
  private static final long BEGAN = System.nanoTime();

  private final Options options;
  private final Report report;
  private final Program program;

  private Bench(Options options) {
    this.options = options;
    this.report = new Report(options.work().resolve("results.md"));
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
      Reads reads = new Reads(options, report, program, server, requests);
      if (options.has("hot")) {
        reads.hot();
      }
      if (options.has("cold")) {
        reads.cold();
      }
      if (options.has("pgbench")) {
        new Pgbench(options, program.database()).run(report, server, requests);
      }
      if (options.has("miniflux")) {
        reads.miniflux();
      }
    }
    if (options.has("scale")) {
      new Scale(options, report, program).run();
    }
    if (options.has("start")) {
      new Starts(options, report, program).run();
    }
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
