package org.yujian.target;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.LockModeType;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.yujian.shared.page.KeysetQuery;
import org.yujian.shared.page.PageRequest;
import org.yujian.shared.page.Sql;
import org.yujian.shared.text.NameKeys;

/** Follow targets, and the editions that show them, for writing transactions and editors. */
@ApplicationScoped
class TargetRepository implements PanacheRepositoryBase<FollowTarget, UUID> {

  /** Targets that are public, of these accounts, or shown by editions of these accounts. */
  private static final String WITHIN =
      """
      (t.state = OPEN or t.accountId in :within or exists (
        select 1 from ShownTarget w join Edition e on e.id = w.editionId
        where w.followTargetId = t.id and e.accountId in :within))
      """;

  /** Reads the code in a subquery: with a join the planner would read all placements. */
  private static final String DESK =
      """
      select new FollowTargetRow(
        t.id, t.version, t.name, t.accountId, t.url, t.image,
        (select p.code from Placement p where p.followTargetId = t.id and p.scene = 'default'),
        t.sortKey, null, null)
      from FollowTarget t
      """;

  private final Sql sql;

  TargetRepository(Sql sql) {
    this.sql = sql;
  }

  /** The target, if a key limited to the accounts {@code within} may see it. */
  Optional<FollowTargetRow> deskRow(UUID id, Collection<UUID> within) {
    return desk(within)
        .and("t.id = :id", "id", id)
        .pagedInMemory(FollowTargetRow::key, row -> true, PageRequest.first())
        .stream()
        .findFirst();
  }

  /** One page of all targets, or of those that a key limited to these accounts may see. */
  List<FollowTargetRow> deskPage(Collection<UUID> within, PageRequest page) {
    return desk(within).byText("t.sortKey", "t.id", page);
  }

  private KeysetQuery<FollowTargetRow> desk(Collection<UUID> within) {
    return new KeysetQuery<>(getEntityManager(), FollowTargetRow.class, DESK)
        .and(WITHIN, "within", within);
  }

  /** Locks the row. The transaction must not have loaded it earlier: it would be stale. */
  Optional<FollowTarget> lock(UUID id) {
    return findByIdOptional(id, LockModeType.PESSIMISTIC_WRITE);
  }

  /** Reads the id only: an entity loaded before it is locked would be stale. */
  Optional<UUID> idOfAccount(UUID account) {
    return id("select id from FollowTarget where accountId = ?1", account);
  }

  Optional<UUID> accountOf(UUID id) {
    return id("select accountId from FollowTarget where id = ?1 and accountId is not null", id);
  }

  boolean isHidden(UUID id) {
    return count("id = ?1 and state = HIDDEN", id) > 0;
  }

  Optional<UUID> idOfOutside(String name) {
    return id(
        "select id from FollowTarget where nameKey = ?1 and accountId is null",
        NameKeys.unique(name));
  }

  private Optional<UUID> id(String query, Object value) {
    return find(query, value).project(UUID.class).firstResultOptional();
  }

  /** A statement, because one transaction deletes and reinserts the rows of an edition. */
  void insertShown(UUID edition, int position, UUID target) {
    sql.statement(
            """
            insert into edition_follow_target (edition_id, position, follow_target_id)
            values (:edition, :position, :target)
            """)
        .set("edition", edition)
        .set("position", position)
        .set("target", target)
        .run();
  }

  List<PlacedTarget> shown(Collection<UUID> editions) {
    return find(
            """
            select editionId, position, followTargetId from ShownTarget
            where editionId in ?1 order by editionId, position
            """,
            editions)
        .project(PlacedTarget.class)
        .list();
  }

  void removeShown(UUID edition) {
    delete("delete from ShownTarget where editionId = ?1", edition);
  }

  List<UUID> editionsShowing(UUID target) {
    return find("select editionId from ShownTarget where followTargetId = ?1", target)
        .project(UUID.class)
        .list();
  }

  /** Replaces a target in all editions; an edition that shows both only loses the old one. */
  void replaceShown(UUID old, UUID replacement) {
    delete(
        """
        delete from ShownTarget s where s.followTargetId = ?1 and exists
          (select 1 from ShownTarget o where o.editionId = s.editionId and o.followTargetId = ?2)
        """,
        old,
        replacement);
    update(
        "update ShownTarget set followTargetId = ?1 where followTargetId = ?2", replacement, old);
  }
}
