package org.yujian.backup;

/**
 * A backup could not be made, is no good, or could not be restored. The message has one or two
 * lines for the operator.
 */
public final class BackupFailure extends RuntimeException {
  private static final long serialVersionUID = 1L;

  BackupFailure(String message) {
    super(message);
  }

  BackupFailure(String message, Throwable cause) {
    super(message, cause);
  }
}
