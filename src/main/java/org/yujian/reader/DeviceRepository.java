package org.yujian.reader;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.LockModeType;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.yujian.shared.page.KeysetQuery;
import org.yujian.shared.page.PageRequest;
import org.yujian.shared.page.Sql;

/** Queries for devices and their tokens. */
@ApplicationScoped
class DeviceRepository implements PanacheRepositoryBase<Device, UUID> {

  private final Sql sql;

  DeviceRepository(Sql sql) {
    this.sql = sql;
  }

  Optional<AccessRow> accessed(String sha256, Instant now) {
    return find(
            """
            select d.id, r.key, r.id, d.createdAt, d.lastUsedAt
            from DeviceAccess a join Device d on d.id = a.deviceId join Reader r on r.key = d.readerKey
            where a.sha256 = ?1 and a.expiresAt > ?2
            """,
            sha256,
            now)
        .project(AccessRow.class)
        .firstResultOptional();
  }

  Optional<AccessRow> browser(String sha256) {
    return find(
            """
            select d.id, r.key, r.id, d.createdAt, d.lastUsedAt
            from Device d join Reader r on r.key = d.readerKey where d.browserSha256 = ?1
            """,
            sha256)
        .project(AccessRow.class)
        .firstResultOptional();
  }

  /** Updates the reader before the device, the lock order of all changes. */
  void used(AccessRow row, Instant now) {
    update("update Reader set lastUsedAt = ?1 where key = ?2", now, row.key());
    update("lastUsedAt = ?1 where id = ?2", now, row.device());
  }

  /** Locks the device to which the random family of a refresh token belongs. */
  Optional<Device> lockFamily(String familySha256) {
    return find("familySha256", familySha256)
        .withLock(LockModeType.PESSIMISTIC_WRITE)
        .firstResultOptional();
  }

  List<Device> page(long readerKey, PageRequest page) {
    return new KeysetQuery<>(getEntityManager(), Device.class, "from Device d")
        .and("d.readerKey = :reader", "reader", readerKey)
        .latestFirst("d.id", page);
  }

  Optional<Device> find(UUID id, long readerKey) {
    return find("id = ?1 and readerKey = ?2", id, readerKey).firstResultOptional();
  }

  long countOf(long readerKey) {
    return count("readerKey", readerKey);
  }

  void move(long from, long into) {
    update("readerKey = ?1 where readerKey = ?2", into, from);
  }

  Optional<DeviceAccess> access(String sha256) {
    return Optional.ofNullable(getEntityManager().find(DeviceAccess.class, sha256));
  }

  void persist(DeviceAccess access) {
    getEntityManager().persist(access);
  }

  void deleteExpired(UUID device, Instant now) {
    delete("delete from DeviceAccess where deviceId = ?1 and expiresAt <= ?2", device, now);
  }

  /** Deletes devices that were not used for too long or never used; returns how many. */
  int deleteIdle(Instant asleepSince, Instant unusedSince, int atMost) {
    return sql.statement(
            """
            delete from device where id in (
              (select id from device where last_used_at < :asleep order by last_used_at limit :most)
              union all
              (select id from device where last_used_at = created_at and created_at < :unused
                order by created_at limit :most))
            """)
        .set("asleep", asleepSince)
        .set("unused", unusedSince)
        .set("most", atMost)
        .run();
  }

  void deleteExpired(Instant now) {
    for (String codes : List.of("DeviceAccess", "JoinCode")) {
      delete("delete from " + codes + " where expiresAt <= ?1", now);
    }
  }
}
