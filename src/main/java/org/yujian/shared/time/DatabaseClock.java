package org.yujian.shared.time;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import org.yujian.shared.page.Sql;

/** The clock of all stored times, the same on all nodes; whole microseconds. */
@ApplicationScoped
public class DatabaseClock {

  private final Sql sql;

  private volatile Duration ahead = Duration.ZERO;

  DatabaseClock(Sql sql) {
    this.sql = sql;
  }

  /** The time of the call, not of the transaction's start. */
  public Instant now() {
    Instant now =
        sql.query("select clock_timestamp()", row -> row.instant(1)).first().orElseThrow();
    return now.plus(ahead).truncatedTo(ChronoUnit.MICROS);
  }

  /** Moves this node's clock ahead of (or behind) the database; zero resets it. For tests. */
  public void stepTo(Duration ahead) {
    this.ahead = ahead;
  }
}
