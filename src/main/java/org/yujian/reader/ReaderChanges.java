package org.yujian.reader;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import jakarta.transaction.Transactional.TxType;
import java.util.Collection;
import java.util.Optional;

/** Locks readers and numbers changes of their data. A reader's key is an internal number. */
@ApplicationScoped
public class ReaderChanges {

  private static final int TRIES = 3;

  private final ReaderRepository readers;

  ReaderChanges(ReaderRepository readers) {
    this.readers = readers;
  }

  /**
   * Locks the reader of a device until the end of the transaction. Returns the reader's key, which
   * differs from the caller's if the reader was joined with another one in the meantime.
   *
   * @throws org.yujian.shared.problem.Problem {@code unauthorized} when the device has been ended
   */
  @Transactional(TxType.MANDATORY)
  public long lock(ReaderIdentity who) {
    for (int i = 0; i < TRIES; i++) {
      Optional<Long> key = readers.lockOf(who.device());
      if (key.isPresent()) {
        return key.get();
      }
    }
    throw ReaderProblems.ended();
  }

  /**
   * Locks the reader like {@link #lock(ReaderIdentity)}, and keeps other transactions from ending
   * the device until this one ends.
   *
   * @throws org.yujian.shared.problem.Problem {@code unauthorized} when the device has been ended
   */
  long lockWithDevice(ReaderIdentity who) {
    for (int i = 0; i < TRIES; i++) {
      Optional<Long> key = readers.lockOf(who.device());
      // The device may have been ended while this transaction waited for the reader's lock.
      if (key.isPresent() && readers.keepDevice(who.device()).equals(key)) {
        return key.get();
      }
    }
    throw ReaderProblems.ended();
  }

  /** Locks readers in the order of keys until the transaction ends; deleted ones are left out. */
  @Transactional(TxType.MANDATORY)
  public void lock(Collection<Long> keys) {
    readers.lock(keys);
  }

  /** Locks the reader and returns the number for the next change. */
  @Transactional(TxType.MANDATORY)
  public long next(long key) {
    return before(key, 1) + 1;
  }

  /** Reserves numbers for several changes; returns the number before the first reserved one. */
  @Transactional(TxType.MANDATORY)
  public long before(long key, int changes) {
    return readers.advance(key, changes).orElseThrow(ReaderProblems::ended) - changes;
  }

  @Transactional(TxType.MANDATORY)
  public long last(long key) {
    return readers.last(key).orElseThrow(ReaderProblems::ended);
  }
}
