package org.yujian.change;

import jakarta.transaction.Status;
import jakarta.transaction.Synchronization;

/** Makes the {@link Tailer} read the log once a transaction with new rows has committed. */
record AfterCommit(Tailer tailer) implements Synchronization {

  @Override
  public void beforeCompletion() {}

  @Override
  public void afterCompletion(int status) {
    if (status == Status.STATUS_COMMITTED) {
      tailer.wrote();
    }
  }
}
