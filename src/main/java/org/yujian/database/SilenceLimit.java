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
 * Sets time limits of database connections after startup. During startup there are none: a
 * migration may take long, with an idle transaction of Flyway, and an overloaded machine may pause
 * the program. A statement waits a limited time for a server that sends nothing, because its host
 * may be gone. Then the connection is closed, the client gets 503, and the server soon ends the
 * statement, so that a retry finds no busy rows. A transaction that waits long for a row lock, or
 * stays idle, ends with 503, too.
 */
@Singleton
class SilenceLimit implements AgroalPoolInterceptor {
  /** Lets the server check every second whether the client is still connected. */
  private static final String LOOK = "set client_connection_check_interval = '1s'";

  private static final String WAITS =
      "set lock_timeout = '5s'; set idle_in_transaction_session_timeout = '10s'";

  /** Connections created during startup, whose transactions have no limits yet. */
  private final Set<PGConnection> unlimited = ConcurrentHashMap.newKeySet();

  private final Settings settings;
  private final int millis;
  private volatile boolean started;

  SilenceLimit(Settings settings) {
    this.settings = settings;
    millis = Math.toIntExact(SilenceTimeout.of(settings).toMillis());
  }

  /** Runs after all other startup observers; one of them imports the sample. */
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

  /** While connecting, the driver's login timeout applies. */
  @Override
  public void onConnectionCreate(Connection connection) {
    limit(connection);
    try {
      // On Windows the server does not support this and runs an abandoned statement to its end.
      execute(connection, LOOK);
    } catch (SQLException unable) {
      // If the connection is broken, the next statement says so.
    }
    try {
      unlimited.add(connection.unwrap(PGConnection.class));
      limitTransactions(connection);
    } catch (SQLException closed) {
      // The next statement fails with 503.
    }
  }

  @Override
  public void onConnectionAcquire(Connection connection) {
    limit(connection);
    try {
      limitTransactions(connection);
    } catch (SQLException closed) {
      // The next statement fails with 503.
    }
  }

  @Override
  public void onConnectionDestroy(Connection connection) {
    try {
      unlimited.remove(connection.unwrap(PGConnection.class));
    } catch (SQLException closed) {
      // The small entry stays until the program ends.
    }
  }

  private void limit(Connection connection) {
    try {
      // The driver does not use the executor.
      connection.setNetworkTimeout(Runnable::run, started ? millis : 0);
    } catch (SQLException closed) {
      // The next statement fails with 503.
    }
  }

  /** Called once per connection, outside any transaction. */
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
