package org.yujian.auth;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;

/** All query text about keys. */
@ApplicationScoped
class ApiKeyRepository implements PanacheRepositoryBase<ApiKey, UUID> {

  /** Serialises the first start of several nodes. */
  private static final long FIRST_KEY = 0x59554A4B4559L;

  Optional<ApiKey> findBySecret(String sha256) {
    return find("secretSha256", sha256).firstResultOptional();
  }

  /** As a statement: an entity would also write back what another node has revoked meanwhile. */
  void used(ApiKey key, Instant now) {
    update("lastUsedAt = ?1 where id = ?2", now, key.id);
  }

  void lockFirstKey() {
    getEntityManager()
        .createNativeQuery("select 1 from pg_advisory_xact_lock(:lock)")
        .setParameter("lock", FIRST_KEY)
        .getSingleResult();
  }
}
