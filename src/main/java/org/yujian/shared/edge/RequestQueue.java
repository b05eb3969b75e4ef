package org.yujian.shared.edge;

import java.util.concurrent.Executor;

/** Runs one kind of requests on worker threads, and says when too many wait. */
interface RequestQueue extends Executor {
  /** Number of requests that wait. */
  int length();

  /** Whether the queue is full; the caller then refuses the request. */
  boolean full();

  /** Starts what may start beside long-running requests. */
  void look();
}
