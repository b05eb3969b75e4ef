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

  Optional<Long> keyOfRecovery(String sha256) {
    return Optional.ofNullable(getEntityManager().find(RecoveryCode.class, sha256))
        .map(code -> code.readerKey);
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

  /** False when another device was first. */
  boolean useJoin(String sha256, UUID device) {
    return getEntityManager()
            .createQuery(
                "update JoinCode set usedBy = :device where sha256 = :sha256 and usedBy is null")
            .setParameter("device", device)
            .setParameter("sha256", sha256)
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
