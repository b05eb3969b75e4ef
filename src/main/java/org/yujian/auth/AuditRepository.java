package org.yujian.auth;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.TypedQuery;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.yujian.shared.page.KeysetQuery;
import org.yujian.shared.page.PageRequest;

/** All queries of the audit and its chain. */
@ApplicationScoped
class AuditRepository {

  /** Advisory lock: one sealer at a time on all nodes. */
  private static final long SEALER = 0x59554A5345414CL;

  /** Rows further apart in time than this have ids in the order of their times. */
  private static final Duration ID_DISORDER = Duration.ofHours(1);

  private static final String SELECT =
      """
      select new org.yujian.auth.AuditEntry(a.id, a.at, a.keyId, a.byName, a.action, a.thing,
        a.thingId, a.accountId, a.beforeSha256, a.afterSha256, a.seal, a.sealSha256)
      from AuditRow a
      """;

  @Inject EntityManager entityManager;

  List<AuditEntry> page(AuditFilter filter, Set<UUID> accounts, PageRequest page) {
    return new KeysetQuery<>(entityManager, AuditEntry.class, SELECT)
        .and("a.accountId in :accounts", "accounts", accounts)
        .and("a.accountId = :account", "account", filter.account())
        .and("a.keyId = :key", "key", filter.key())
        .and("a.thing = :thing", "thing", filter.thing())
        .and("a.thingId = :thingId", "thingId", filter.thingId())
        .and("a.action = :action", "action", filter.action())
        .and("a.at >= :since", "since", filter.since())
        .and("a.at < :until", "until", filter.until())
        .and("a.id > :above", "above", lastBefore(filter.since()))
        .and("a.id < :below", "below", firstFrom(filter.until()))
        .newestFirst("a.id", page);
  }

  /**
   * The last id before a time, so that a filter by time scans no other rows. Ids rise with time
   * except for the delay between reading the clock and inserting, which {@link #ID_DISORDER}
   * covers. Price: after the clock was set back by more, a filter by time may miss rows; lists
   * without times and the export include them.
   */
  private Long lastBefore(Instant since) {
    return since == null
        ? null
        : nearest("a.at < :moment order by a.at desc", since.minus(ID_DISORDER));
  }

  private Long firstFrom(Instant until) {
    return until == null ? null : nearest("a.at >= :moment order by a.at", until.plus(ID_DISORDER));
  }

  private Long nearest(String condition, Instant moment) {
    return entityManager
        .createQuery("select a.id from AuditRow a where " + condition, Long.class)
        .setParameter("moment", moment)
        .setMaxResults(1)
        .getResultStream()
        .findFirst()
        .orElse(null);
  }

  /** Rows in chain order, after a position up to {@code last}; null accounts mean all. */
  List<AuditEntry> chain(AuditPlace after, long last, Set<UUID> accounts, int rows) {
    String within = accounts == null ? "" : " and a.accountId in :accounts";
    TypedQuery<AuditEntry> query =
        entityManager
            .createQuery(
                SELECT
                    + """
                    where a.seal >= :seal and (a.seal, a.id) > (:seal, :id) and a.seal <= :last
                    """
                    + within
                    + " order by a.seal, a.id",
                AuditEntry.class)
            .setParameter("seal", after.seal())
            .setParameter("id", after.id())
            .setParameter("last", last)
            .setMaxResults(rows);
    if (accounts != null) {
      query.setParameter("accounts", accounts);
    }
    return query.getResultList();
  }

  /** The first row sealed at a position after the end of the chain; null when there is none. */
  AuditEntry beyond(long sealed) {
    return entityManager
        .createQuery(SELECT + " where a.seal > :sealed order by a.seal, a.id", AuditEntry.class)
        .setParameter("sealed", sealed)
        .setMaxResults(1)
        .getResultStream()
        .findFirst()
        .orElse(null);
  }

  AuditHead head() {
    return entityManager
        .createQuery(
            "select new org.yujian.auth.AuditHead(h.sealed, h.sha256, h.at) from AuditEnd h",
            AuditHead.class)
        .getResultStream()
        .findFirst()
        .orElse(AuditHead.EMPTY);
  }

  long unsealed() {
    return entityManager
        .createQuery("select count(*) from AuditRow where seal is null", Long.class)
        .getSingleResult();
  }

  boolean tryLockSealer() {
    return (Boolean)
        entityManager
            .createNativeQuery("select pg_try_advisory_xact_lock(:lock)")
            .setParameter("lock", SEALER)
            .getSingleResult();
  }

  List<AuditEntry> toSeal(int rows) {
    return entityManager
        .createQuery(SELECT + " where a.seal is null order by a.id", AuditEntry.class)
        .setMaxResults(rows)
        .getResultList();
  }

  void seal(Long[] ids, Long[] seals, String[] hashes) {
    entityManager
        .createNativeQuery(
            """
            update audit a set seal = s.seal, seal_sha256 = s.sha256
            from unnest(cast(:ids as bigint[]), cast(:seals as bigint[]), cast(:hashes as text[]))
              as s(id, seal, sha256)
            where a.id = s.id
            """)
        .setParameter("ids", ids)
        .setParameter("seals", seals)
        .setParameter("hashes", hashes)
        .executeUpdate();
  }

  void moveHead(long sealed, String sha256, Instant at) {
    entityManager
        .createNativeQuery(
            """
            insert into audit_head (sealed, sha256, at) values (:sealed, :sha256, :at)
            on conflict (one) do update
            set sealed = excluded.sealed, sha256 = excluded.sha256, at = excluded.at
            """)
        .setParameter("sealed", sealed)
        .setParameter("sha256", sha256)
        .setParameter("at", at)
        .executeUpdate();
  }
}
