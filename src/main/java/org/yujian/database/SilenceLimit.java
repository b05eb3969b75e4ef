package org.yujian.database;

import io.agroal.api.AgroalPoolInterceptor;
import io.quarkus.runtime.StartupEvent;
import jakarta.annotation.Priority;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;
import java.sql.Connection;
import java.sql.SQLException;
import org.yujian.shared.settings.Settings;

/**
 * How long a statement waits for a server that says nothing at all: its host may be gone without a
 * word, or hang. Then the connection is closed, and who waited is told to try again (503). Not
 * before the start is over, as bringing large tables up to date may take long.
 */
@Singleton
class SilenceLimit implements AgroalPoolInterceptor {
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
