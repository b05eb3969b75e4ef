package org.yujian.database;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;

/** A primary and its streaming standby, whose roles change with each fail-over. */
final class ServerPair implements AutoCloseable {
  private static final String SUPERUSER_PASSWORD = "superuser-of-tests";
  static final String PASSWORD = "yujian-of-tests";
  private static final long PATIENCE = TimeUnit.MINUTES.toNanos(2);

  private final List<ReplicatedServer> servers = new ArrayList<>();
  private final boolean synchronous;
  private int primary;

  ServerPair(String name, boolean synchronous) throws Exception {
    this.synchronous = synchronous;
    servers.add(new ReplicatedServer(name + "-a"));
    servers.add(new ReplicatedServer(name + "-b"));
    boolean made = false;
    try {
      primary().create(SUPERUSER_PASSWORD, PASSWORD);
      rebuildStandby();
      made = true;
    } finally {
      if (!made) {
        close();
      }
    }
  }

  /** Both hosts, in an order that does not change. */
  String jdbcUrl() {
    return "jdbc:postgresql://127.0.0.1:"
        + servers.get(0).port()
        + ",127.0.0.1:"
        + servers.get(1).port()
        + "/yujian?sslmode=disable";
  }

  ReplicatedServer primary() {
    return servers.get(primary);
  }

  ReplicatedServer other() {
    return servers.get(1 - primary);
  }

  /** Makes the standby the primary; the old one is left as it is. */
  void promoteStandby() {
    other().promote();
    primary = 1 - primary;
  }

  /** The standby receives nothing from now on. */
  void cutStandbyOff() throws SQLException {
    other().configure("primary_conninfo = ''");
    await("select count(*) = 0 from pg_stat_replication");
  }

  /** Stops the server that is not the primary, if it runs, and makes it a standby again. */
  void rebuildStandby() throws Exception {
    if (other().isRunning()) {
      other().stop();
    }
    other().becomeStandbyOf(primary(), SUPERUSER_PASSWORD);
    await("select count(*) = 1 from pg_stat_replication where state = 'streaming'");
    if (synchronous) {
      primary().configure("synchronous_standby_names = '*'");
      await("select count(*) = 1 from pg_stat_replication where sync_state = 'sync'");
    }
  }

  /** Waits until no client has a transaction open on a server that was frozen. */
  static void awaitIdle(ReplicatedServer server) throws SQLException {
    await(
        server,
        "select count(*) = 0 from pg_stat_activity where backend_type = 'client backend'"
            + " and pid <> pg_backend_pid() and state <> 'idle'");
  }

  private void await(String condition) throws SQLException {
    await(primary(), condition);
  }

  private static void await(ReplicatedServer server, String condition) throws SQLException {
    long deadline = System.nanoTime() + PATIENCE;
    while (!texts(server, "postgres", condition).equals(List.of("t"))) {
      if (System.nanoTime() > deadline) {
        throw new AssertionError("Waited in vain for: " + condition);
      }
      LockSupport.parkNanos(TimeUnit.MILLISECONDS.toNanos(20));
    }
  }

  /** The first column of a query that a superuser runs. */
  static List<String> texts(ReplicatedServer server, String database, String query)
      throws SQLException {
    try (Connection connection = server.superuser(SUPERUSER_PASSWORD, database);
        Statement statement = connection.createStatement();
        ResultSet rows = statement.executeQuery(query)) {
      List<String> texts = new ArrayList<>();
      while (rows.next()) {
        texts.add(rows.getString(1));
      }
      return texts;
    }
  }

  @Override
  public void close() {
    for (ReplicatedServer server : servers) {
      if (server.isRunning()) {
        server.thaw();
        server.stop();
      }
    }
  }
}
