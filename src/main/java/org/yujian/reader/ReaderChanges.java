package org.yujian.reader;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import jakarta.transaction.Transactional.TxType;
import java.util.Collection;
import java.util.Optional;

/** How other packages change something of a reader: locked, and counted in the order of commits. */
@ApplicationScoped
public class ReaderChanges {

  private static final int TRIES = 3;

  @Inject ReaderRepository readers;

  /**
   * Locks the reader of a device until the end of the transaction and gives its key, which is
   * another one than the caller's when the reader was joined with another meanwhile.
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
   * As {@link #lock(ReaderIdentity)}, and until the end of the transaction nobody can end the
   * device either.
   *
   * @throws org.yujian.shared.problem.Problem {@code unauthorized} when the device has been ended
   */
  long lockWithDevice(ReaderIdentity who) {
    for (int i = 0; i < TRIES; i++) {
      Optional<Long> key = readers.lockOf(who.device());
      // Read again: the device may have been ended while this waited for the reader's lock.
      if (key.isPresent() && readers.keepDevice(who.device()).equals(key)) {
        return key.get();
      }
    }
    throw ReaderProblems.ended();
  }

  /**
   * Locks readers by their keys, in the order of these, until the end of the transaction; for what
   * changes several at once. Those who are gone are left out.
   */
  @Transactional(TxType.MANDATORY)
  public void lock(Collection<Long> keys) {
    readers.lock(keys);
  }

  /** The number of the reader's next change; locks the reader. */
  @Transactional(TxType.MANDATORY)
  public long next(long key) {
    return before(key, 1) + 1;
  }

  /** As {@link #next} for several changes at once: the number after which theirs come. */
  @Transactional(TxType.MANDATORY)
  public long before(long key, int changes) {
    return readers.advance(key, changes).orElseThrow(ReaderProblems::ended) - changes;
  }

  /** The number of the reader's last change; 0 before the first. */
  @Transactional(TxType.MANDATORY)
  public long last(long key) {
    return readers.last(key).orElseThrow(ReaderProblems::ended);
  }
}
