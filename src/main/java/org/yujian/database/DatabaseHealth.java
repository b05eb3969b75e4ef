package org.yujian.database;

import io.agroal.api.AgroalDataSource;
import io.smallrye.health.api.HealthGroup;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Connection;
import java.sql.SQLException;
import org.eclipse.microprofile.health.HealthCheck;
import org.eclipse.microprofile.health.HealthCheckResponse;
import org.eclipse.microprofile.health.HealthCheckResponseBuilder;

/**
 * Health group {@code database}: whether PostgreSQL responds, and whether it is a primary. Not part
 * of readiness, because a node without its database still serves cached responses.
 */
@HealthGroup("database")
@ApplicationScoped
class DatabaseHealth implements HealthCheck {
  private static final int PATIENCE_SECONDS = 2;

  private final AgroalDataSource pool;

  DatabaseHealth(AgroalDataSource pool) {
    this.pool = pool;
  }

  @Override
  public HealthCheckResponse call() {
    HealthCheckResponseBuilder check = HealthCheckResponse.named("database");
    try (Connection connection = pool.getConnection()) {
      if (!connection.isValid(PATIENCE_SECONDS)) {
        return check.down().withData("state", "does not respond").build();
      }
      ServerIdentity server = ServerIdentity.of(connection);
      check.up().withData("state", server.standby() ? "standby, read only" : "primary");
      return server.standby()
          ? check.build()
          : check.withData("timeline", Integer.toUnsignedLong(server.timeline())).build();
    } catch (SQLException e) {
      // The message may name hosts and users.
      return check.down().withData("state", "away").build();
    }
  }
}
