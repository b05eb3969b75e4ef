package org.yujian.reader;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.transaction.Transactional;
import java.util.List;
import org.yujian.shared.time.DatabaseClock;
import org.yujian.shared.transaction.RetryOnConflict;

/** Joins two readers into one, and deletes readers. */
@ApplicationScoped
class ReaderService {

  private static final int JOIN_GROUPS = 2;

  private final ReaderRepository readers;
  private final DeviceRepository devices;
  private final ReaderChanges changes;
  private final Attempts attempts;
  private final DatabaseClock clock;
  private final Event<ReadersJoining> joining;
  private final Event<ReaderLeaving> leaving;

  ReaderService(
      ReaderRepository readers,
      DeviceRepository devices,
      ReaderChanges changes,
      Attempts attempts,
      DatabaseClock clock,
      Event<ReadersJoining> joining,
      Event<ReaderLeaving> leaving) {
    this.readers = readers;
    this.devices = devices;
    this.changes = changes;
    this.attempts = attempts;
    this.clock = clock;
    this.joining = joining;
    this.leaving = leaving;
  }

  @Transactional
  ReaderView read(ReaderIdentity who) {
    return ReaderView.of(
        readers.findByIdOptional(who.key()).orElseThrow(ReaderProblems::ended), who);
  }

  @RetryOnConflict
  @Transactional
  IssuedJoinCode issueJoinCode(ReaderIdentity who) {
    String code = SpokenCode.random(JOIN_GROUPS);
    long key = changes.lockWithDevice(who);
    JoinCode stored = new JoinCode(SpokenCode.sha256(code), key, who.device(), clock.now());
    readers.persist(stored);
    return new IssuedJoinCode(code, stored.expiresAt);
  }

  /**
   * Joins the requesting device's reader with the reader of the code; the result has the follows,
   * read marks and devices of both. A repeated request of the device gets the same response.
   */
  @RetryOnConflict
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
    return ReaderView.of(readers.refreshed(code.readerKey), who);
  }

  private RuntimeException wrong(ReaderIdentity who) {
    attempts.wrongCode(Attempts.device(who.device()));
    return ReaderProblems.joinCodeUnknown();
  }

  /** Locks in the order of keys, so that two readers joining each other cannot deadlock. */
  private void merge(long own, JoinCode code, ReaderIdentity who) {
    long into = code.readerKey;
    List<Reader> locked = readers.lock(List.of(own, into));
    long now = readers.keepDevice(who.device()).orElseThrow(ReaderProblems::ended);
    if (locked.size() < 2 || now != own || !readers.useJoin(code, who.device())) {
      // During the wait, a reader was joined or deleted, or the code was used or ended.
      throw ReaderProblems.joinCodeUnknown();
    }
    joining.fire(new ReadersJoining(own, into));
    readers.nameMakers(List.of(own, into));
    devices.move(own, into);
    readers.moveRecovery(own, into);
    if (locked.stream().anyMatch(reader -> reader.recoveryCodeDue)) {
      readers.setRecoveryCodeDue(into, true);
    }
    readers.flush();
    readers.remove(own);
  }

  /** Deletes the reader and all personal data; reports keep their rows. */
  @RetryOnConflict
  @Transactional
  void leave(ReaderIdentity who) {
    remove(changes.lockWithDevice(who));
  }

  @Transactional
  void removeAbandoned(long key) {
    // The reader may have got a device through a recovery code since the query.
    if (!readers.lock(List.of(key)).isEmpty() && devices.countOf(key) == 0) {
      remove(key);
    }
  }

  private void remove(long key) {
    leaving.fire(new ReaderLeaving(key));
    readers.flush();
    readers.remove(key);
  }
}
