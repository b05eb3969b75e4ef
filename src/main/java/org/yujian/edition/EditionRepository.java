package org.yujian.edition;

import static java.time.temporal.ChronoUnit.MICROS;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.LockModeType;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.UnaryOperator;
import org.yujian.change.Absence;
import org.yujian.shared.page.Among;
import org.yujian.shared.page.KeysetQuery;
import org.yujian.shared.page.PageRequest;
import org.yujian.shared.page.Sql;
import org.yujian.shared.page.SqlQuery;

/** All query text about editions. */
@ApplicationScoped
class EditionRepository implements PanacheRepositoryBase<Edition, UUID> {

  @Inject Sql sql;

  /** Of the rows of a page or of one: what other repositories read with them. */
  static final String FOUND = "select id from found";

  /**
   * A page of published editions, newest first; the account may be null.
   *
   * @param with what is read by the same statement
   */
  List<EditionRow> publishedPage(
      UUID account, PageRequest page, UnaryOperator<SqlQuery<EditionRow>> with) {
    List<EditionRow> rows =
        new KeysetQuery<>(with.apply(sql.query(EditionRow.SELECT, EditionRow::of)))
            .and("e.state = 'published'")
            .and("e.account_id = :account", "account", account)
            .newestFirst("e.published_at", FeedOrder::instant, page);
    return page.inOrder(rows, EditionRow::key);
  }

  /** The same for one; nothing when it is not published. */
  List<EditionRow> published(UUID id, UnaryOperator<SqlQuery<EditionRow>> with) {
    String one = EditionRow.SELECT + " where e.state = 'published' and e.id = :id";
    return with.apply(sql.query(one, EditionRow::of)).set("id", id).list();
  }

  /** The published ones among these, in no order. */
  List<EditionRow> published(Collection<UUID> ids) {
    return sql.query(
            EditionRow.SELECT + " where e.state = 'published' and e.id = any(:ids)", EditionRow::of)
        .set("ids", Among.of(ids))
        .list();
  }

  /** The withdrawn ones among these, with their class. */
  List<Absence> withdrawn(Collection<UUID> ids) {
    return sql.query(
            """
            select e.id, e.version, e.account_id, 'withdrawn', e.withdrawn_class from edition e
            where e.state = 'withdrawn' and e.id = any(:ids)
            """,
            Absence::of)
        .set("ids", Among.of(ids))
        .list();
  }

  /** A page of the desk's list, newest made first, within the caller's accounts. */
  List<Edition> deskPage(
      UUID account, EditionState state, Collection<UUID> within, PageRequest page) {
    return new KeysetQuery<>(getEntityManager(), Edition.class, "from Edition e")
        .and("e.accountId = :account", "account", account)
        .and("e.accountId in :within", "within", within)
        .and("e.state = :state", "state", state)
        .latestFirst("e.id", page);
  }

  /** Whose it is; an edition never changes its account. */
  Optional<UUID> accountOf(UUID id) {
    return getEntityManager()
        .createQuery("select e.accountId from Edition e where e.id = :id", UUID.class)
        .setParameter("id", id)
        .getResultStream()
        .findFirst();
  }

  /**
   * Locked until the end of the transaction. Only under its account's lock: read before, it may be
   * old.
   */
  Optional<Edition> lock(UUID id) {
    return findByIdOptional(id, LockModeType.PESSIMISTIC_WRITE);
  }

  /** The published ones among these, in the order of ids, locked until the transaction's end. */
  List<Edition> lockPublished(Collection<UUID> ids) {
    return find("id in ?1 and state = PUBLISHED order by id", ids)
        .withLock(LockModeType.PESSIMISTIC_WRITE)
        .list();
  }

  /**
   * The moment for what goes live next: the later of now and one microsecond after the newest one.
   * Only under the change log's lock, which makes it unique and rising.
   */
  Instant nextPublishedAt(Instant now) {
    Instant newest =
        getEntityManager()
            .createQuery("select max(e.publishedAt) from Edition e", Instant.class)
            .getSingleResult();
    // An article that went live again alone stands at a moment of its own.
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
   * The first moment from this one on at which nothing went live. Only under the change log's lock.
   * An archive's editions often have the same date, so the end of a run of moments is looked for
   * and not each of them.
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
        (Instant)
            getEntityManager()
                .createNativeQuery(
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
                .setParameter("moment", moment)
                .getSingleResult();
    return end.isAfter(moment) ? end : moment.plus(1, MICROS);
  }

  /**
   * Claims the first edition that is due: its account and itself are locked until the end of the
   * transaction, and what others hold is passed over. The account's row is claimed too because it
   * comes first in the order of locks; so nobody waits here, and of one account's editions the
   * earlier one goes first on every node.
   */
  Optional<UUID> claimDue(Instant now, Collection<UUID> except) {
    List<?> found =
        getEntityManager()
            .createNativeQuery(
                """
                select e.id from edition e join account a on a.id = e.account_id
                where e.state = 'scheduled' and e.due_at <= :now and e.id <> all(:except)
                order by e.due_at, e.id limit 1
                for update of a, e skip locked
                """)
            .setParameter("now", now)
            .setParameter("except", except.toArray(UUID[]::new))
            .getResultList();
    return found.stream().map(UUID.class::cast).findFirst();
  }

  /** Locks its account in whatever state that is: what failed is written down even then. */
  void lockAccountOf(UUID edition) {
    getEntityManager()
        .createNativeQuery(
            """
            select a.id from account a
            where a.id = (select e.account_id from edition e where e.id = :edition) for update
            """)
        .setParameter("edition", edition)
        .getSingleResult();
  }

  /** The scheduled editions of a locked account. */
  List<Edition> lockScheduledOf(UUID account) {
    return lock("accountId = ?1 and state = SCHEDULED order by id", account);
  }

  /** The live editions of a locked account, in the order of ids. */
  List<Edition> lockPublishedOf(UUID account) {
    return lock("accountId = ?1 and state = PUBLISHED order by id", account);
  }

  private List<Edition> lock(String condition, UUID account) {
    return find(condition, account).withLock(LockModeType.PESSIMISTIC_WRITE).list();
  }

  /** Writes what changed and lets go of these; the transaction looks at them no more. */
  void release(Collection<Edition> some) {
    flush();
    some.forEach(getEntityManager()::detach);
  }
}
