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
import org.yujian.shared.order.StartupOrder;
import org.yujian.shared.settings.Settings;

/**
 * Sets time limits of database connections. They apply only after startup: migrating large tables
 * may take long while Flyway holds a transaction open, and an overloaded machine may pause the
 * whole program for many seconds.
 *
 * <p>After startup a statement waits a limited time for a silent server, whose host may be gone or
 * hang. Then the connection is closed and the client gets 503 and may retry. The server soon ends a
 * statement whose client is gone, so that a retry does not find it busy. A transaction that waits
 * long for a row lock or stays idle for long also ends with 503.
 */
@Singleton
class SilenceLimit implements AgroalPoolInterceptor {
  /** Lets the server check every second whether the client is still connected. */
  private static final String LOOK = "set client_connection_check_interval = '1s'";

  private static final String WAITS =
      "set lock_timeout = '5s'; set idle_in_transaction_session_timeout = '10s'";

  /** Connections without transaction limits, because they were created during startup. */
  private final Set<PGConnection> unlimited = ConcurrentHashMap.newKeySet();

  private final Settings settings;
  private final int millis;
  private volatile boolean started;

  SilenceLimit(Settings settings) {
    this.settings = settings;
    millis = Math.toIntExact(settings.databaseTimeout().toMillis());
  }

  /** Runs after all other startup observers, one of which loads the sample. */
  void begin(
      @Observes @Priority(StartupOrder.DATABASE_LIMITS) StartupEvent event,
      AgroalDataSource dataSource) {
    begin();
    dataSource
        .getConfiguration()
        .connectionPoolConfiguration()
        .setAcquisitionTimeout(settings.connectionTimeout());
  }

  void begin() {
    started = true;
  }

  /** Until here the driver's login timeout applies. */
  @Override
  public void onConnectionCreate(Connection connection) {
    limit(connection);
    try {
      // A server on Windows does not support it and runs the statement to its end.
      execute(connection, LOOK);
    } catch (SQLException unable) {
      // If the connection is broken, the next statement reports it.
    }
    try {
      unlimited.add(connection.unwrap(PGConnection.class));
      limitTransactions(connection);
    } catch (SQLException closed) {
      // The next statement reports it: 503.
    }
  }

  @Override
  public void onConnectionAcquire(Connection connection) {
    limit(connection);
    try {
      limitTransactions(connection);
    } catch (SQLException closed) {
      // The next statement reports it: 503.
    }
  }

  @Override
  public void onConnectionDestroy(Connection connection) {
    try {
      unlimited.remove(connection.unwrap(PGConnection.class));
    } catch (SQLException closed) {
      // A small entry stays until the program ends.
    }
  }

  private void limit(Connection connection) {
    try {
      // The driver does not use the executor.
      connection.setNetworkTimeout(Runnable::run, started ? millis : 0);
    } catch (SQLException closed) {
      // The next statement reports it: 503.
    }
  }

  /** Once per connection, outside any transaction. */
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
