package org.yujian.target;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.LockModeType;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.yujian.change.Absence;
import org.yujian.shared.page.Among;
import org.yujian.shared.page.KeysetQuery;
import org.yujian.shared.page.PageRequest;
import org.yujian.shared.page.Sql;
import org.yujian.shared.page.SqlPart;
import org.yujian.shared.text.NameKeys;

/** All query text about follow targets, their placements and which edition shows them. */
@ApplicationScoped
class TargetRepository implements PanacheRepositoryBase<FollowTarget, UUID> {

  @Inject Sql sql;

  /** Public ones, those of the accounts, and those that editions of the accounts show. */
  private static final String WITHIN =
      """
      (t.state = OPEN or t.accountId in :within or exists (
        select 1 from ShownTarget w join Edition e on e.id = w.editionId
        where w.followTargetId = t.id and e.accountId in :within))
      """;

  /** The code by a query of its own per row: joined, the planner would read all placements. */
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

  /** As the desk sees it; {@code within} as in {@link #deskPage}. */
  Optional<FollowTargetRow> deskRow(UUID id, Collection<UUID> within) {
    return all()
        .and("t.id = :id", "id", id)
        .and(WITHIN, "within", within)
        .few(FollowTargetRow::key, row -> true, PageRequest.first())
        .stream()
        .findFirst();
  }

  /** The public ones among these, in no order. */
  List<FollowTargetRow> openRows(Collection<UUID> ids) {
    return sql.query(FollowTargetRow.OPEN + " and t.id = any(:ids)", FollowTargetRow::ofOpen)
        .set("ids", Among.of(ids))
        .list();
  }

  /** Those among these whose account was closed. */
  List<Absence> closed(Collection<UUID> ids) {
    return sql.query(
            """
            select t.id, t.version, t.account_id, 'closed', null from follow_target t
            where t.state = 'closed' and t.id = any(:ids)
            """,
            Absence::of)
        .set("ids", Among.of(ids))
        .list();
  }

  Optional<FollowTargetRow> openRow(UUID id) {
    return getEntityManager()
        .createQuery(OF_ALL + " where t.id = :id and t.state = OPEN", FollowTargetRow.class)
        .setParameter("id", id)
        .getResultStream()
        .findFirst();
  }

  /** Whose target it is that nothing shows any more. */
  Optional<UUID> closedAccountOf(UUID id) {
    return ids("t.id = :value and t.state = CLOSED", "t.accountId", id);
  }

  /** The public target of an account here. */
  Optional<FollowTargetRow> openRowOf(UUID account) {
    return getEntityManager()
        .createQuery(
            OF_ALL + " where t.accountId = :account and t.state = OPEN", FollowTargetRow.class)
        .setParameter("account", account)
        .getResultStream()
        .findFirst();
  }

  /** The public targets of these accounts, in no order. */
  List<FollowTargetRow> openRowsOf(Collection<UUID> accounts) {
    return sql.query(
            FollowTargetRow.OPEN + " and t.account_id = any(:accounts)", FollowTargetRow::ofOpen)
        .set("accounts", Among.of(accounts))
        .list();
  }

  /** The ids of the public targets of these accounts, in no order. */
  List<UUID> openIdsOf(Collection<UUID> accounts) {
    return getEntityManager()
        .createQuery(
            "select t.id from FollowTarget t where t.accountId in :accounts and t.state = OPEN",
            UUID.class)
        .setParameter("accounts", accounts)
        .getResultList();
  }

  /** The public list; {@code account} may be null. */
  List<FollowTargetRow> openPage(UUID account, PageRequest page) {
    KeysetQuery<FollowTargetRow> open = all().and("t.state = OPEN");
    return account == null
        ? open.byText("t.sortKey", "t.id", page)
        // There is one at most.
        : open.and("t.accountId = :account", "account", account)
            .few(FollowTargetRow::key, row -> true, page);
  }

  /** What a published edition shows, in its order; {@code account} may be null. */
  List<FollowTargetRow> editionPage(UUID edition, UUID account, PageRequest page) {
    return new KeysetQuery<>(getEntityManager(), FollowTargetRow.class, OF_EDITION)
        .and("t.state = OPEN")
        .and("s.editionId = :edition", "edition", edition)
        .and("exists (select 1 from Edition e where e.id = s.editionId and e.state = PUBLISHED)")
        .few(
            FollowTargetRow::placeKey,
            row -> account == null || account.equals(row.accountId()),
            page);
  }

  /** Of all, or of what keys limited to these accounts may know. */
  List<FollowTargetRow> deskPage(Collection<UUID> within, PageRequest page) {
    return all().and(WITHIN, "within", within).byText("t.sortKey", "t.id", page);
  }

  /** All public targets that these editions show, in no order. */
  List<FollowTargetRow> shownBy(Collection<UUID> editions) {
    return sql.query(
            FollowTargetRow.SHOWN + " and s.edition_id = any(:ids)", FollowTargetRow::ofShown)
        .set("ids", Among.of(editions))
        .list();
  }

  /** The same for editions that are being found. */
  SqlPart<FollowTargetRow> partShownBy(String editions) {
    return new SqlPart<>(
        FollowTargetRow.SHOWN + " and s.edition_id = any(array(" + editions + "))",
        FollowTargetRow::ofShown);
  }

  /** Locked until the end of the transaction, and read here for the first time in it. */
  Optional<FollowTarget> lock(UUID id) {
    return findByIdOptional(id, LockModeType.PESSIMISTIC_WRITE);
  }

  /** Ids and no entities: one that was read before its lock would be an old one. */
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

  /** What a code leads to; empty when there is no such code or the public cannot see it yet. */
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

  /** As a statement: the rows of an edition are deleted and written anew within one transaction. */
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

  /** What these editions show, in the order of each, as it is now. */
  List<PlacedTarget> shown(Collection<UUID> editions) {
    return sql.query(
            """
            select edition_id, position, follow_target_id from edition_follow_target
            where edition_id = any(:ids) order by edition_id, position
            """,
            PlacedTarget::of)
        .set("ids", Among.of(editions))
        .list();
  }

  /** The public ones of what these editions show, in no order. */
  List<PlacedTarget> openShown(Collection<UUID> editions) {
    return sql.query(
            """
            select s.edition_id, s.position, t.id
            from edition_follow_target s join follow_target t on t.id = s.follow_target_id
            where t.state = 'open' and s.edition_id = any(:ids)
            """,
            PlacedTarget::of)
        .set("ids", Among.of(editions))
        .list();
  }

  void removeShown(UUID edition) {
    getEntityManager()
        .createQuery("delete from ShownTarget s where s.editionId = :edition")
        .setParameter("edition", edition)
        .executeUpdate();
  }

  /** The editions that show a target. */
  List<UUID> editionsShowing(UUID target) {
    return getEntityManager()
        .createQuery(
            "select s.editionId from ShownTarget s where s.followTargetId = :target", UUID.class)
        .setParameter("target", target)
        .getResultList();
  }

  /** Editions show another target from now on; where they show both, the old one goes. */
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
