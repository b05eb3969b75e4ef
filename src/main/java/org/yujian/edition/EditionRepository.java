package org.yujian.edition;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.LockModeType;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.yujian.change.Absence;
import org.yujian.shared.page.KeysetQuery;
import org.yujian.shared.page.PageRequest;

/** All query text about editions. */
@ApplicationScoped
class EditionRepository implements PanacheRepositoryBase<Edition, UUID> {

  private static final String ROW =
      "select new EditionRow(e.id, e.version, e.accountId, e.publishedAt) from Edition e";

  /** A page of published editions, newest first; the account may be null. */
  List<EditionRow> publishedPage(UUID account, PageRequest page) {
    return new KeysetQuery<>(getEntityManager(), EditionRow.class, ROW)
        .and("e.state = PUBLISHED")
        .and("e.accountId = :account", "account", account)
        .newestFirst("e.publishedAt", FeedOrder::instant, page);
  }

  /** The published ones among these, in no order. */
  List<EditionRow> published(Collection<UUID> ids) {
    return getEntityManager()
        .createQuery(ROW + " where e.id in :ids and e.state = PUBLISHED", EditionRow.class)
        .setParameter("ids", ids)
        .getResultList();
  }

  /** The withdrawn ones among these, with their class. */
  List<Absence> withdrawn(Collection<UUID> ids) {
    return getEntityManager()
        .createQuery(
            """
            select new Absence(e.id, e.version, e.accountId, 'withdrawn', e.withdrawal.reason)
            from Edition e where e.id in :ids and e.state = WITHDRAWN
            """,
            Absence.class)
        .setParameter("ids", ids)
        .getResultList();
  }

  /** A page of the desk's list, newest made first, within the caller's accounts. */
  List<Edition> deskPage(DeskEditionFilter filter, Collection<UUID> within, PageRequest page) {
    return new KeysetQuery<>(getEntityManager(), Edition.class, "from Edition e")
        .and("e.accountId = :account", "account", filter.account())
        .and("e.accountId in :within", "within", within)
        .and("e.state = :state", "state", filter.state())
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
   * The moment for the next edition to go live: the later of now and one microsecond after the
   * newest one. Only under the change log's lock, which makes it unique and rising.
   */
  Instant nextPublishedAt(Instant now) {
    Instant newest =
        getEntityManager()
            .createQuery("select max(e.publishedAt) from Edition e", Instant.class)
            .getSingleResult();
    return newest == null || newest.isBefore(now) ? now : newest.plus(1, ChronoUnit.MICROS);
  }
}
