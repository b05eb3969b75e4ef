package org.yujian.auth;

import com.fasterxml.jackson.core.JsonProcessingException;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.transaction.Transactional;
import jakarta.transaction.Transactional.TxType;
import org.yujian.shared.json.Json;
import org.yujian.shared.text.Sha256;
import org.yujian.shared.time.DatabaseClock;

/**
 * Writes who did what, in the transaction that does it: after the work and, where there is one,
 * after the change log's rows.
 */
@ApplicationScoped
public class Audit {

  private static final String INSERT =
      """
      insert into audit (at, key_id, by_name, action, thing, thing_id, account_id, before_sha256, after_sha256)
      values (:at, :key, :name, :action, :thing, :id, :account, :before, :after)
      """;

  @Inject EntityManager entityManager;
  @Inject DatabaseClock clock;

  /** One row; it is there exactly when the transaction commits. */
  @Transactional(TxType.MANDATORY)
  public void record(Caller caller, Audited audited) {
    entityManager
        .createNativeQuery(INSERT)
        .setParameter("at", clock.now())
        .setParameter("key", caller.keyId())
        .setParameter("name", caller.name())
        .setParameter("action", audited.action())
        .setParameter("thing", audited.thing())
        .setParameter("id", audited.id())
        .setParameter("account", audited.account())
        .setParameter("before", sha256(audited.before()))
        .setParameter("after", sha256(audited.after()))
        .executeUpdate();
  }

  private static String sha256(Object seen) {
    try {
      return seen == null ? null : Sha256.hex(Json.mapper().writeValueAsString(seen));
    } catch (JsonProcessingException ours) {
      throw new IllegalStateException(ours);
    }
  }
}
