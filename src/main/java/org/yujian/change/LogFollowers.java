package org.yujian.change;

import jakarta.enterprise.context.ApplicationScoped;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.yujian.shared.page.Sql;

/** Makes the {@link LogFollower} of each consumer that stores how far it has read. */
@ApplicationScoped
public class LogFollowers {

  private final LogPages log;
  private final Tailer tailer;
  private final Sql sql;
  private final boolean scheduled;
  private final boolean serving;

  LogFollowers(
      LogPages log,
      Tailer tailer,
      Sql sql,
      @ConfigProperty(name = "quarkus.scheduler.enabled", defaultValue = "true") boolean scheduled,
      @ConfigProperty(name = "quarkus.http.host-enabled", defaultValue = "true") boolean serving) {
    this.log = log;
    this.tailer = tailer;
    this.sql = sql;
    this.scheduled = scheduled;
    // A command-line run ends soon.
    this.serving = serving;
  }

  /**
   * @param table table of the position: one row at most, with the text column {@code token}
   * @param name name of the consumer, checked with each token
   */
  public LogFollower of(String table, String name, LogFollower.Work work) {
    return new LogFollower(
        new LogFollower.Source(log, tailer, sql, scheduled, serving), table, name, work);
  }
}
