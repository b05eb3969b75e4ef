package org.yujian.database;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.BasicFileAttributes;
import java.nio.file.attribute.PosixFilePermissions;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Properties;
import org.yujian.testing.Folders;

/**
 * One real server of a pair, made from the binaries of the embedded one. It can be a primary or a
 * standby, be frozen with all its processes, and be promoted.
 */
final class ReplicatedServer {
  private final Installation installation;
  private final ServerLog log;
  private final int port;

  ReplicatedServer(String name) throws IOException {
    DataFolder folder = DataFolder.open(Folders.empty(name));
    Platform platform = Platform.current();
    Binaries.prepare(folder, platform.archive(ReplicatedServer.class.getClassLoader()), line -> {});
    installation = new Installation(folder, ServerUser.choose(folder, platform), platform);
    installation.user().own(folder.home());
    log = ServerLog.open(folder, installation.user());
    port = Postmaster.freePort();
  }

  /** A new primary with the role and the database of the program. */
  void create(String superuserPassword, String password) throws Exception {
    Path file = installation.folder().superuserPassword();
    Files.writeString(file, superuserPassword);
    new Cluster(installation).prepare();
    start();
    new RoleAndDatabase(port).prepare(superuserPassword, password);
  }

  void start() throws Exception {
    Postmaster.start(installation, log, port, line -> {});
  }

  void stop() {
    Postmaster.stop(installation);
  }

  int port() {
    return port;
  }

  Connection superuser(String password, String database) throws SQLException {
    return connect(RoleAndDatabase.SUPERUSER, password, database);
  }

  /** A connection as the role of the program. */
  Connection ordinary() throws SQLException {
    return connect(RoleAndDatabase.NAME, ServerPair.PASSWORD, RoleAndDatabase.NAME);
  }

  private Connection connect(String user, String password, String database) throws SQLException {
    Properties login = new Properties();
    login.setProperty("user", user);
    login.setProperty("password", password);
    login.setProperty("socketTimeout", "60");
    return DriverManager.getConnection(
        "jdbc:postgresql://127.0.0.1:" + port + "/" + database + "?sslmode=disable", login);
  }

  /** Replaces this server's data by a copy of a running one, whose standby it becomes. */
  void becomeStandbyOf(ReplicatedServer primary, String password) throws Exception {
    Path to = installation.folder().cluster();
    DataFolder.delete(to);
    try (Connection connection = primary.superuser(password, "postgres");
        Statement statement = connection.createStatement()) {
      statement.execute("select pg_backup_start('standby', true)");
      copy(primary.installation.folder().cluster(), to);
      try (ResultSet label = statement.executeQuery("select labelfile from pg_backup_stop(true)")) {
        label.next();
        Files.writeString(to.resolve("backup_label"), label.getString(1));
      }
    }
    Files.createFile(to.resolve("standby.signal"));
    Files.writeString(
        to.resolve("postgresql.auto.conf"),
        "primary_conninfo = 'host=127.0.0.1 port="
            + primary.port
            + " user=postgres password="
            + password
            + "'\n");
    installation.user().own(to);
    start();
  }

  /** Without what belongs to the running server; the standby gets the log by streaming. */
  private static void copy(Path from, Path to) throws IOException {
    Files.walkFileTree(
        from,
        new SimpleFileVisitor<>() {
          @Override
          public FileVisitResult preVisitDirectory(Path folder, BasicFileAttributes attributes)
              throws IOException {
            Path made = Files.createDirectories(to.resolve(from.relativize(folder)));
            Files.setPosixFilePermissions(made, PosixFilePermissions.fromString("rwx------"));
            return FileVisitResult.CONTINUE;
          }

          @Override
          public FileVisitResult visitFile(Path file, BasicFileAttributes attributes)
              throws IOException {
            Path name = from.relativize(file);
            if (!name.startsWith("pg_wal")
                && !name.startsWith("pg_replslot")
                && !name.startsWith("postmaster.pid")) {
              Files.copy(file, to.resolve(name), StandardCopyOption.COPY_ATTRIBUTES);
            }
            return FileVisitResult.CONTINUE;
          }

          @Override
          public FileVisitResult visitFileFailed(Path file, IOException e) throws IOException {
            if (e instanceof NoSuchFileException) {
              // The running server has deleted it.
              return FileVisitResult.CONTINUE;
            }
            throw e;
          }
        });
  }

  /** Returns when the server is a primary. */
  void promote() {
    String cluster = installation.folder().cluster().toString();
    Tool.Result result = installation.run("pg_ctl", List.of("promote", "-w", "-D", cluster));
    if (!result.succeeded()) {
      throw new IllegalStateException(result.output());
    }
  }

  /** Appends settings and makes the running server read them. */
  void configure(String settings) {
    Path file = installation.folder().cluster().resolve("postgresql.auto.conf");
    try {
      Files.writeString(file, settings + "\n", StandardOpenOption.APPEND);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    signal("-HUP", List.of(postmaster()));
  }

  /** SIGSTOP for all processes: connections stay open and nothing answers. */
  void freeze() {
    ProcessHandle postmaster = postmaster();
    // First the one that starts others.
    signal("-STOP", List.of(postmaster));
    signal("-STOP", postmaster.children().toList());
  }

  void thaw() {
    ProcessHandle postmaster = postmaster();
    signal("-CONT", postmaster.children().toList());
    signal("-CONT", List.of(postmaster));
  }

  boolean isRunning() {
    return Files.exists(installation.folder().postmasterPid());
  }

  private ProcessHandle postmaster() {
    String pid = DataFolder.read(installation.folder().postmasterPid()).lines().findFirst().get();
    return ProcessHandle.of(Long.parseLong(pid.strip())).orElseThrow();
  }

  private static void signal(String signal, List<ProcessHandle> processes) {
    List<String> command = new ArrayList<>(List.of("kill", signal));
    processes.forEach(process -> command.add("" + process.pid()));
    try {
      new ProcessBuilder(command).redirectErrorStream(true).start().waitFor();
    } catch (IOException | InterruptedException e) {
      throw new IllegalStateException(e);
    }
  }
}
