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

/** All query text about devices and their tokens. */
@ApplicationScoped
class DeviceRepository implements PanacheRepositoryBase<Device, UUID> {

  /** Whose access token this is. */
  Optional<AccessRow> accessed(String sha256, Instant now) {
    return getEntityManager()
        .createQuery(
            """
            select new AccessRow(d.id, r.key, r.id, d.createdAt, d.lastUsedAt)
            from DeviceAccess a join Device d on d.id = a.deviceId join Reader r on r.key = d.readerKey
            where a.sha256 = :sha256 and a.expiresAt > :now
            """,
            AccessRow.class)
        .setParameter("sha256", sha256)
        .setParameter("now", now)
        .getResultStream()
        .findFirst();
  }

  /**
   * As statements: other requests of the device do the same, and nothing waits for it long. The
   * reader first, as everybody locks them.
   */
  void used(AccessRow row, Instant now) {
    getEntityManager()
        .createQuery("update Reader set lastUsedAt = :now where key = :key")
        .setParameter("now", now)
        .setParameter("key", row.key())
        .executeUpdate();
    update("lastUsedAt = ?1 where id = ?2", now, row.device());
  }

  /** The device of a family of tokens, locked. */
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

  /** Access tokens of a device that are over. */
  void deleteExpired(UUID device, Instant now) {
    getEntityManager()
        .createQuery("delete from DeviceAccess where deviceId = :device and expiresAt <= :now")
        .setParameter("device", device)
        .setParameter("now", now)
        .executeUpdate();
  }

  /** Devices that nobody used for too long, and those that were never used; how many went. */
  int deleteIdle(Instant asleepSince, Instant unusedSince, int atMost) {
    return getEntityManager()
        .createNativeQuery(
            """
            delete from device where id in (
              (select id from device where last_used_at < :asleep order by last_used_at limit :most)
              union all
              (select id from device where last_used_at = created_at and created_at < :unused
                order by created_at limit :most))
            """)
        .setParameter("asleep", asleepSince)
        .setParameter("unused", unusedSince)
        .setParameter("most", atMost)
        .executeUpdate();
  }

  /** Tokens and codes of any device that are over. */
  void deleteExpired(Instant now) {
    for (String table : List.of("DeviceAccess", "JoinCode")) {
      getEntityManager()
          .createQuery("delete from " + table + " where expiresAt <= :now")
          .setParameter("now", now)
          .executeUpdate();
    }
  }
}
