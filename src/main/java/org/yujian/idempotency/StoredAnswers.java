package org.yujian.idempotency;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import java.time.Instant;

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

  int deleteBefore(Instant moment) {
    return entityManager
        .createQuery("delete from StoredAnswer where at < :moment")
        .setParameter("moment", moment)
        .executeUpdate();
  }
}
