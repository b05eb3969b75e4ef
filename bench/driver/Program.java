package bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.Stream;

/** The packaged program, started as its README says, on data that is made once for each size. */
final class Program {
  private final Options options;
  private final Path dataDir;
  private final Database database;

  Program(Options options) {
    this.options = options;
    this.dataDir = options.work().resolve("data-" + options.articles());
    this.database = new Database(dataDir);
  }

  Database database() {
    return database;
  }

  Path dataDir() {
    return dataDir;
  }

  static String java() {
    return Path.of(System.getProperty("java.home"), "bin", "java").toString();
  }

  /** Starts it and waits until it says that it is ready. */
  Server start() throws IOException {
    return start(java());
  }

  Server start(String java) throws IOException {
    Server server = launch(java);
    server.await();
    while (!Files.readString(server.log()).contains("Yujian is ready")) {
      LockSupport.parkNanos(20_000_000);
    }
    return server;
  }

  /** With further options for Java from BENCH_JAVA_OPTIONS. */
  Server launch(String java) throws IOException {
    int port = Server.freePort();
    List<String> command = new ArrayList<>(List.of(java));
    String more = System.getenv().getOrDefault("BENCH_JAVA_OPTIONS", "");
    Arrays.stream(more.split(" ")).filter(word -> !word.isEmpty()).forEach(command::add);
    command.addAll(
        List.of(
            "-Dquarkus.http.host=127.0.0.1",
            "-Dquarkus.http.port=" + port,
            "-Dquarkus.management.port=" + Server.freePort(),
            "-Dyujian.data-dir=" + dataDir,
            "-Dyujian.sample=false",
            "@target/yujian"));
    return Server.launch("Yujian", port, options.work(), Map.of(), command);
  }

  /** Makes the data unless they are there; a half-made folder is made anew. */
  void prepareData() throws IOException, SQLException {
    Path made = dataDir.resolve("made");
    if (Files.exists(made) && !options.fresh()) {
      return;
    }
    delete(dataDir);
    Files.createDirectories(dataDir);
    Bench.say("Making %,d articles …".formatted(options.articles()));
    try (Server server = start()) {
      Fill.fill(database, options.articles());
      Bench.say(
          "%,d live articles in %,d editions of %,d accounts"
              .formatted(
                  database.number("select count(*) from article where state = 'published'"),
                  database.number("select count(*) from edition"),
                  database.number("select count(*) from account")));
    }
    Files.writeString(made, "complete");
  }

  private static void delete(Path root) throws IOException {
    if (Files.notExists(root)) {
      return;
    }
    List<Path> all;
    try (Stream<Path> walk = Files.walk(root)) {
      all = walk.sorted(Comparator.reverseOrder()).toList();
    }
    for (Path path : all) {
      Files.delete(path);
    }
  }
}
