package org.yujian.target;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.LockModeType;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.yujian.change.Gone;
import org.yujian.shared.page.Ids;
import org.yujian.shared.page.KeysetQuery;
import org.yujian.shared.page.PageRequest;
import org.yujian.shared.page.Sql;
import org.yujian.shared.page.SqlPart;
import org.yujian.shared.text.NameKeys;

/** All queries of follow targets, their placements and the editions that show them. */
@ApplicationScoped
class TargetRepository implements PanacheRepositoryBase<FollowTarget, UUID> {

  @Inject Sql sql;

  /** Public targets, those of the accounts, and those that editions of the accounts show. */
  private static final String WITHIN =
      """
      (t.state = OPEN or t.accountId in :within or exists (
        select 1 from ShownTarget w join Edition e on e.id = w.editionId
        where w.followTargetId = t.id and e.accountId in :within))
      """;

  /** The code in a subquery per row: with a join the planner would read all placements. */
  private static final String ROW =
      """
      select new FollowTargetRow(
        t.id, t.version, t.name, t.accountId, t.url, t.image,
        (select p.code from Placement p where p.followTargetId = t.id and p.scene = 'default'),
        t.sortKey,
      """;

  private static final String OF_ALL = ROW + "null, null) from FollowTarget t";
  private static final String OF_EDITION =
      ROW
          + "s.editionId, s.position)"
          + " from ShownTarget s join FollowTarget t on t.id = s.followTargetId";

  /** {@code within} limits like in {@link #deskPage}. */
  Optional<FollowTargetRow> deskRow(UUID id, Collection<UUID> within) {
    return all()
        .and("t.id = :id", "id", id)
        .and(WITHIN, "within", within)
        .pagedInMemory(FollowTargetRow::key, row -> true, PageRequest.first())
        .stream()
        .findFirst();
  }

  List<FollowTargetRow> openRows(Collection<UUID> ids) {
    return sql.query(FollowTargetRow.OPEN + " and t.id = any(:ids)", FollowTargetRow::ofOpen)
        .set("ids", Ids.of(ids))
        .list();
  }

  /** The targets among these ids whose account is closed. */
  List<Gone> closed(Collection<UUID> ids) {
    return sql.query(
            """
            select t.id, t.version, t.account_id, 'closed', null from follow_target t
            where t.state = 'closed' and t.id = any(:ids)
            """,
            Gone::of)
        .set("ids", Ids.of(ids))
        .list();
  }

  Optional<FollowTargetRow> openRow(UUID id) {
    return getEntityManager()
        .createQuery(OF_ALL + " where t.id = :id and t.state = OPEN", FollowTargetRow.class)
        .setParameter("id", id)
        .getResultStream()
        .findFirst();
  }

  /** Account of a closed target; empty when the target is not closed. */
  Optional<UUID> closedAccountOf(UUID id) {
    return ids("t.id = :value and t.state = CLOSED", "t.accountId", id);
  }

  Optional<FollowTargetRow> openRowOf(UUID account) {
    return getEntityManager()
        .createQuery(
            OF_ALL + " where t.accountId = :account and t.state = OPEN", FollowTargetRow.class)
        .setParameter("account", account)
        .getResultStream()
        .findFirst();
  }

  List<FollowTargetRow> openRowsOf(Collection<UUID> accounts) {
    return sql.query(
            FollowTargetRow.OPEN + " and t.account_id = any(:accounts)", FollowTargetRow::ofOpen)
        .set("accounts", Ids.of(accounts))
        .list();
  }

  List<UUID> openIdsOf(Collection<UUID> accounts) {
    return getEntityManager()
        .createQuery(
            "select t.id from FollowTarget t where t.accountId in :accounts and t.state = OPEN",
            UUID.class)
        .setParameter("accounts", accounts)
        .getResultList();
  }

  /** {@code account} may be null. */
  List<FollowTargetRow> openPage(UUID account, PageRequest page) {
    KeysetQuery<FollowTargetRow> open = all().and("t.state = OPEN");
    return account == null
        ? open.byText("t.sortKey", "t.id", page)
        : open.and("t.accountId = :account", "account", account)
            .pagedInMemory(FollowTargetRow::key, row -> true, page);
  }

  /** In the order of the edition, which must be published; {@code account} may be null. */
  List<FollowTargetRow> editionPage(UUID edition, UUID account, PageRequest page) {
    return new KeysetQuery<>(getEntityManager(), FollowTargetRow.class, OF_EDITION)
        .and("t.state = OPEN")
        .and("s.editionId = :edition", "edition", edition)
        .and("exists (select 1 from Edition e where e.id = s.editionId and e.state = PUBLISHED)")
        .pagedInMemory(
            FollowTargetRow::placeKey,
            row -> account == null || account.equals(row.accountId()),
            page);
  }

  /** One page of all targets, or of those that a key limited to these accounts may see. */
  List<FollowTargetRow> deskPage(Collection<UUID> within, PageRequest page) {
    return all().and(WITHIN, "within", within).byText("t.sortKey", "t.id", page);
  }

  /** Public targets that these editions show, unordered. */
  List<FollowTargetRow> shownBy(Collection<UUID> editions) {
    return sql.query(
            FollowTargetRow.SHOWN + " and s.edition_id = any(:ids)", FollowTargetRow::ofShown)
        .set("ids", Ids.of(editions))
        .list();
  }

  /** Reads them in the statement that finds the editions; {@code editions} is a subquery. */
  SqlPart<FollowTargetRow> partShownBy(String editions) {
    return new SqlPart<>(
        FollowTargetRow.SHOWN + " and s.edition_id = any(array(" + editions + "))",
        FollowTargetRow::ofShown);
  }

  /** Locks the row for the transaction. It must not be loaded earlier, so that it is current. */
  Optional<FollowTarget> lock(UUID id) {
    return findByIdOptional(id, LockModeType.PESSIMISTIC_WRITE);
  }

  /** The id, because an entity loaded before its lock would be stale. */
  Optional<UUID> idOfAccount(UUID account) {
    return ids("t.accountId = :value", account);
  }

  /** Empty for an outside target. */
  Optional<UUID> accountOf(UUID id) {
    return ids("t.id = :value and t.accountId is not null", "t.accountId", id);
  }

  boolean isHidden(UUID id) {
    return getEntityManager()
        .createQuery(
            "select count(t) > 0 from FollowTarget t where t.id = :id and t.state = HIDDEN",
            Boolean.class)
        .setParameter("id", id)
        .getSingleResult();
  }

  Optional<UUID> idOfOutside(String name) {
    return ids("t.nameKey = :value and t.accountId is null", NameKeys.unique(name));
  }

  private Optional<UUID> ids(String condition, Object value) {
    return ids(condition, "t.id", value);
  }

  private Optional<UUID> ids(String condition, String column, Object value) {
    return getEntityManager()
        .createQuery("select " + column + " from FollowTarget t where " + condition, UUID.class)
        .setParameter("value", value)
        .getResultStream()
        .findFirst();
  }

  /** Placement and target of a code; empty when it is unknown or the target is hidden. */
  Optional<ScannedCode> scanned(String code) {
    return getEntityManager()
        .createQuery(
            """
            select new ScannedCode(p.id, p.scene, t.id, t.name, t.accountId, p.endsAt)
            from Placement p join FollowTarget t on t.id = p.followTargetId
            where p.code = :code and t.state <> HIDDEN and t.accountId is not null
            """,
            ScannedCode.class)
        .setParameter("code", code)
        .getResultStream()
        .findFirst();
  }

  void persist(Placement placement) {
    getEntityManager().persist(placement);
  }

  /** A statement, because rows of an edition are deleted and reinserted in one transaction. */
  void insertShown(UUID edition, int position, UUID target) {
    getEntityManager()
        .createQuery(
            """
            insert into ShownTarget (editionId, position, followTargetId)
            values (:edition, :position, :target)
            """)
        .setParameter("edition", edition)
        .setParameter("position", position)
        .setParameter("target", target)
        .executeUpdate();
  }

  /** Current targets of these editions, in the order of each. */
  List<PlacedTarget> shown(Collection<UUID> editions) {
    return sql.query(
            """
            select edition_id, position, follow_target_id from edition_follow_target
            where edition_id = any(:ids) order by edition_id, position
            """,
            PlacedTarget::of)
        .set("ids", Ids.of(editions))
        .list();
  }

  List<PlacedTarget> openShown(Collection<UUID> editions) {
    return sql.query(
            """
            select s.edition_id, s.position, t.id
            from edition_follow_target s join follow_target t on t.id = s.follow_target_id
            where t.state = 'open' and s.edition_id = any(:ids)
            """,
            PlacedTarget::of)
        .set("ids", Ids.of(editions))
        .list();
  }

  void removeShown(UUID edition) {
    getEntityManager()
        .createQuery("delete from ShownTarget s where s.editionId = :edition")
        .setParameter("edition", edition)
        .executeUpdate();
  }

  List<UUID> editionsShowing(UUID target) {
    return getEntityManager()
        .createQuery(
            "select s.editionId from ShownTarget s where s.followTargetId = :target", UUID.class)
        .setParameter("target", target)
        .getResultList();
  }

  /** Replaces a target in all editions; where both are shown, the old one is removed. */
  void replaceShown(UUID old, UUID replacement) {
    getEntityManager()
        .createQuery(
            """
            delete from ShownTarget s where s.followTargetId = :old and exists
              (select 1 from ShownTarget o where o.editionId = s.editionId
                and o.followTargetId = :replacement)
            """)
        .setParameter("old", old)
        .setParameter("replacement", replacement)
        .executeUpdate();
    getEntityManager()
        .createQuery(
            "update ShownTarget s set s.followTargetId = :replacement where s.followTargetId ="
                + " :old")
        .setParameter("old", old)
        .setParameter("replacement", replacement)
        .executeUpdate();
  }

  private KeysetQuery<FollowTargetRow> all() {
    return new KeysetQuery<>(getEntityManager(), FollowTargetRow.class, OF_ALL);
  }
}
