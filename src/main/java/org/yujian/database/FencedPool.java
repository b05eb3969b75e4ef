package org.yujian.database;

import io.agroal.api.AgroalDataSource;
import io.agroal.api.AgroalDataSource.FlushMode;
import io.agroal.api.AgroalPoolInterceptor;
import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import java.sql.Connection;
import java.sql.SQLException;
import org.postgresql.PGConnection;
import org.yujian.shared.settings.Settings;

/**
 * Closes the pool's connections to an old primary as soon as this node sees a later timeline, also
 * those in use: what they would commit, the new primary does not have.
 */
@Singleton
class FencedPool implements AgroalPoolInterceptor {
  private final TimelineFence fence;

  FencedPool(Settings settings) {
    fence = TimelineFence.in(settings.dataDir());
  }

  @Produces
  @Singleton
  TimelineFence fence() {
    return fence;
  }

  void watch(@Observes StartupEvent start, AgroalDataSource pool) {
    fence.onRise(() -> pool.flush(FlushMode.ALL));
  }

  /** Connections that were being made while the pool was flushed; costs one comparison. */
  @Override
  public void onConnectionAcquire(Connection connection) {
    if (fence.rises() == 0) {
      return;
    }
    try {
      Connection own = (Connection) connection.unwrap(PGConnection.class);
      if (fence.isOld(own)) {
        // The next statement fails, and the request gets 503.
        own.abort(Runnable::run);
      }
    } catch (SQLException closed) {
      // The next statement fails with 503.
    }
  }
}
