package org.yujian.shared.transaction;

import org.jboss.logging.Logger;

/**
 * Runs scheduled work and survives its failures. Of consecutive failures of one kind only the first
 * is logged: a database that is away would fill the log.
 */
public final class Recurring {

  private final Logger log;
  private final String failed;
  private volatile Class<?> failing;

  public Recurring(Logger log, String failed) {
    this.log = log;
    this.failed = failed;
  }

  /** Runs the work; a failure is logged and not thrown. */
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
