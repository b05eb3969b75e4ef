package org.yujian.reader;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.LockModeType;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import org.yujian.shared.page.Sql;

/** Queries for readers and their codes. */
@ApplicationScoped
class ReaderRepository implements PanacheRepositoryBase<Reader, Long> {

  private final Sql sql;

  ReaderRepository(Sql sql) {
    this.sql = sql;
  }

  /** Locks a device's reader; empty also when the device left that reader during the wait. */
  Optional<Long> lockOf(UUID device) {
    return sql.statement(
            """
            select key from reader
            where key = (select reader_key from device where id = :device) for update
            """)
        .set("device", device)
        .row(row -> row.number(1));
  }

  List<Reader> lock(Collection<Long> keys) {
    return find("key in ?1 order by key", keys).withLock(LockModeType.PESSIMISTIC_WRITE).list();
  }

  Optional<Long> advance(long key, int changes) {
    return sql.statement("update reader set seq = seq + :changes where key = :key returning seq")
        // Without a flush, because the caller flushes all changes at once.
        .unflushed()
        .set("key", key)
        .set("changes", changes)
        .row(row -> row.number(1));
  }

  Optional<Long> last(long key) {
    return number("select seq from Reader where key = ?1", key);
  }

  Optional<Long> keyOf(UUID device) {
    return number("select readerKey from Device where id = ?1", device);
  }

  /** Finds a device's reader; nobody can end the device until the transaction ends. */
  Optional<Long> keepDevice(UUID device) {
    return sql.statement("select reader_key from device where id = :device for key share")
        .set("device", device)
        .row(row -> row.number(1));
  }

  /** Reloads the reader after SQL statements changed the row. */
  Reader refreshed(long key) {
    Reader reader = findById(key);
    getEntityManager().refresh(reader);
    return reader;
  }

  /** Locks the reader of a recovery code; nobody can end the code until the transaction ends. */
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

  /** A query, because the persistence context would return its first, possibly stale result. */
  private Optional<Long> keyOfRecovery(String sha256) {
    return number("select readerKey from RecoveryCode where sha256 = ?1", sha256);
  }

  private Optional<Long> number(String query, Object value) {
    return find(query, value).project(Long.class).firstResultOptional();
  }

  void persist(RecoveryCode code) {
    getEntityManager().persist(code);
  }

  boolean hasRecovery(long key) {
    return number("select count(*) from RecoveryCode where readerKey = ?1", key)
        .filter(codes -> codes > 0)
        .isPresent();
  }

  void deleteRecovery(long key) {
    delete("delete from RecoveryCode where readerKey = ?1", key);
  }

  /** Deletes a device's recovery codes; false without any. A foreign key deletes join codes. */
  boolean endRecovery(long key, UUID device) {
    return delete("delete from RecoveryCode where readerKey = ?1 and deviceId = ?2", key, device)
        > 0;
  }

  /** Assigns codes from releases before 0.6 to the reader's first device. */
  void nameMakers(Collection<Long> keys) {
    for (String table : List.of("recovery_code", "join_code")) {
      sql.statement(
              String.format(
                  Locale.ROOT,
                  """
              update %s c set device_id = (select d.id from device d
                where d.reader_key = c.reader_key order by d.created_at, d.id limit 1)
              where c.reader_key = any(:keys) and c.device_id is null
              """,
                  table))
          .set("keys", keys.toArray(Long[]::new))
          .run();
    }
  }

  void setRecoveryCodeDue(long key, boolean due) {
    update("recoveryCodeDue = ?1 where key = ?2", due, key);
  }

  void moveRecovery(long from, long into) {
    update("update RecoveryCode set readerKey = ?1 where readerKey = ?2", into, from);
  }

  void persist(JoinCode code) {
    getEntityManager().persist(code);
  }

  Optional<JoinCode> join(String sha256) {
    return Optional.ofNullable(getEntityManager().find(JoinCode.class, sha256));
  }

  /** Marks the code as used; false when another device used the code first, or it has ended. */
  boolean useJoin(JoinCode code, UUID device) {
    return update(
            """
            update JoinCode set usedBy = ?1
            where sha256 = ?2 and readerKey = ?3 and usedBy is null
            """,
            device,
            code.sha256,
            code.readerKey)
        == 1;
  }

  /** Readers without devices that were unused for too long or never used. */
  List<Long> abandoned(Instant asleepSince, Instant unusedSince, int atMost) {
    return find(
            """
            select r.key from Reader r
            where (r.lastUsedAt < ?1 or (r.lastUsedAt = r.createdAt and r.createdAt < ?2))
              and not exists (select 1 from Device d where d.readerKey = r.key)
            """,
            asleepSince,
            unusedSince)
        .project(Long.class)
        .page(0, atMost)
        .list();
  }

  /** A delete statement, so that the database cascades to rows that refer to the reader. */
  void remove(long key) {
    delete("key", key);
  }
}
