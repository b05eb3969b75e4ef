package org.yujian.search;

import jakarta.enterprise.context.ApplicationScoped;
import org.yujian.cache.Dependencies;
import org.yujian.shared.transaction.ReadSnapshot;

/**
 * One moment of the database for all statements of an answer. What is answered while names wait to
 * be folded is not the whole, and no row of the log will say when it is: nobody keeps such an
 * answer.
 */
@ApplicationScoped
class SearchSnapshot {

  private final ReadSnapshot snapshot;
  private final NameRepository names;
  private final Dependencies dependencies;

  SearchSnapshot(ReadSnapshot snapshot, NameRepository names, Dependencies dependencies) {
    this.snapshot = snapshot;
    this.names = names;
    this.dependencies = dependencies;
  }

  /** The first thing in a transaction that searches; once begun, nothing happens. */
  void begin() {
    if (snapshot.begin() && !names.begin()) {
      dependencies.uncacheable();
    }
  }
}
