package org.yujian.auth;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.LockModeType;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Predicate;
import org.yujian.shared.page.KeysetQuery;
import org.yujian.shared.page.PageRequest;

/** All query text about keys. */
@ApplicationScoped
class ApiKeyRepository implements PanacheRepositoryBase<ApiKey, UUID> {

  /** Serialises what depends on which keys there are, the first start of several nodes too. */
  private static final long ALL_KEYS = 0x59554A4B4559L;

  /** By the hash of its secret, or of the one before while that is still good. */
  Optional<ApiKey> findBySecret(String sha256, Instant now) {
    return find("secretSha256 = ?1 or (previousSha256 = ?1 and previousUntil > ?2)", sha256, now)
        .firstResultOptional();
  }

  /** The key, locked, as it is now: it may have been read before. */
  ApiKey lock(UUID id) {
    ApiKey key = findById(id);
    getEntityManager().refresh(key, LockModeType.PESSIMISTIC_WRITE);
    return key;
  }

  /** Keys are few: all are read, and what the caller may see is chosen here. */
  List<ApiKey> page(Predicate<ApiKey> visible, PageRequest page) {
    return new KeysetQuery<>(getEntityManager(), ApiKey.class, "select k from ApiKey k")
        .few(ApiKey::pageKey, visible, page);
  }

  /** Whether another key has every right, now and without end. */
  boolean otherAdmin(UUID than, Instant now) {
    return find("revokedAt is null and id <> ?1", than).stream()
        .anyMatch(key -> key.usableAt(now) && key.rights().all());
  }

  /** As a statement: an entity would also write back what another node has revoked meanwhile. */
  void used(ApiKey key, Instant now) {
    update("lastUsedAt = ?1 where id = ?2", now, key.id);
  }

  void lockAll() {
    getEntityManager()
        .createNativeQuery("select 1 from pg_advisory_xact_lock(:lock)")
        .setParameter("lock", ALL_KEYS)
        .getSingleResult();
  }
}
