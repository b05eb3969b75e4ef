package org.yujian.shared.transaction;

import org.jboss.logging.Logger;

/**
 * Work that comes again by the clock and is tried on whatever happens. Of several failures of one
 * kind in a row the first is logged: a database that is away would fill the log.
 */
public final class Recurring {

  private final Logger log;
  private final String failed;
  private volatile Class<?> failing;

  /**
   * @param failed what to log
   */
  public Recurring(Logger log, String failed) {
    this.log = log;
    this.failed = failed;
  }

  /** Never fails. */
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
