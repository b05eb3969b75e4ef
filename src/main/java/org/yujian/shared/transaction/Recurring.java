package org.yujian.shared.transaction;

import org.jboss.logging.Logger;

/**
 * Runs scheduled work and survives failures. Logs only the first of consecutive failures of one
 * kind, because a database that is away would fill the log.
 */
public final class Recurring {

  private final Logger log;
  private final String failed;
  private volatile Class<?> failing;

  public Recurring(Logger log, String failed) {
    this.log = log;
    this.failed = failed;
  }

  public void run(Runnable work) {
    try {
      work.run();
      failing = null;
    } catch (RuntimeException failure) {
      if (failure.getClass() != failing) {
        log.warn(failed, failure);
      }
      failing = failure.getClass();
    }
  }
}
