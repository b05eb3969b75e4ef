package org.yujian.database;

import static org.assertj.core.api.Assertions.assertThat;

import io.agroal.api.AgroalDataSource;
import io.quarkus.test.common.TestResourceScope;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.yujian.shared.settings.Settings;
import org.yujian.testing.PostgresResource;

/** Limits of database connections: none while the program starts, then those of requests. */
@QuarkusTest
@WithTestResource(value = PostgresResource.class, scope = TestResourceScope.GLOBAL)
class SilenceLimitTest {
  private static final List<String> LIMITS =
      List.of("lock_timeout", "idle_in_transaction_session_timeout");

  @Inject AgroalDataSource database;
  @Inject Settings settings;

  @Test
  void aConnectionOfTheStartHasNoLimitsUntilTheStartIsOver() throws SQLException {
    SilenceLimit limit = new SilenceLimit(settings);
    try (Connection connection = database.getConnection()) {
      execute(connection, "set lock_timeout = 0; set idle_in_transaction_session_timeout = 0");
      limit.onConnectionCreate(connection);
      limit.onConnectionAcquire(connection);
      assertThat(limits(connection)).containsExactly("0", "0");
      assertThat(connection.getNetworkTimeout()).isZero();

      limit.begin();
      assertThat(limits(connection)).containsExactly("0", "0");
      limit.onConnectionAcquire(connection);
      assertThat(limits(connection)).containsExactly("5s", "10s");
      assertThat(connection.getNetworkTimeout()).isEqualTo(settings.databaseTimeout().toMillis());

      // Once in the life of a connection: no round trip each time.
      execute(connection, "set lock_timeout = '7s'");
      limit.onConnectionAcquire(connection);
      assertThat(limits(connection)).containsExactly("7s", "10s");
      execute(connection, "set lock_timeout = '5s'");
    }
  }

  @Test
  void aLaterConnectionHasThemAtOnce() throws SQLException {
    SilenceLimit limit = new SilenceLimit(settings);
    limit.begin();
    try (Connection connection = database.getConnection()) {
      execute(connection, "set lock_timeout = 0; set idle_in_transaction_session_timeout = 0");
      limit.onConnectionCreate(connection);
      assertThat(limits(connection)).containsExactly("5s", "10s");
    }
  }

  @Test
  void afterTheStartARequestWaitsForAConnectionAsLongAsTheSettingSays() {
    Duration wait = database.getConfiguration().connectionPoolConfiguration().acquisitionTimeout();
    assertThat(wait).isEqualTo(settings.connectionTimeout());
  }

  private static List<String> limits(Connection connection) throws SQLException {
    return List.of(show(connection, LIMITS.get(0)), show(connection, LIMITS.get(1)));
  }

  private static String show(Connection connection, String name) throws SQLException {
    try (Statement statement = connection.createStatement();
        ResultSet value = statement.executeQuery("show " + name)) {
      value.next();
      return value.getString(1);
    }
  }

  private static void execute(Connection connection, String sql) throws SQLException {
    try (Statement statement = connection.createStatement()) {
      statement.execute(sql);
    }
  }
}
