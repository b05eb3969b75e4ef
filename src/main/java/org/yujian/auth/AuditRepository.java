package org.yujian.auth;

import io.quarkus.hibernate.orm.panache.PanacheQuery;
import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.yujian.shared.page.KeysetQuery;
import org.yujian.shared.page.PageRequest;
import org.yujian.shared.page.Sql;

/** Queries of the audit and its chain. */
@ApplicationScoped
class AuditRepository implements PanacheRepositoryBase<AuditRow, Long> {

  /** Advisory lock: one sealer at a time on all nodes. */
  private static final long SEALER = 0x59554A5345414CL;

  /** Rows further apart in time than this have ids in the order of their times. */
  private static final Duration ID_DISORDER = Duration.ofHours(1);

  private static final String SELECT =
      """
      select a.id, a.at, a.keyId, a.byName, a.action, a.thing, a.thingId, a.accountId,
        a.beforeSha256, a.afterSha256, a.seal, a.sealSha256
      from AuditRow a
      """;

  private final Sql sql;

  AuditRepository(Sql sql) {
    this.sql = sql;
  }

  Optional<String> lastBy(UUID thing) {
    return find(
            """
            select a.byName from AuditRow a where a.thingId = ?1
              and (a.beforeSha256 is null or a.afterSha256 is null or a.beforeSha256 <> a.afterSha256)
            order by a.id desc
            """,
            thing)
        .project(String.class)
        .firstResultOptional();
  }

  List<AuditEntry> page(AuditFilter filter, Set<UUID> accounts, PageRequest page) {
    return new KeysetQuery<>(getEntityManager(), AuditEntry.class, SELECT)
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
   * The last id before a time, so that a filter by time scans no other rows. Ids rise with time,
   * except for the delay between reading the clock and inserting ({@link #ID_DISORDER}). Price:
   * after the clock was set back by more, a filter by time may miss rows.
   */
  private Long lastBefore(Instant since) {
    return since == null ? null : nearest("at < ?1 order by at desc", since.minus(ID_DISORDER));
  }

  private Long firstFrom(Instant until) {
    return until == null ? null : nearest("at >= ?1 order by at", until.plus(ID_DISORDER));
  }

  private Long nearest(String condition, Instant moment) {
    return find("select id from AuditRow where " + condition, moment)
        .project(Long.class)
        .firstResult();
  }

  /** Rows of the chain between two positions; null accounts mean all. */
  List<AuditEntry> chain(AuditPosition after, long last, Set<UUID> accounts, int rows) {
    String chain = SELECT + " where a.seal >= ?1 and (a.seal, a.id) > (?1, ?2) and a.seal <= ?3";
    String within = " and a.accountId in ?4";
    String order = " order by a.seal, a.id";
    PanacheQuery<AuditRow> query =
        accounts == null
            ? find(chain + order, after.seal(), after.id(), last)
            : find(chain + within + order, after.seal(), after.id(), last, accounts);
    return query.project(AuditEntry.class).page(0, rows).list();
  }

  /** The first row sealed at a position after the end of the chain; null when there is none. */
  AuditEntry beyond(long sealed) {
    return find(SELECT + " where a.seal > ?1 order by a.seal, a.id", sealed)
        .project(AuditEntry.class)
        .firstResult();
  }

  AuditHead head() {
    return find("select sealed, sha256, at from AuditHeadRow")
        .project(AuditHead.class)
        .firstResultOptional()
        .orElse(AuditHead.EMPTY);
  }

  long unsealed() {
    return count("seal is null");
  }

  boolean tryLockSealer() {
    return sql.tryLock(SEALER);
  }

  List<AuditEntry> toSeal(int rows) {
    return find(SELECT + " where a.seal is null order by a.id")
        .project(AuditEntry.class)
        .page(0, rows)
        .list();
  }

  void seal(Long[] ids, Long[] seals, String[] hashes) {
    sql.statement(
            """
            update audit a set seal = s.seal, seal_sha256 = s.sha256
            from unnest(:ids, :seals, :hashes) as s(id, seal, sha256)
            where a.id = s.id
            """)
        .set("ids", ids)
        .set("seals", seals)
        .set("hashes", hashes)
        .run();
  }

  void moveHead(long sealed, String sha256, Instant at) {
    sql.statement(
            """
            insert into audit_head (sealed, sha256, at) values (:sealed, :sha256, :at)
            on conflict (one) do update
            set sealed = excluded.sealed, sha256 = excluded.sha256, at = excluded.at
            """)
        .set("sealed", sealed)
        .set("sha256", sha256)
        .set("at", at)
        .run();
  }
}
