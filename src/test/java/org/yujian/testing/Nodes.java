package org.yujian.testing;

import java.io.IOException;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.yujian.database.EmbeddedPostgres;

/**
 * Several nodes, each a process of the packaged program, on one PostgreSQL that none of them owns:
 * a node can be killed and the database lives on.
 */
public final class Nodes implements AutoCloseable {
  private static final String KEY = "yj_" + "nodes".repeat(9);

  private final String name;
  private final EmbeddedPostgres postgres;
  private final List<Program> programs = new CopyOnWriteArrayList<>();
  private final List<Client> clients = new CopyOnWriteArrayList<>();
  private final List<String> settings = new ArrayList<>();
  private final List<ProcessHandle> paused = new ArrayList<>();
  private final StringBuffer errors = new StringBuffer();

  /** Starts a new database and this many nodes. */
  public Nodes(String name, int count, String... more) throws InterruptedException {
    this.name = name;
    this.postgres = EmbeddedPostgres.start(Folders.empty(name + "-database"), System.out::println);
    settings.addAll(
        List.of(
            "quarkus.datasource.jdbc.url=" + postgres.access().jdbcUrl(),
            "quarkus.datasource.username=" + postgres.access().user(),
            "quarkus.datasource.password=" + postgres.access().password(),
            "yujian.secret-key=AAECAwQFBgcICQoLDA0ODxAREhMUFRYXGBkaGxwdHh8=",
            "yujian.admin-key=" + KEY));
    settings.addAll(List.of(more));
    // One after the other: the first migrates.
    for (int i = 0; i < count; i++) {
      programs.add(launch(i));
      clients.add(new Client(programs.get(i).baseUrl(), KEY));
    }
  }

  private Program launch(int node) {
    Path folder = Folders.empty(name + "-node-" + node);
    return Program.start(folder, settings.toArray(String[]::new));
  }

  public Program node(int node) {
    return programs.get(node);
  }

  /** A client with the admin key. */
  public Client client(int node) {
    return clients.get(node);
  }

  /** kill -9 of one node, then its next start. */
  public void killAndRestart(int node) {
    programs.get(node).kill9();
    errors.append(programs.get(node).errors());
    programs.set(node, launch(node));
    clients.set(node, new Client(programs.get(node).baseUrl(), KEY));
  }

  /** What nodes have said from their first error on, those that were killed too. */
  public String errors() {
    programs.forEach(program -> errors.append(program.errors()));
    return errors.toString();
  }

  /** The database ends and does not come back. */
  public void stopDatabase() {
    postgres.close();
  }

  /** The database keeps its connections and says nothing, until {@link #resumeDatabase}. */
  public void pauseDatabase() throws SQLException {
    try (Connection connection = database();
        Statement statement = connection.createStatement();
        ResultSet own = statement.executeQuery("select pg_backend_pid()")) {
      own.next();
      ProcessHandle server =
          ProcessHandle.of(own.getLong(1)).flatMap(ProcessHandle::parent).orElseThrow();
      // First the one that starts others.
      signal("-STOP", List.of(server));
      List<ProcessHandle> others = server.children().toList();
      signal("-STOP", others);
      paused.addAll(others);
      paused.add(server);
    }
  }

  public void resumeDatabase() {
    signal("-CONT", paused);
    paused.clear();
  }

  private static void signal(String signal, List<ProcessHandle> processes) {
    List<String> command = new ArrayList<>(List.of("kill", signal));
    processes.forEach(process -> command.add("" + process.pid()));
    try {
      if (new ProcessBuilder(command).inheritIO().start().waitFor() != 0) {
        throw new IllegalStateException(String.join(" ", command));
      }
    } catch (IOException | InterruptedException e) {
      throw new IllegalStateException(e);
    }
  }

  public Connection database() throws SQLException {
    return DriverManager.getConnection(
        postgres.access().jdbcUrl(), postgres.access().user(), postgres.access().password());
  }

  @Override
  public void close() {
    programs.forEach(Program::close);
    postgres.close();
  }
}
