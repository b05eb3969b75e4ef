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
import org.yujian.shared.page.Sql;

/** Queries of API keys. */
@ApplicationScoped
class ApiKeyRepository implements PanacheRepositoryBase<ApiKey, UUID> {

  /** Advisory lock for decisions about all keys, including the first start of several nodes. */
  private static final long ALL_KEYS = 0x59554A4B4559L;

  private final Sql sql;

  ApiKeyRepository(Sql sql) {
    this.sql = sql;
  }

  /** Finds a key by the hash of its secret, or of its previous secret while that is valid. */
  Optional<ApiKey> findBySecret(String sha256, Instant now) {
    return find("secretSha256 = ?1 or (previousSha256 = ?1 and previousUntil > ?2)", sha256, now)
        .firstResultOptional();
  }

  /** Locks the key and reads it again, because the transaction may have read it before the lock. */
  ApiKey lock(UUID id) {
    ApiKey key = findById(id);
    getEntityManager().refresh(key, LockModeType.PESSIMISTIC_WRITE);
    return key;
  }

  /** Filters in memory, because there are few keys. */
  List<ApiKey> page(Predicate<ApiKey> visible, PageRequest page) {
    return new KeysetQuery<>(getEntityManager(), ApiKey.class, "select k from ApiKey k")
        .pagedInMemory(ApiKey::pageKey, visible, page);
  }

  /** Whether another usable key has all rights and never expires. */
  boolean otherAdmin(UUID than, Instant now) {
    return find("revokedAt is null and id <> ?1", than).stream()
        .anyMatch(key -> key.usableAt(now) && key.rights().all());
  }

  /** An update statement, because flushing the entity would overwrite another node's revocation. */
  void used(ApiKey key, Instant now) {
    update("lastUsedAt = ?1 where id = ?2", now, key.id);
  }

  void lockAll() {
    sql.lock(ALL_KEYS);
  }
}
