package org.yujian.search;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import jakarta.transaction.Transactional.TxType;

/** Tells the search engine's index on every node that words must leave the disk. */
@ApplicationScoped
public class PurgedWords {

  private final PurgeRepository purges;

  PurgedWords(PurgeRepository purges) {
    this.purges = purges;
  }

  /**
   * Call in the transaction that purges an article. It was withdrawn before, so nobody finds it; a
   * minute after the commit each node begins to remove its words from its files.
   */
  @Transactional(TxType.MANDATORY)
  public void add() {
    purges.add();
  }
}
