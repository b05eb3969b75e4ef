package org.yujian.shared.order;

/**
 * Order numbers of the observers of {@code StartupEvent}, which run from the lowest number to the
 * highest, before the port opens. No other class defines such a number.
 *
 * <pre>
 * CHECKS              settings and storage that can refuse the start, while nothing runs yet
 * ADMIN_KEY           an admin key exists
 * CHANGE_LOG          the node follows the change log
 * NAME_KEYS           names are compared by this release's rules
 * SAMPLE              the sample is loaded
 * (without a number)  gauges, live hints, leftover uploads; in any order
 * SCHEDULED_WORK      work by the clock begins, after all that can refuse the start
 * DATABASE_LIMITS     the limits for requests replace the generous ones for the start
 * </pre>
 */
public final class StartupOrder {

  public static final int CHECKS = 5;

  public static final int ADMIN_KEY = 10;

  public static final int CHANGE_LOG = 20;

  /** Before the first new account, which might look the same as an older one. */
  public static final int NAME_KEYS = 30;

  public static final int SAMPLE = 40;

  public static final int SCHEDULED_WORK = Integer.MAX_VALUE - 1;

  public static final int DATABASE_LIMITS = Integer.MAX_VALUE;

  private StartupOrder() {}
}
