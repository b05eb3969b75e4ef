package org.yujian.change;

import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import org.jboss.logging.Logger;
import org.postgresql.PGConnection;

/** Thread that makes the {@link Tailer} read at each notification and at least every 250 ms. */
final class LogListener implements Runnable {
  private static final Logger LOG = Logger.getLogger(LogListener.class);
  private static final int POLL_MILLIS = 250;
  private static final long PAUSE = TimeUnit.MILLISECONDS.toNanos(POLL_MILLIS);

  private final LogConnections connections;
  private final Tailer tailer;
  private final Thread thread = new Thread(this, "yujian-tailer");
  private volatile boolean running = true;
  private volatile boolean away;

  private LogListener(LogConnections connections, Tailer tailer) {
    this.connections = connections;
    this.tailer = tailer;
  }

  static LogListener start(LogConnections connections, Tailer tailer) {
    LogListener listener = new LogListener(connections, tailer);
    listener.thread.setDaemon(true);
    listener.thread.start();
    return listener;
  }

  /** Whether the last attempt to read the log failed. */
  boolean away() {
    return away;
  }

  void stop() throws InterruptedException {
    running = false;
    LockSupport.unpark(thread);
    thread.join(TimeUnit.SECONDS.toMillis(2));
  }

  @Override
  public void run() {
    while (running) {
      int generation = connections.generation();
      try (Connection connection = connections.open("listener")) {
        boolean listening = listen(connection);
        while (running && generation == connections.generation()) {
          tailer.poll();
          back();
          await(connection, listening);
        }
      } catch (SQLException | RuntimeException e) {
        lost(e);
        LockSupport.parkNanos(PAUSE);
      }
    }
  }

  private static boolean listen(Connection connection) throws SQLException {
    try (Statement statement = connection.createStatement()) {
      statement.execute("listen " + Tailer.CHANNEL);
      return true;
    } catch (SQLException e) {
      if (connection.isValid(1)) {
        // A standby refuses LISTEN, so only the poll remains.
        return false;
      }
      throw e;
    }
  }

  private static void await(Connection connection, boolean listening) throws SQLException {
    if (listening) {
      connection.unwrap(PGConnection.class).getNotifications(POLL_MILLIS);
    } else {
      LockSupport.parkNanos(PAUSE);
    }
  }

  private void lost(Exception e) {
    if (!away && running) {
      LOG.warnf("The change log cannot be read: %s", e.getMessage());
    }
    away = true;
  }

  private void back() {
    if (away) {
      LOG.info("The change log is read again");
    }
    away = false;
  }
}
