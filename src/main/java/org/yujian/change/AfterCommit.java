package org.yujian.change;

import jakarta.transaction.Status;
import jakarta.transaction.Synchronization;

/** Once per transaction that wrote to the log. Nothing here can fail it any more. */
record AfterCommit(Tailer tailer) implements Synchronization {

  @Override
  public void beforeCompletion() {
    // What is not committed is nobody's business.
  }

  @Override
  public void afterCompletion(int status) {
    if (status == Status.STATUS_COMMITTED) {
      tailer.wrote();
    }
  }
}
