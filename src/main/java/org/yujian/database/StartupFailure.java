package org.yujian.database;

/**
 * The program cannot start for a reason that its operator can fix. The message is shown without a
 * stack trace; the exit code is {@link #EXIT_CODE}.
 */
public final class StartupFailure extends RuntimeException {
  private static final long serialVersionUID = 1L;

  public static final int EXIT_CODE = 2;

  /**
   * @param message what is wrong and what to do, in one or two lines
   */
  public StartupFailure(String message) {
    super(message);
  }
}
