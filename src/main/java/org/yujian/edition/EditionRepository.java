package org.yujian.edition;

import static java.time.temporal.ChronoUnit.MICROS;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.LockModeType;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.yujian.shared.page.FeedOrder;
import org.yujian.shared.page.Ids;
import org.yujian.shared.page.KeysetQuery;
import org.yujian.shared.page.PageRequest;
import org.yujian.shared.page.Sql;

/** Loads, locks and claims editions (for the scheduler), and assigns publication times. */
@ApplicationScoped
public class EditionRepository implements PanacheRepositoryBase<Edition, UUID> {

  private final Sql sql;

  EditionRepository(Sql sql) {
    this.sql = sql;
  }

  /** A page of editions within the accounts of the caller's key, newest first. */
  public List<Edition> deskPage(
      UUID account, EditionState state, Collection<UUID> within, PageRequest page) {
    return new KeysetQuery<>(getEntityManager(), Edition.class, "from Edition e")
        .and("e.accountId = :account", "account", account)
        .and("e.accountId in :within", "within", within)
        .and("e.state = :state", "state", state)
        .latestFirst("e.id", page);
  }

  public Optional<UUID> accountOf(UUID id) {
    return getEntityManager()
        .createQuery("select e.accountId from Edition e where e.id = :id", UUID.class)
        .setParameter("id", id)
        .getResultStream()
        .findFirst();
  }

  /** Locks and reloads an edition, which is stale if loaded before its account was locked. */
  public Optional<Edition> lock(UUID id) {
    return findByIdOptional(id, LockModeType.PESSIMISTIC_WRITE);
  }

  /** Locks those of the editions that are published, in the order of ids. */
  List<Edition> lockPublished(Collection<UUID> ids) {
    return find("id in ?1 and state = PUBLISHED order by id", ids)
        .withLock(LockModeType.PESSIMISTIC_WRITE)
        .list();
  }

  /**
   * The next publication time: now, or a microsecond after the latest publication. The caller has
   * locked the change log, so times are unique and increasing.
   */
  Instant nextPublishedAt(Instant now) {
    Instant newest =
        getEntityManager()
            .createQuery("select max(e.publishedAt) from Edition e", Instant.class)
            .getSingleResult();
    // An article republished without its edition has a publication time of its own.
    Long highest =
        getEntityManager()
            .createQuery("select max(a.feedOrder) from Article a", Long.class)
            .getSingleResult();
    Instant after = newest == null ? now : later(now, newest.plus(1, MICROS));
    return highest == null ? after : later(after, FeedOrder.moment(highest).plus(1, MICROS));
  }

  private static Instant later(Instant one, Instant other) {
    return one.isBefore(other) ? other : one;
  }

  /**
   * The first unused publication time from {@code asked} on; call it with the change log locked.
   * Editions of an archive often share a date, so each query skips a whole run of used times.
   */
  Instant freeMoment(Instant asked) {
    Instant moment = asked;
    while (isTaken(moment)) {
      moment = endOfRun(moment);
    }
    return moment;
  }

  private boolean isTaken(Instant moment) {
    return getEntityManager()
        .createQuery(
            """
            select exists (select 1 from Edition e where e.publishedAt = :moment)
              or exists (select 1 from Article a where a.feedOrder between :first and :last)
            """,
            Boolean.class)
        .setParameter("moment", moment)
        .setParameter("first", FeedOrder.of(moment, FeedOrder.POSITIONS))
        .setParameter("last", FeedOrder.of(moment, 1))
        .getSingleResult();
  }

  private Instant endOfRun(Instant moment) {
    Instant end =
        sql.statement(
                """
                    select coalesce(
                      (select e.published_at + interval '1 microsecond' from edition e
                       where e.published_at >= cast(:moment as timestamptz)
                         and exists (select 1 from edition f where f.published_at = :moment)
                         and not exists (select 1 from edition n
                           where n.published_at = e.published_at + interval '1 microsecond')
                       order by e.published_at limit 1),
                      :moment)
                    """)
            .set("moment", moment)
            .row(row -> row.instant(1))
            .orElseThrow();
    return end.isAfter(moment) ? end : moment.plus(1, MICROS);
  }

  /**
   * Claims the first due edition: locks its account and the edition until the end of the
   * transaction, and skips rows that others have locked. So a claim never waits, and the editions
   * of an account go live in the order of their times, whichever node publishes them.
   */
  Optional<UUID> claimDue(Instant now, Collection<UUID> except) {
    return sql.statement(
            """
                select e.id from edition e join account a on a.id = e.account_id
                where e.state = 'scheduled' and e.due_at <= :now and e.id <> all(:except)
                order by e.due_at, e.id limit 1
                for update of a, e skip locked
                """)
        .set("now", now)
        .set("except", Ids.of(except))
        .row(row -> row.uuid(1));
  }

  /** Locks the account even if it is closed, so that a failure can be recorded. */
  public void lockAccountOf(UUID edition) {
    sql.statement(
            """
            select a.id from account a
            where a.id = (select e.account_id from edition e where e.id = :edition) for update
            """)
        .set("edition", edition)
        .run();
  }

  List<Edition> lockScheduledOf(UUID account) {
    return lock("accountId = ?1 and state = SCHEDULED order by id", account);
  }

  List<Edition> lockPublishedOf(UUID account) {
    return lock("accountId = ?1 and state = PUBLISHED order by id", account);
  }

  private List<Edition> lock(String condition, UUID account) {
    return find(condition, account).withLock(LockModeType.PESSIMISTIC_WRITE).list();
  }

  /** Flushes and detaches the editions, which the transaction must not use any more. */
  void release(Collection<Edition> some) {
    flush();
    some.forEach(getEntityManager()::detach);
  }
}
