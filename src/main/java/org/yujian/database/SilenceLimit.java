package org.yujian.database;

import io.agroal.api.AgroalDataSource;
import io.agroal.api.AgroalPoolInterceptor;
import io.quarkus.runtime.StartupEvent;
import jakarta.annotation.Priority;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.postgresql.PGConnection;
import org.yujian.shared.settings.Settings;

/**
 * Time limits of database connections. They begin when the start is over: bringing large tables up
 * to date may take long, Flyway holds a transaction open meanwhile, and a starved machine may stop
 * the whole program for many seconds.
 *
 * <p>From then on a statement waits a limited time for a server that says nothing: its host may be
 * gone without a word, or hang. The connection is closed, and the client is told to try again
 * (503). The server ends a statement that nobody waits for soon after, so that a retry does not
 * find it busy. A transaction that waits long for a row, or does nothing for long, ends with 503
 * too.
 */
@Singleton
class SilenceLimit implements AgroalPoolInterceptor {
  /** While it works the server looks once a second whether the connection is still there. */
  private static final String LOOK = "set client_connection_check_interval = '1s'";

  private static final String WAITS =
      "set lock_timeout = '5s'; set idle_in_transaction_session_timeout = '10s'";

  /** Connections made during the start, which have no limits for transactions yet. */
  private final Set<PGConnection> unlimited = ConcurrentHashMap.newKeySet();

  private final Settings settings;
  private final int millis;
  private volatile boolean started;

  SilenceLimit(Settings settings) {
    this.settings = settings;
    millis = Math.toIntExact(settings.databaseTimeout().toMillis());
  }

  /** After all that others do at the start, the last of which is loading the sample. */
  void begin(
      @Observes @Priority(Integer.MAX_VALUE) StartupEvent event, AgroalDataSource dataSource) {
    begin();
    dataSource
        .getConfiguration()
        .connectionPoolConfiguration()
        .setAcquisitionTimeout(settings.connectionTimeout());
  }

  void begin() {
    started = true;
  }

  /** Until here the driver's own limit held, for logging in. */
  @Override
  public void onConnectionCreate(Connection connection) {
    limit(connection);
    try {
      // A server on Windows cannot; it works to the end then.
      execute(connection, LOOK);
    } catch (SQLException unable) {
      // Told by the next statement, when it is the connection that is broken.
    }
    try {
      unlimited.add(connection.unwrap(PGConnection.class));
      limitTransactions(connection);
    } catch (SQLException closed) {
      // Told by the next statement: 503.
    }
  }

  @Override
  public void onConnectionAcquire(Connection connection) {
    limit(connection);
    try {
      limitTransactions(connection);
    } catch (SQLException closed) {
      // Told by the next statement: 503.
    }
  }

  @Override
  public void onConnectionDestroy(Connection connection) {
    try {
      unlimited.remove(connection.unwrap(PGConnection.class));
    } catch (SQLException closed) {
      // A few bytes stay until the program ends.
    }
  }

  private void limit(Connection connection) {
    try {
      // The driver needs no executor for it.
      connection.setNetworkTimeout(Runnable::run, started ? millis : 0);
    } catch (SQLException closed) {
      // It says so itself, as soon as something is asked by it: 503.
    }
  }

  /** Once for each connection, outside any transaction. */
  private void limitTransactions(Connection connection) throws SQLException {
    if (!started || unlimited.isEmpty()) {
      return;
    }
    PGConnection own = connection.unwrap(PGConnection.class);
    if (unlimited.remove(own)) {
      execute(connection, WAITS);
    }
  }

  private static void execute(Connection connection, String sql) throws SQLException {
    try (Statement statement = connection.createStatement()) {
      statement.execute(sql);
    }
  }
}
