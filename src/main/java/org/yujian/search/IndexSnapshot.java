package org.yujian.search;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import org.yujian.cache.Dependencies;
import org.yujian.shared.transaction.ReadSnapshot;

/**
 * One moment of the index for all statements of an answer. What is answered while rows wait to be
 * folded is not the whole, and no row of the log will say when it is: nobody keeps such an answer.
 */
@ApplicationScoped
public class IndexSnapshot {

  @Inject ReadSnapshot snapshot;
  @Inject SearchRepository index;
  @Inject Dependencies dependencies;

  /** The first thing in a transaction that reads the index; once begun, nothing happens. */
  public void begin() {
    if (snapshot.begin() && !index.byIndex()) {
      dependencies.uncacheable();
    }
  }
}
