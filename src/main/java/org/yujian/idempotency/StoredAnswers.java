package org.yujian.idempotency;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import java.time.Instant;
import java.util.Collection;
import java.util.UUID;

/** All query text about stored answers. */
@ApplicationScoped
class StoredAnswers {

  @Inject EntityManager entityManager;

  /** Whether nobody else is at it; held until the end of the transaction. Does not wait. */
  boolean tryLock(long lock) {
    return (Boolean)
        entityManager
            .createNativeQuery("select pg_try_advisory_xact_lock(:lock)")
            .setParameter("lock", lock)
            .getSingleResult();
  }

  /** Null when there is none. */
  StoredAnswer find(StoredAnswer.Id id) {
    return entityManager.find(StoredAnswer.class, id);
  }

  void insert(StoredAnswer answer) {
    entityManager.persist(answer);
    entityManager.flush();
  }

  /** Empties the answers in which one of these ids stands; of older rows nobody knows. */
  void purge(Collection<UUID> things) {
    entityManager
        .createNativeQuery(
            """
            update idempotency set body = null, purged = true
            where body is not null and (things is null or things && :things)
            """)
        .setParameter("things", things.toArray(UUID[]::new))
        .executeUpdate();
  }

  int deleteBefore(Instant moment) {
    return entityManager
        .createQuery("delete from StoredAnswer where at < :moment")
        .setParameter("moment", moment)
        .executeUpdate();
  }
}
