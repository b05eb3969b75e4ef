package org.yujian.auth;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
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

  void lockFirstKey() {
    getEntityManager()
        .createNativeQuery("select 1 from pg_advisory_xact_lock(:lock)")
        .setParameter("lock", FIRST_KEY)
        .getSingleResult();
  }
}
