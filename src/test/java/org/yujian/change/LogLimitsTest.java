package org.yujian.change;

import static org.assertj.core.api.Assertions.assertThat;

import io.agroal.api.AgroalDataSource;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.RestAssured;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import java.net.URI;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import org.junit.jupiter.api.Test;
import org.yujian.testing.DeskTest;

/** Who stops on the log's path is told off in time, and an operator sees him. */
@QuarkusTest
class LogLimitsTest extends DeskTest {
  @Inject AgroalDataSource database;

  @TestHTTPResource(value = "/metrics", management = true)
  URI metrics;

  @Test
  void whoHoldsTheLockIsSeenRefusesOthersAndIsEnded() throws SQLException {
    try (Connection holder = database.getConnection();
        Statement statement = holder.createStatement()) {
      holder.setAutoCommit(false);
      long began = System.nanoTime();
      statement.execute("select 1 from pg_advisory_xact_lock(" + ChangeLog.LOG + ")");
      Response refused = desk().body("{\"slug\": \"x\", \"name\": \"x\"}").post("/v1/desk/tags");
      problem(refused, 503, "service-unavailable");
      assertThat(Integer.parseInt(refused.header("Retry-After"))).isPositive();
      assertThat(seconds(began)).isBetween(4L, 9L);
      assertThat(gauge("yujian_log_lock_age")).isGreaterThan(4);
      // Idle in its transaction for ten seconds: the server ends it, and the log is free again.
      while (tables().number("select count(*) from pg_locks where locktype = 'advisory'") > 0) {
        assertThat(seconds(began)).isLessThan(15);
        LockSupport.parkNanos(TimeUnit.MILLISECONDS.toNanos(50));
      }
      tag("x");
    } catch (SQLException ended) {
      assertThat(ended.getMessage()).contains("connection");
    }
    assertThat(tags()).isEqualTo(1);
  }

  /**
   * Who ended is back in the pool, which looks at connections that have rested for half a second:
   * one who comes sooner may be told to come again (503), and then it is thrown away.
   */
  private long tags() {
    try {
      return count("tag");
    } catch (AssertionError ended) {
      assertThat(ended.getCause()).hasMessageContaining("connection");
      return count("tag");
    }
  }

  @Test
  void gaugesTellHowFarTheLogIsRead() {
    tag("x");
    tag("y");
    tables().run("analyze change");
    assertThat(gauge("yujian_log_tailer_age")).isLessThan(1);
    assertThat(gauge("yujian_log_horizon")).isNotNegative();
    assertThat(gauge("yujian_log_tailer_behind")).isNotNegative();
    assertThat(gauge("yujian_log_newest")).isPositive();
    assertThat(gauge("yujian_log_rows")).isNotNegative();
  }

  private double gauge(String name) {
    String all = RestAssured.given().noFilters().get(metrics).asString();
    List<String> lines = all.lines().filter(line -> line.startsWith(name + " ")).toList();
    assertThat(lines).as(all).hasSize(1);
    return Double.parseDouble(lines.get(0).split(" ")[1]);
  }

  private static long seconds(long since) {
    return TimeUnit.NANOSECONDS.toSeconds(System.nanoTime() - since);
  }
}
