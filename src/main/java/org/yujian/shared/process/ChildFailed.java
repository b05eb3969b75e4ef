package org.yujian.shared.process;

/** A child process took more than it may, or ended without a result. */
public final class ChildFailed extends RuntimeException {

  private static final long serialVersionUID = 1L;

  /** What went wrong. */
  public enum Cause {
    /** It took longer than it may. */
    TIME,
    /** It needed more memory than it may. */
    MEMORY,
    /** Its result is longer than it may be. */
    RESULT,
    /** Its JVM or native code crashed, or it was killed. */
    CRASHED,
    /** It ended with another exit code than 0. */
    ENDED,
    /** All slots were taken for minutes, or the operating system refused. */
    NOT_STARTED
  }

  private final Cause reason;

  ChildFailed(Cause reason, String message) {
    super(reason + ": " + message);
    this.reason = reason;
  }

  /** Throws this again if no input would have succeeded. */
  public void throwIfNotStarted() {
    if (reason == Cause.NOT_STARTED) {
      throw this;
    }
  }

  /** Whether the input made the program fail, within its limits. */
  public boolean isCrash() {
    return reason == Cause.ENDED || reason == Cause.CRASHED;
  }

  public Cause reason() {
    return reason;
  }
}
