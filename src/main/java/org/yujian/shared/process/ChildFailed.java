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
    /** It ended with another exit code than 0, or could not be started. */
    ENDED
  }

  private final Cause reason;

  ChildFailed(Cause reason, String message) {
    super(reason + ": " + message);
    this.reason = reason;
  }

  public Cause reason() {
    return reason;
  }
}
