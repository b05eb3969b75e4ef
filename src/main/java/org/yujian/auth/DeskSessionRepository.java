package org.yujian.auth;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;

/** Queries of sessions at the desk. */
@ApplicationScoped
class DeskSessionRepository implements PanacheRepositoryBase<DeskSession, UUID> {

  Optional<DeskSession> findBySecret(String sha256) {
    return find(
            "from DeskSession s left join fetch s.key left join fetch s.person"
                + " where s.secretSha256 = ?1",
            sha256)
        .firstResultOptional();
  }

  /** An update statement, because flushing the entity would fail if another node ended it. */
  void used(DeskSession session, Instant now) {
    update("lastUsedAt = ?1 where id = ?2", now, session.id);
  }

  /** Deletes sessions that expired, or were last used before {@code idleSince}. */
  void deleteExpired(Instant now, Instant idleSince) {
    delete("expiresAt <= ?1 or lastUsedAt <= ?2", now, idleSince);
  }
}
