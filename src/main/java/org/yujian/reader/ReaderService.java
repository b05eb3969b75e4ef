package org.yujian.reader;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.util.List;
import org.yujian.shared.time.DatabaseClock;
import org.yujian.shared.transaction.TriedOnceMore;

/** Readers: two becoming one, and leaving. */
@ApplicationScoped
class ReaderService {

  private static final int JOIN_GROUPS = 2;

  @Inject ReaderRepository readers;
  @Inject DeviceRepository devices;
  @Inject ReaderChanges changes;
  @Inject Attempts attempts;
  @Inject DatabaseClock clock;
  @Inject Event<ReadersJoining> joining;
  @Inject Event<ReaderLeaving> leaving;

  @Transactional
  ReaderView read(ReaderIdentity who) {
    return ReaderView.of(
        readers.findByIdOptional(who.key()).orElseThrow(ReaderProblems::ended), who);
  }

  /** A code for another device of the same person. */
  @TriedOnceMore
  @Transactional
  IssuedJoinCode issueJoinCode(ReaderIdentity who) {
    String code = SpokenCode.random(JOIN_GROUPS);
    JoinCode stored = new JoinCode(SpokenCode.sha256(code), changes.lock(who), clock.now());
    readers.persist(stored);
    return new IssuedJoinCode(code, stored.expiresAt);
  }

  /**
   * Makes the asking device's reader one with the code's: follows and marks of both, devices of
   * both. Asked again by the same device, the answer is the same.
   */
  @TriedOnceMore
  @Transactional
  ReaderView join(String typed, ReaderIdentity who) {
    attempts.requireFewWrong(Attempts.device(who.device()));
    JoinCode code =
        readers
            .join(SpokenCode.sha256(typed))
            .filter(found -> found.openTo(who.device(), clock.now()))
            .orElseThrow(() -> wrong(who));
    long own = readers.keyOf(who.device()).orElseThrow(ReaderProblems::ended);
    if (own != code.readerKey) {
      merge(own, code, who);
    } else if (code.usedBy == null) {
      throw ReaderProblems.joinCodeOwn();
    }
    return ReaderView.of(readers.findById(code.readerKey), who);
  }

  private RuntimeException wrong(ReaderIdentity who) {
    attempts.wrongCode(Attempts.device(who.device()));
    return ReaderProblems.joinCodeUnknown();
  }

  /** Locks both in the order of keys: two who join each other at once do not block each other. */
  private void merge(long own, JoinCode code, ReaderIdentity who) {
    long into = code.readerKey;
    boolean both = readers.lock(List.of(own, into)).size() == 2;
    if (!both || !readers.useJoin(code.sha256, who.device())) {
      // One of them was joined or has left, or the code was used, while this waited.
      throw ReaderProblems.joinCodeUnknown();
    }
    joining.fire(new ReadersJoining(own, into));
    devices.move(own, into);
    readers.moveRecovery(own, into);
    readers.flush();
    readers.remove(own);
  }

  /** Removes the reader with everything personal, at once; counts stay. */
  @TriedOnceMore
  @Transactional
  void leave(ReaderIdentity who) {
    remove(changes.lock(who));
  }

  /** As {@link #leave} for somebody whom no device has any more. */
  @Transactional
  void removeAbandoned(long key) {
    if (!readers.lock(List.of(key)).isEmpty()) {
      remove(key);
    }
  }

  private void remove(long key) {
    leaving.fire(new ReaderLeaving(key));
    readers.flush();
    readers.remove(key);
  }
}
