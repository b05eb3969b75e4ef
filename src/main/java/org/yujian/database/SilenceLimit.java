package org.yujian.database;

import io.agroal.api.AgroalPoolInterceptor;
import io.quarkus.runtime.StartupEvent;
import jakarta.annotation.Priority;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import org.yujian.shared.settings.Settings;

/**
 * How long a statement waits for a server that says nothing at all: its host may be gone without a
 * word, or hang. Then the connection is closed, and who waited is told to try again (503). Not
 * before the start is over, as bringing large tables up to date may take long. A server that is at
 * work all the time stops soon after: who asks again does not find it busy with what nobody waits
 * for.
 */
@Singleton
class SilenceLimit implements AgroalPoolInterceptor {
  /** Once a second while it works it looks whether the connection is still there. */
  private static final String LOOK = "set client_connection_check_interval = '1s'";

  private final int millis;
  private volatile boolean started;

  SilenceLimit(Settings settings) {
    millis = Math.toIntExact(settings.databaseTimeout().toMillis());
  }

  void begin(@Observes @Priority(1) StartupEvent event) {
    started = true;
  }

  /** Until here the driver's own limit held, for logging in. */
  @Override
  public void onConnectionCreate(Connection connection) {
    limit(connection);
    try (Statement statement = connection.createStatement()) {
      statement.execute(LOOK);
    } catch (SQLException unable) {
      // A server on Windows cannot; it works to the end then.
    }
  }

  @Override
  public void onConnectionAcquire(Connection connection) {
    limit(connection);
  }

  private void limit(Connection connection) {
    try {
      // The driver needs no executor for it.
      connection.setNetworkTimeout(Runnable::run, started ? millis : 0);
    } catch (SQLException closed) {
      // It says so itself, as soon as something is asked by it: 503.
    }
  }
}
