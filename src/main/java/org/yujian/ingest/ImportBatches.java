package org.yujian.ingest;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.transaction.Transactional;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.hibernate.id.uuid.UuidVersion7Strategy;
import org.yujian.auth.Audit;
import org.yujian.auth.AuditEvent;
import org.yujian.auth.Caller;
import org.yujian.shared.time.DatabaseClock;

/** Queues documents for {@link ImportWorker} and reads what became of them. */
@ApplicationScoped
public class ImportBatches {

  /** Maximum number of documents of an account, or of a key that names none, that may wait. */
  static final int MAX_WAITING = 200;

  private final ImportWorkRepository work;
  private final ImportAccounts accounts;
  private final Audit audit;
  private final DatabaseClock clock;
  private final Event<ImportBatch> queued;

  ImportBatches(
      ImportWorkRepository work,
      ImportAccounts accounts,
      Audit audit,
      DatabaseClock clock,
      Event<ImportBatch> queued) {
    this.work = work;
    this.accounts = accounts;
    this.audit = audit;
    this.clock = clock;
    this.queued = queued;
  }

  /**
   * Stores the documents of one request, which have the same options. Refuses at once what no
   * document could pass: a missing scope and an unknown account.
   */
  @Transactional
  ImportBatch enqueue(List<ImportRequest> documents, Caller caller) {
    ImportRequest first = documents.get(0);
    ImportService.requireScopes(first, caller);
    Optional<UUID> account = accounts.requested(first.account(), caller);
    UUID lane = account.orElse(caller.keyId());
    if (work.pending(lane) + documents.size() > MAX_WAITING) {
      throw ImportProblems.tooManyWaiting(MAX_WAITING);
    }
    UUID id = UuidVersion7Strategy.INSTANCE.generateUuid(null);
    Instant now = clock.now();
    ImportWorkRepository.Place place = new ImportWorkRepository.Place(id, lane, caller, now);
    for (int i = 0; i < documents.size(); i++) {
      work.add(place, i + 1, documents.get(i));
    }
    List<ImportBatch.Item> items =
        documents.stream().map(document -> ImportBatch.Item.waiting(document.fileName())).toList();
    ImportBatch batch = ImportBatch.of(id, now, caller.name(), items);
    audit.record(
        caller,
        new AuditEvent("importBatch.create", "importBatch", id, account.orElse(null), null, batch));
    queued.fire(batch);
    return batch;
  }

  /**
   * A batch; 404 when it is unknown, or another key made it and the caller's key is limited,
   * because its documents may concern any account.
   *
   * @param language language of the problems: {@code en} or {@code zh}
   */
  public ImportBatch read(UUID id, Caller caller, String language) {
    Optional<UUID> onlyOf = caller.unlimited() ? Optional.empty() : Optional.of(caller.keyId());
    return work.batch(id, onlyOf, language).orElseThrow(() -> ImportProblems.batchNotFound(id));
  }
}
