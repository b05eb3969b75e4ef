package org.yujian.change;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.transaction.TransactionSynchronizationRegistry;
import jakarta.transaction.Transactional;
import jakarta.transaction.Transactional.TxType;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.UUID;
import org.yujian.shared.time.DatabaseClock;

/**
 * Writes the change log, inside the transaction that changes something public. The order is design
 * L1: lock the aggregate and work, {@link #lock} (flushes first), what needs the order of commits
 * ({@code published_at}), {@link #append}, commit. After {@code lock} wait for nothing.
 */
@ApplicationScoped
public class ChangeLog {

  /** The advisory lock that orders commits; any fixed number, the same on every node. */
  static final long LOG = 0x59554A49414EL;

  private static final String INSERT =
      """
      insert into change (at, type, thing_id, version, parts, account_ids, edition_ids, tags, target_ids)
      values (:at, :type, :thing, :version, :parts, :accounts, :editions, :tags, :targets)
      """;

  @Inject EntityManager entityManager;
  @Inject DatabaseClock clock;
  @Inject TransactionSynchronizationRegistry transaction;
  @Inject Tailer tailer;

  /**
   * Takes the log's lock until the end of the transaction, as a statement of its own: a statement's
   * snapshot is older than a lock that it waits for.
   */
  @Transactional(TxType.MANDATORY)
  public void lock() {
    entityManager.flush();
    entityManager
        .createNativeQuery("select 1 from pg_advisory_xact_lock(:log)")
        .setParameter("log", LOG)
        .getSingleResult();
  }

  /** Appends one row per changed thing, in the order given. Takes the lock when not yet taken. */
  @Transactional(TxType.MANDATORY)
  public void append(List<Change> changes) {
    lock();
    Instant at = clock.now();
    for (Change change : changes) {
      insert(change, at);
    }
    tellAfterCommit();
  }

  /** As {@link #append(List)}. */
  @Transactional(TxType.MANDATORY)
  public void append(Change change) {
    append(List.of(change));
  }

  /** Read your writes (E5): this node knows the rows before anybody is told that they exist. */
  private void tellAfterCommit() {
    if (transaction.getResource(AfterCommit.class) == null) {
      transaction.putResource(AfterCommit.class, true);
      transaction.registerInterposedSynchronization(new AfterCommit(tailer));
    }
  }

  private void insert(Change change, Instant at) {
    entityManager
        .createNativeQuery(INSERT)
        .setParameter("at", at)
        .setParameter("type", change.thing().type)
        .setParameter("thing", change.id())
        .setParameter("version", change.version())
        .setParameter("parts", texts(change.parts()))
        .setParameter("accounts", ids(change.accounts()))
        .setParameter("editions", ids(change.editions()))
        .setParameter("tags", texts(change.tags()))
        .setParameter("targets", ids(change.targets()))
        .executeUpdate();
  }

  private static String[] texts(Collection<String> texts) {
    return texts.stream().sorted().toArray(String[]::new);
  }

  private static UUID[] ids(Collection<UUID> ids) {
    return ids.stream().sorted().toArray(UUID[]::new);
  }
}
