package org.yujian.search.synonym;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.util.UUID;
import org.yujian.auth.Audit;
import org.yujian.auth.AuditEvent;
import org.yujian.auth.Caller;
import org.yujian.change.Change;
import org.yujian.change.ChangeLog;
import org.yujian.change.ChangedThing;
import org.yujian.change.Scope;
import org.yujian.shared.time.DatabaseClock;
import org.yujian.shared.transaction.RetryOnConflict;
import org.yujian.shared.web.IfMatch;

/** Reads and replaces the list of synonyms for the desk. */
@ApplicationScoped
public class SynonymService {

  /** Id of the list in the change log and in the audit. */
  static final UUID ID = UUID.fromString("5e0c4a52-0000-8000-8000-000000000001");

  /** What a response depends on that was made with the list. */
  static final Scope SCOPE = Scope.thing(ID);

  private final SynonymRepository repository;
  private final ChangeLog changeLog;
  private final Audit audit;
  private final DatabaseClock clock;

  SynonymService(
      SynonymRepository repository, ChangeLog changeLog, Audit audit, DatabaseClock clock) {
    this.repository = repository;
    this.changeLog = changeLog;
    this.audit = audit;
    this.clock = clock;
  }

  @Transactional
  public SynonymList read() {
    return repository.read();
  }

  /**
   * Replaces the list.
   *
   * @param expected version that the caller has seen
   * @throws org.yujian.shared.problem.Problem {@code invalid-body}, {@code precondition-failed} or
   *     {@code key-limited}
   */
  @RetryOnConflict
  @Transactional
  public SynonymList change(SynonymSettings settings, long expected, Caller caller) {
    caller.requireUnlimited();
    settings.check();
    SynonymList before = repository.lock(clock.now());
    IfMatch.require(
        expected, before.version(), before.changedAt(), () -> audit.lastBy(ID).orElse(null));
    SynonymList after = before;
    if (!settings.groups().equals(before.groups())) {
      after = new SynonymList(settings.groups(), clock.now(), before.version() + 1);
      repository.store(after);
      changeLog.append(Change.of(ChangedThing.TAG, ID, after.version(), "synonyms"));
    }
    audit.record(caller, new AuditEvent("synonyms.change", "synonyms", ID, null, before, after));
    return after;
  }
}
