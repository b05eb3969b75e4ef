package org.yujian.reader;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.LockModeType;
import jakarta.persistence.Tuple;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import org.hibernate.Session;

/** Queries for readers and their codes. */
@ApplicationScoped
class ReaderRepository implements PanacheRepositoryBase<Reader, Long> {

  /** Locks a device's reader; empty also when the device left that reader during the wait. */
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

  /** Locks readers in the order of their keys. */
  List<Reader> lock(Collection<Long> keys) {
    return find("key in ?1 order by key", keys).withLock(LockModeType.PESSIMISTIC_WRITE).list();
  }

  Optional<Long> advance(long key, int changes) {
    return session()
        .createNativeQuery(
            "update reader set seq = seq + :changes where key = :key returning seq", Tuple.class)
        // Avoids a flush before this statement: the caller numbers its changes first and flushes
        // once.
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

  /** Reads the reader of a device and prevents ending the device until the transaction ends. */
  Optional<Long> keepDevice(UUID device) {
    return session()
        .createNativeQuery(
            "select reader_key from device where id = :device for key share", Tuple.class)
        .setParameter("device", device)
        .getResultStream()
        .map(row -> row.get(0, Long.class))
        .findFirst();
  }

  /** The reader with the values that statements have written. */
  Reader refreshed(long key) {
    Reader reader = findById(key);
    getEntityManager().refresh(reader);
    return reader;
  }

  /** Locks the reader of a code until the transaction ends, so that nobody can end the code. */
  Optional<Reader> lockOfRecovery(String sha256) {
    Optional<Long> key = keyOfRecovery(sha256);
    while (key.isPresent()) {
      List<Reader> locked = lock(List.of(key.get()));
      // The code may have ended, or moved to another reader, while this transaction waited.
      Optional<Long> now = keyOfRecovery(sha256);
      if (!locked.isEmpty() && now.equals(key)) {
        return Optional.of(locked.get(0));
      }
      key = now;
    }
    return Optional.empty();
  }

  /** A query, because the persistence context would return the first result again. */
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

  /** Deletes recovery codes of a device; false without any. Join codes go by foreign key. */
  boolean endRecovery(long key, UUID device) {
    return getEntityManager()
            .createQuery("delete from RecoveryCode where readerKey = :key and deviceId = :device")
            .setParameter("key", key)
            .setParameter("device", device)
            .executeUpdate()
        > 0;
  }

  /** Assigns codes from releases before 0.6 to the reader's first device. */
  void nameMakers(Collection<Long> keys) {
    for (String table : List.of("recovery_code", "join_code")) {
      session()
          .createNativeMutationQuery(
              String.format(
                  Locale.ROOT,
                  """
              update %s c set device_id = (select d.id from device d
                where d.reader_key = c.reader_key order by d.created_at, d.id limit 1)
              where c.reader_key in (:keys) and c.device_id is null
              """,
                  table))
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

  /** Readers without devices that were not used for too long or never. */
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

  /** A delete statement, so that the database cascades to rows that refer to the reader. */
  void remove(long key) {
    delete("key", key);
  }
}
