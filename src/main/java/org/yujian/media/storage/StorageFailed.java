package org.yujian.media.storage;

/**
 * A file could not be stored, read, deleted or listed. Nothing was changed; the same call may
 * succeed later.
 */
public final class StorageFailed extends RuntimeException {
  private static final long serialVersionUID = 1L;

  /** Why it failed, as callers distinguish it. */
  public enum Reason {
    /** No space is left: 507. */
    FULL,
    /** The storage cannot be reached, read or written: 503. */
    UNAVAILABLE,
    /** The file is not the one that was stored: 503, until it is stored again. */
    DAMAGED
  }

  private final Reason reason;

  /**
   * @param message for operators; users get a text of the caller
   */
  StorageFailed(Reason reason, String message, Throwable cause) {
    super(message, cause);
    this.reason = reason;
  }

  public Reason reason() {
    return reason;
  }
}
