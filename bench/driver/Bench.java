package bench;

import java.io.IOException;
import java.io.PrintStream;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** How near to the limit the packaged program is; started by bench/run from the project's root. */
public final class Bench {
  private static final Set<String> SERVED = Set.of("hot", "cold", "pgbench", "miniflux");
  private static final Pattern TITLE =
      Pattern.compile("# .*?bench/run(?: --only (\\S+))?(?: --articles (\\d+))?\n");

  private static final long BEGAN = System.nanoTime();
  private static final HttpClient HTTP =
      HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();

  private final Options options;
  private final Report report;
  private final Program program;

  private Bench(Options options) {
    this.options = options;
    this.report = new Report(options.work().resolve("results.md"));
    this.program = new Program(options, false);
  }

  public static void main(String[] args) throws Exception {
    System.setOut(new PrintStream(System.out, true, StandardCharsets.UTF_8));
    Options options;
    try {
      options = Options.of(Path.of("").toAbsolutePath(), List.of(args));
    } catch (IllegalArgumentException wrong) {
      System.err.println(wrong.getMessage());
      System.exit(2);
      return;
    }
    Files.createDirectories(options.work());
    new Bench(options).run();
    if (options.write()) {
      keep(options);
    }
    say("Written: target/bench/results.md");
  }

  /** In place of earlier runs of the same parts and size; others stay. */
  private static void keep(Options options) throws IOException {
    Path kept = options.root().resolve("bench/RESULTS.md");
    StringBuilder all = new StringBuilder();
    for (String other : Files.readString(kept).split("(?m)^(?=# )")) {
      all.append(covered(other, options) ? "" : other.strip() + "\n\n");
    }
    Files.writeString(kept, all + Files.readString(options.work().resolve("results.md")));
  }

  private static boolean covered(String run, Options options) {
    Matcher title = TITLE.matcher(run);
    if (!title.lookingAt()) {
      return false;
    }
    String parts = title.group(1);
    String articles = title.group(2);
    return options.articles() == (articles == null ? Options.ARTICLES : Integer.parseInt(articles))
        && options.parts().containsAll(parts == null ? Options.PARTS : List.of(parts.split(",")));
  }

  static void say(String what) {
    System.out.printf(Locale.ROOT, "%4.0f s  %s%n", (System.nanoTime() - BEGAN) / 1e9, what);
  }

  private void run() throws Exception {
    Facts.write(report, options);
    if (!options.parts().equals(Set.of("search"))) {
      program.prepareData();
    }
    if (options.parts().stream().anyMatch(SERVED::contains)) {
      served();
    }
    if (options.has("memory")) {
      new Memory(options, report, program).run();
    }
    if (options.has("scale")) {
      new Scale(options, report, program).run();
    }
    if (options.has("search")) {
      Program searched = new Program(options, true);
      searched.prepareData();
      new Search(options, report, searched).run();
    }
    if (options.has("mixed")) {
      Program copy = program.copy();
      try (Server server = copy.start()) {
        new Mixed(options, report, copy, server).run();
      }
    }
    if (options.has("publish")) {
      Program copy = program.copy();
      try (Server server = copy.start()) {
        new Publish(options, report, copy, server).run();
      }
    }
    if (options.has("overload")) {
      try (Server server = program.start()) {
        new Overload(options, report, program, server).run();
      }
    }
    if (options.has("limits")) {
      new Limits(options, report, program).run();
    }
    if (options.has("webhooks-beside-reads")) {
      Program copy = program.copy();
      try (Server server = copy.start(WebhooksBeside.SETTINGS)) {
        new WebhooksBeside(options, report, copy, server).run();
      }
    }
    if (options.has("desk")) {
      Program copy = program.copy();
      try (Server server = copy.start()) {
        new DeskPages(report, copy).run(server);
      }
    }
    if (options.has("backup")) {
      new Backups(options, report, program).run();
    }
    if (options.has("start")) {
      new Starts(options, report, program).run();
    }
  }

  private void served() throws IOException, InterruptedException, SQLException {
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
  }

  static HttpResponse<byte[]> fetch(int port, String path, String encoding)
      throws IOException, InterruptedException {
    HttpRequest request =
        HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + path))
            .header("Accept-Encoding", encoding)
            .build();
    return HTTP.send(request, HttpResponse.BodyHandlers.ofByteArray());
  }
}
