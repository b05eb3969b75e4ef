package org.yujian.auth;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import jakarta.transaction.Transactional.TxType;
import java.util.Optional;
import java.util.UUID;
import org.yujian.shared.json.Json;
import org.yujian.shared.text.Sha256;
import org.yujian.shared.time.DatabaseClock;

/**
 * Writes audit rows. Services call {@link #record} at the end of each desk action's transaction,
 * after the rows of the change log.
 */
@ApplicationScoped
public class Audit {

  private final AuditRepository rows;
  private final DatabaseClock clock;

  Audit(AuditRepository rows, DatabaseClock clock) {
    this.rows = rows;
    this.clock = clock;
  }

  @Transactional(TxType.MANDATORY)
  public void record(Caller caller, AuditEvent audited) {
    AuditRow row = new AuditRow(caller, audited, clock.now());
    row.beforeSha256 = sha256(audited.before());
    row.afterSha256 = sha256(audited.after());
    rows.persist(row);
  }

  /** Name of the caller that last changed this object at the desk; empty when nobody did. */
  @Transactional(TxType.MANDATORY)
  public Optional<String> lastBy(UUID thing) {
    return rows.lastBy(thing);
  }

  private static String sha256(Object seen) {
    return seen == null ? null : Sha256.hex(Json.text(seen));
  }
}
