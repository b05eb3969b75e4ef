package org.yujian.idempotency;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.Collection;
import java.util.UUID;
import org.yujian.shared.page.Ids;
import org.yujian.shared.page.Sql;

/** Queries of stored responses. */
@ApplicationScoped
class StoredAnswerRepository implements PanacheRepositoryBase<StoredAnswer, StoredAnswer.Id> {

  private final Sql sql;

  StoredAnswerRepository(Sql sql) {
    this.sql = sql;
  }

  /** Locks a call for the transaction without waiting; false when the call is in progress. */
  boolean tryLock(long lock) {
    return sql.tryLock(lock);
  }

  /** Erases responses that contain one of these ids, and older rows, whose ids are unknown. */
  void purge(Collection<UUID> things) {
    sql.statement(
            """
            update idempotency set body = null, purged = true
            where body is not null and (things is null or things && :things)
            """)
        .set("things", Ids.of(things))
        .run();
  }

  long deleteBefore(Instant moment) {
    return delete("at < ?1", moment);
  }
}
