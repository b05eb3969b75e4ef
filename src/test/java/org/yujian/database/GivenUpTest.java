package org.yujian.database;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.agroal.api.AgroalDataSource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import org.junit.jupiter.api.Test;

/** A statement that nobody waits for any more. */
@QuarkusTest
class GivenUpTest {
  private static final String ENDLESS = "select pg_sleep(600) /* given up */";

  @Inject AgroalDataSource database;

  @Test
  void itEndsOnTheServerToo() throws SQLException {
    try (Connection connection = database.getConnection()) {
      connection.setNetworkTimeout(Runnable::run, 300);
      assertThatThrownBy(() -> run(connection)).isInstanceOf(SQLException.class);
    }
    // It looks once a second; this asks until it has seen it end, or the server's own limit.
    try (Connection connection = database.getConnection();
        Statement statement = connection.createStatement()) {
      statement.execute(
          """
          do $$ begin
            while exists (
              select 1 from pg_stat_activity where query like '%given up%'
                and pid <> pg_backend_pid() and clock_timestamp() < now() + interval '20 s') loop
              perform pg_sleep(0.1);
              perform pg_stat_clear_snapshot();
            end loop;
          end $$
          """);
      try (ResultSet left =
          statement.executeQuery(
              """
              select count(*) from pg_stat_activity where query like '%given ' || 'up%'
                and state = 'active' and pid <> pg_backend_pid()
              """)) {
        left.next();
        assertThat(left.getInt(1)).isZero();
      }
    }
  }

  private static void run(Connection connection) throws SQLException {
    try (Statement statement = connection.createStatement()) {
      statement.execute(ENDLESS);
    }
  }
}
