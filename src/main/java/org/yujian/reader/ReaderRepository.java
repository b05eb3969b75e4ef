package org.yujian.reader;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.LockModeType;
import jakarta.persistence.Tuple;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.hibernate.Session;

/** All query text about readers and their codes. */
@ApplicationScoped
class ReaderRepository implements PanacheRepositoryBase<Reader, Long> {

  /** The key of a device's reader, locked; empty also when the two were parted while waiting. */
  Optional<Long> lockOf(UUID device) {
    return session()
        .createNativeQuery(
            """
            select key from reader
            where key = (select reader_key from device where id = :device) for update
            """,
            Tuple.class)
        .setParameter("device", device)
        .getResultStream()
        .map(row -> row.get(0, Long.class))
        .findFirst();
  }

  /** Locked, in the order of keys. */
  List<Reader> lock(Collection<Long> keys) {
    return find("key in ?1 order by key", keys).withLock(LockModeType.PESSIMISTIC_WRITE).list();
  }

  Optional<Long> advance(long key, int changes) {
    return session()
        .createNativeQuery(
            "update reader set seq = seq + :changes where key = :key returning seq", Tuple.class)
        // What the caller is about to number is written afterwards, once.
        .addSynchronizedEntityClass(Reader.class)
        .setParameter("key", key)
        .setParameter("changes", changes)
        .getResultStream()
        .map(row -> row.get(0, Long.class))
        .findFirst();
  }

  Optional<Long> last(long key) {
    return getEntityManager()
        .createQuery("select r.seq from Reader r where r.key = :key", Long.class)
        .setParameter("key", key)
        .getResultStream()
        .findFirst();
  }

  Optional<Long> keyOf(UUID device) {
    return getEntityManager()
        .createQuery("select d.readerKey from Device d where d.id = :device", Long.class)
        .setParameter("device", device)
        .getResultStream()
        .findFirst();
  }

  /** As {@link #keyOf}, and nobody can end the device before the end of the transaction. */
  Optional<Long> keepDevice(UUID device) {
    return session()
        .createNativeQuery(
            "select reader_key from device where id = :device for key share", Tuple.class)
        .setParameter("device", device)
        .getResultStream()
        .map(row -> row.get(0, Long.class))
        .findFirst();
  }

  /** The reader as the database has it now, after statements. */
  Reader refreshed(long key) {
    Reader reader = findById(key);
    getEntityManager().refresh(reader);
    return reader;
  }

  /**
   * The reader that a recovery code opens, locked until the end of the transaction: nobody can end
   * or replace the code meanwhile.
   */
  Optional<Reader> lockOfRecovery(String sha256) {
    Optional<Long> key = keyOfRecovery(sha256);
    while (key.isPresent()) {
      List<Reader> locked = lock(List.of(key.get()));
      // Read again: the code may have ended, or moved with its reader, while this waited.
      Optional<Long> now = keyOfRecovery(sha256);
      if (!locked.isEmpty() && now.equals(key)) {
        return Optional.of(locked.get(0));
      }
      key = now;
    }
    return Optional.empty();
  }

  /** As a query, never from memory: it is asked twice in a transaction. */
  private Optional<Long> keyOfRecovery(String sha256) {
    return getEntityManager()
        .createQuery("select c.readerKey from RecoveryCode c where c.sha256 = :sha256", Long.class)
        .setParameter("sha256", sha256)
        .getResultStream()
        .findFirst();
  }

  void persist(RecoveryCode code) {
    getEntityManager().persist(code);
  }

  void deleteRecovery(long key) {
    getEntityManager()
        .createQuery("delete from RecoveryCode where readerKey = :key")
        .setParameter("key", key)
        .executeUpdate();
  }

  /**
   * Ends the recovery codes that a device made. Its join codes end with its row.
   *
   * @return whether there was one
   */
  boolean endRecovery(long key, UUID device) {
    return getEntityManager()
            .createQuery("delete from RecoveryCode where readerKey = :key and deviceId = :device")
            .setParameter("key", key)
            .setParameter("device", device)
            .executeUpdate()
        > 0;
  }

  /** Codes of a release before 0.6 count as made by the reader's first device. */
  void nameMakers(Collection<Long> keys) {
    for (String table : List.of("recovery_code", "join_code")) {
      session()
          .createNativeMutationQuery(
              """
              update %s c set device_id = (select d.id from device d
                where d.reader_key = c.reader_key order by d.created_at, d.id limit 1)
              where c.reader_key in (:keys) and c.device_id is null
              """
                  .formatted(table))
          .setParameter("keys", keys)
          .executeUpdate();
    }
  }

  void setRecoveryCodeDue(long key, boolean due) {
    update("recoveryCodeDue = ?1 where key = ?2", due, key);
  }

  void moveRecovery(long from, long into) {
    getEntityManager()
        .createQuery("update RecoveryCode set readerKey = :into where readerKey = :from")
        .setParameter("from", from)
        .setParameter("into", into)
        .executeUpdate();
  }

  void persist(JoinCode code) {
    getEntityManager().persist(code);
  }

  Optional<JoinCode> join(String sha256) {
    return Optional.ofNullable(getEntityManager().find(JoinCode.class, sha256));
  }

  /** False when another device was first, or the code has ended. */
  boolean useJoin(JoinCode code, UUID device) {
    return getEntityManager()
            .createQuery(
                """
                update JoinCode set usedBy = :device
                where sha256 = :sha256 and readerKey = :key and usedBy is null
                """)
            .setParameter("device", device)
            .setParameter("sha256", code.sha256)
            .setParameter("key", code.readerKey)
            .executeUpdate()
        == 1;
  }

  /** Those whom no device has any more, unused since then or never used at all. */
  List<Long> abandoned(Instant asleepSince, Instant unusedSince, int atMost) {
    return getEntityManager()
        .createQuery(
            """
            select r.key from Reader r
            where (r.lastUsedAt < :asleep or (r.lastUsedAt = r.createdAt and r.createdAt < :unused))
              and not exists (select 1 from Device d where d.readerKey = r.key)
            """,
            Long.class)
        .setParameter("asleep", asleepSince)
        .setParameter("unused", unusedSince)
        .setMaxResults(atMost)
        .getResultList();
  }

  private Session session() {
    return getEntityManager().unwrap(Session.class);
  }

  /** As a statement, so that what refers to the reader goes in the database. */
  void remove(long key) {
    delete("key", key);
  }
}
