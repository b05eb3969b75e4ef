package org.yujian.idempotency;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import java.time.Instant;
import java.util.Collection;
import java.util.UUID;

/** All queries of stored responses. */
@ApplicationScoped
class StoredAnswers {

  @Inject EntityManager entityManager;

  /** Locks a call for the transaction without waiting; false when it is in progress. */
  boolean tryLock(long lock) {
    return (Boolean)
        entityManager
            .createNativeQuery("select pg_try_advisory_xact_lock(:lock)")
            .setParameter("lock", lock)
            .getSingleResult();
  }

  /** Null when no response is stored. */
  StoredAnswer find(StoredAnswer.Id id) {
    return entityManager.find(StoredAnswer.class, id);
  }

  void insert(StoredAnswer answer) {
    entityManager.persist(answer);
    entityManager.flush();
  }

  /** Erases responses that contain one of these ids, and older rows, whose ids are unknown. */
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
