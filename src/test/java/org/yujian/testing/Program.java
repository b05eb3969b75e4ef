package org.yujian.testing;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The packaged program as a child process, started as a user starts it: own data folder, free
 * ports. Closing it ends the process and the PostgreSQL it may have left behind.
 */
public final class Program implements AutoCloseable {
  /** Reached only by what hangs, on a busy machine too. */
  private static final Duration PATIENCE = Duration.ofMinutes(5);

  private static final Pattern LISTENING =
      Pattern.compile("Yujian is ready at (http://\\S+:\\d+)/ ");
  private static final Pattern HEALTH = Pattern.compile("(http://\\S+:\\d+)/q/health");

  private final Process process;
  private final Path dataDir;
  private final ProgramOutput output;
  private final HttpClient http = HttpClient.newHttpClient();

  private Program(Process process, Path dataDir) {
    this.process = process;
    this.dataDir = dataDir;
    this.output = new ProgramOutput(process.getInputStream());
  }

  /**
   * Starts the program and returns at once.
   *
   * @param settings such as {@code yujian.sample=false}; with {@code -} or {@code @} they are
   *     options of Java
   */
  public static Program launch(Path dataDir, String... settings) {
    return launch(dataDir, List.of(settings), List.of());
  }

  /** The same with words on the command line, to run a command. */
  public static Program launch(Path dataDir, List<String> settings, List<String> words) {
    List<String> command = ProgramCommand.of(dataDir, settings, words);
    return launch(command, dataDir, System.getenv());
  }

  /** As {@link #launch(Path, String...)}, with this environment and nothing else in it. */
  public static Program launch(Path dataDir, Map<String, String> environment, String... settings) {
    List<String> command = ProgramCommand.of(dataDir, List.of(settings), List.of());
    return launch(command, dataDir, environment);
  }

  /** As {@link #launch(Path, String...)}, of another build: its file of arguments for Java. */
  public static Program launchOther(Path arguments, Path dataDir, String... settings) {
    List<String> command = ProgramCommand.ofOther(arguments, dataDir, List.of(settings));
    return launch(command, dataDir, System.getenv());
  }

  /** As {@link #launch(Path, String...)}, by root for another user. */
  public static Program launchAs(int user, Path dataDir) {
    List<String> command = new ArrayList<>(List.of("setpriv", "--reuid=" + user));
    command.addAll(List.of("--regid=" + user, "--clear-groups"));
    command.addAll(ProgramCommand.of(dataDir, List.of(), List.of()));
    return launch(command, dataDir, System.getenv());
  }

  private static Program launch(
      List<String> command, Path dataDir, Map<String, String> environment) {
    ProcessBuilder program = new ProcessBuilder(command).redirectErrorStream(true);
    program.environment().keySet().retainAll(environment.keySet());
    program.environment().putAll(environment);
    try {
      return new Program(program.start(), dataDir);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Starts the program and waits until it is ready. */
  public static Program start(Path dataDir, String... settings) {
    return launch(dataDir, settings).ready();
  }

  /** Waits until it is ready. */
  public Program ready() {
    awaitLine("Yujian is ready");
    return this;
  }

  /** Waits for a line that contains the text; fails when the program ends before. */
  public String awaitLine(String text) {
    await(
        "the line '" + text + "'",
        () -> output.lineWith(text) != null || !process.isAlive() && output.ended());
    String line = output.lineWith(text);
    if (line == null) {
      throw new AssertionError("Ended without '" + text + "':\n" + output);
    }
    return line;
  }

  /** Waits for the end and gives the exit code. */
  public int awaitExit() {
    await("the end", () -> !process.isAlive() && output.ended());
    return process.exitValue();
  }

  /** Waits until the condition holds, looking often; fails with the program's output otherwise. */
  public void await(String what, BooleanSupplier condition) {
    long deadline = System.nanoTime() + PATIENCE.toNanos();
    while (!condition.getAsBoolean()) {
      if (System.nanoTime() > deadline) {
        throw new AssertionError("Waited in vain for " + what + ":\n" + output);
      }
      LockSupport.parkNanos(TimeUnit.MILLISECONDS.toNanos(20));
    }
  }

  /** Where it answers, without a slash at the end. */
  public URI baseUrl() {
    return address(LISTENING, "Yujian is ready");
  }

  /** Where its management interface answers. */
  public URI managementUrl() {
    return address(HEALTH, "/q/health");
  }

  private URI address(Pattern pattern, String words) {
    Matcher matcher = pattern.matcher(awaitLine(words));
    if (!matcher.find()) {
      throw new AssertionError("No address in:\n" + output);
    }
    return URI.create(matcher.group(1));
  }

  /** A plain GET; the connection failing is a failure of the test. */
  public HttpResponse<String> get(URI uri) {
    try {
      HttpRequest request = HttpRequest.newBuilder(uri).timeout(PATIENCE).build();
      return http.send(request, BodyHandlers.ofString());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(e);
    }
  }

  /** GET of a path of the API. */
  public HttpResponse<String> get(String path) {
    return get(URI.create(baseUrl() + path));
  }

  /** The key that the first start wrote into the data folder. */
  public String adminKey() {
    return readLines(dataDir.resolve("admin-key")).get(0);
  }

  public long pid() {
    return process.pid();
  }

  public Path dataDir() {
    return dataDir;
  }

  /** Whether PostgreSQL accepts connections under another process than the one that was killed. */
  public boolean hasOtherPostmasterThan(long killed) {
    Path file = dataDir.resolve("postgres/cluster/postmaster.pid");
    List<String> lines = Files.exists(file) ? readLines(file) : List.of();
    return lines.size() > 7
        && !lines.get(0).strip().equals(Long.toString(killed))
        && lines.get(7).startsWith("ready");
  }

  /** The running PostgreSQL's pid, read from its own file. */
  public long postmasterPid() {
    return Long.parseLong(postmasterFile().get(0).strip());
  }

  /** False for a program that was refused because another one has the folder. */
  private boolean isOwner() {
    return readLines(dataDir.resolve("postgres/owner.pid")).contains(Long.toString(pid()));
  }

  private List<String> postmasterFile() {
    return readLines(dataDir.resolve("postgres/cluster/postmaster.pid"));
  }

  private static List<String> readLines(Path file) {
    try {
      return Files.readAllLines(file);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** kill -9 of the program, as a power cut does it; PostgreSQL lives on. */
  public void kill9() {
    process.destroyForcibly();
    awaitExit();
  }

  /** kill -9 of PostgreSQL's main process. */
  public void killPostmaster9() {
    ProcessHandle.of(postmasterPid())
        .filter(this::runsFromDataDir)
        .ifPresent(ProcessHandle::destroyForcibly);
  }

  /** The number in an old file may belong to somebody else's process by now. */
  private boolean runsFromDataDir(ProcessHandle process) {
    String programs = dataDir.toAbsolutePath().normalize().toString();
    return process.info().command().filter(path -> path.startsWith(programs)).isPresent();
  }

  /** A connection to the embedded database as the program's own role. */
  public Connection database() throws SQLException {
    return connect("yujian", "yujian", "password");
  }

  /** The password of the program's own role, for another node. */
  public String databasePassword() {
    return readLines(dataDir.resolve("postgres").resolve("password")).get(0);
  }

  /** A connection as superuser, for what the program may not do. */
  public Connection administration(String database) throws SQLException {
    return connect(database, "postgres", "superuser-password");
  }

  /** The embedded database's address under another name. */
  public String jdbcUrl(String database) {
    String port = postmasterFile().get(3).strip();
    return "jdbc:postgresql://127.0.0.1:" + port + "/" + database;
  }

  private Connection connect(String database, String user, String passwordFile)
      throws SQLException {
    String password = readLines(dataDir.resolve("postgres").resolve(passwordFile)).get(0);
    return DriverManager.getConnection(jdbcUrl(database), user, password);
  }

  /** SIGTERM, then waits for the end; gives the exit code. */
  public int stop() {
    process.destroy();
    return awaitExit();
  }

  /** Everything it has written so far. */
  public List<String> lines() {
    return output.lines();
  }

  /** What it logged as errors, with the lines that follow; for the message of a failed test. */
  public String errors() {
    return output.errors();
  }

  @Override
  public void close() {
    if (process.isAlive()) {
      stop();
    }
    boolean leftBehind = Files.exists(dataDir.resolve("postgres/cluster/postmaster.pid"));
    if (leftBehind && isOwner()) {
      killPostmaster9();
    }
  }
}
