package org.yujian.auth;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.transaction.Transactional;
import jakarta.transaction.Transactional.TxType;
import java.util.Optional;
import java.util.UUID;
import org.yujian.shared.json.Json;
import org.yujian.shared.text.Sha256;
import org.yujian.shared.time.DatabaseClock;

/**
 * Writes who did what, in the transaction that does it: after the work and, where there is one,
 * after the change log's rows.
 */
@ApplicationScoped
public class Audit {

  @Inject EntityManager entityManager;
  @Inject DatabaseClock clock;

  /** One row; it is there exactly when the transaction commits. */
  @Transactional(TxType.MANDATORY)
  public void record(Caller caller, Audited audited) {
    AuditRow row = new AuditRow(caller, audited, clock.now());
    row.beforeSha256 = sha256(audited.before());
    row.afterSha256 = sha256(audited.after());
    entityManager.persist(row);
  }

  /** Who changed a thing last, as far as the desk did; empty for what nobody changed there. */
  @Transactional(TxType.MANDATORY)
  public Optional<String> lastBy(UUID thing) {
    return entityManager
        .createQuery(
            """
            select a.byName from AuditRow a where a.thingId = :thing
              and (a.beforeSha256 is null or a.afterSha256 is null or a.beforeSha256 <> a.afterSha256)
            order by a.id desc
            """,
            String.class)
        .setParameter("thing", thing)
        .setMaxResults(1)
        .getResultStream()
        .findFirst();
  }

  private static String sha256(Object seen) {
    return seen == null ? null : Sha256.hex(Json.text(seen));
  }
}
