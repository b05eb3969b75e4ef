package bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.Stream;

/** The packaged program, started as its README says, on data that is made once for each size. */
final class Program {
  private final Options options;
  private final Path dataDir;
  private final Database database;

  private final boolean forSearch;

  private int managementPort;

  /**
   * @param forSearch on text whose words are as frequent as in real text
   */
  Program(Options options, boolean forSearch) {
    this(
        options,
        forSearch,
        options.work().resolve((forSearch ? "search-" : "data-") + options.articles()));
  }

  private Program(Options options, boolean forSearch, Path dataDir) {
    this.options = options;
    this.forSearch = forSearch;
    this.dataDir = dataDir;
    this.database = new Database(dataDir);
  }

  /** The same data in another folder, for parts that write; it takes the place of an older copy. */
  Program copy() throws IOException {
    Path target = options.work().resolve("written");
    delete(target);
    List<Path> all;
    try (Stream<Path> walk = Files.walk(dataDir)) {
      all = walk.toList();
    }
    for (Path path : all) {
      Files.copy(
          path,
          target.resolve(dataDir.relativize(path)),
          StandardCopyOption.COPY_ATTRIBUTES,
          LinkOption.NOFOLLOW_LINKS);
    }
    return new Program(options, forSearch, target);
  }

  Database database() {
    return database;
  }

  Path dataDir() {
    return dataDir;
  }

  /** The key that the program left in its data folder. */
  String adminKey() throws IOException {
    return Files.readString(dataDir.resolve("admin-key")).strip();
  }

  /** Of the program that was started last. */
  int managementPort() {
    return managementPort;
  }

  static String java() {
    return Path.of(System.getProperty("java.home"), "bin", "java").toString();
  }

  Server start() throws IOException {
    return start(List.of());
  }

  /**
   * Starts it and waits until it says that it is ready.
   *
   * @param more options for Java
   */
  Server start(List<String> more) throws IOException {
    Server server = launch(more);
    server.await();
    while (!Files.readString(server.log()).contains("Yujian is ready")) {
      LockSupport.parkNanos(20_000_000);
    }
    return server;
  }

  /** What is done with a started program. */
  interface Work {
    void run(Server server) throws IOException, InterruptedException, SQLException;
  }

  /**
   * Starts it for work with settings of its database, which sessions take up as they begin. They
   * are taken back whatever happens: they would slow all later runs with the same data.
   */
  void with(List<String> settings, Work work)
      throws IOException, InterruptedException, SQLException {
    Server before = start();
    try (before) {
      for (String setting : settings) {
        database.run("alter database yujian set " + setting);
      }
    }
    try (Server server = start()) {
      try {
        work.run(server);
      } finally {
        database.run("alter database yujian reset all");
      }
    }
  }

  Server launch() throws IOException {
    return launch(List.of());
  }

  /** As its README says, with further options for Java from BENCH_JAVA_OPTIONS. */
  private Server launch(List<String> more) throws IOException {
    List<String> java = new ArrayList<>(List.of(java()));
    java.addAll(more);
    String given = System.getenv().getOrDefault("BENCH_JAVA_OPTIONS", "");
    Arrays.stream(given.split(" ")).filter(word -> !word.isEmpty()).forEach(java::add);
    return launch(java, List.of("@target/yujian"));
  }

  /** On another Java than the one that made the package's archive. */
  Server launch(JavaHome java, Path archive) throws IOException {
    return launch(
        List.of(java.command(), java.use(archive)),
        List.of("-jar", "target/quarkus-app/quarkus-run.jar"));
  }

  /** Without the archive of the package. */
  Server launch(JavaHome java) throws IOException {
    return launch(List.of(java.command()), List.of("-jar", "target/quarkus-app/quarkus-run.jar"));
  }

  private Server launch(List<String> java, List<String> program) throws IOException {
    int port = Server.freePort();
    managementPort = Server.freePort();
    List<String> command = new ArrayList<>(java.subList(0, 1));
    command.addAll(
        List.of(
            "-Dquarkus.http.host=127.0.0.1",
            "-Dquarkus.http.port=" + port,
            "-Dquarkus.management.port=" + managementPort,
            "-Dyujian.data-dir=" + dataDir,
            // The archive is of five years, and compacted after ten minutes: its end would move.
            "-Dyujian.change-retention=P36500D",
            // All clients of a benchmark have one key.
            "-Dyujian.limits.enabled=false",
            "-Dyujian.sample=false"));
    // After those above, because a part may set them otherwise.
    command.addAll(java.subList(1, java.size()));
    command.addAll(program);
    return Server.launch("Yujian", port, options.work(), Map.of(), command);
  }

  /** Made by a training run, as the build does it with its own Java. */
  Path archive(Options options, JavaHome java) throws IOException, InterruptedException {
    Path archive = options.work().resolve("yujian-" + java.version() + ".archive");
    Files.deleteIfExists(archive);
    Facts.output(
        options.root(),
        java.command(),
        java.make(archive),
        "-Dyujian.data-dir=" + options.work().resolve("training-run"),
        "-jar",
        "target/quarkus-app/quarkus-run.jar",
        "training-run");
    delete(options.work().resolve("training-run"));
    if (!Files.exists(archive)) {
      throw new IOException("no archive of classes was made: " + archive);
    }
    return archive;
  }

  /** Makes the data unless they are there; a half-made folder is made anew. */
  void prepareData() throws IOException, SQLException {
    Path made = dataDir.resolve("made");
    if (Files.exists(made) && !options.fresh()) {
      return;
    }
    delete(dataDir);
    Files.createDirectories(dataDir);
    Bench.say(String.format(Locale.ROOT, "Making %,d articles …", options.articles()));
    Server server = start();
    try (server) {
      Fill.fill(database, options.articles(), forSearch);
      Bench.say(
          String.format(
              Locale.ROOT,
              "%,d live articles in %,d editions of %,d accounts",
              database.number("select count(*) from article where state = 'published'"),
              database.number("select count(*) from edition"),
              database.number("select count(*) from account")));
    }
    // The next start fills it from the tables, as after an upgrade.
    delete(dataDir.resolve("search"));
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
