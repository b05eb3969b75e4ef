package org.yujian.shared.time;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import org.yujian.shared.page.Sql;

/** The clock that all nodes share, for all stored times; whole microseconds. Tests step it. */
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

  /** Lets this node's view of the clock run ahead of (or behind) the server's; zero resets it. */
  public void stepTo(Duration ahead) {
    this.ahead = ahead;
  }
}
