package org.yujian.target;

import jakarta.enterprise.context.ApplicationScoped;
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
import org.yujian.shared.page.SqlQuery;

/** Follow targets and codes in public responses. Results have no order unless a method says so. */
@ApplicationScoped
class PublishedTargetRepository {

  private static final String OPEN = "t.state = 'open'";

  private final Sql sql;

  PublishedTargetRepository(Sql sql) {
    this.sql = sql;
  }

  Optional<FollowTargetRow> one(UUID id) {
    return open("t.id = :id").set("id", id).first();
  }

  Optional<FollowTargetRow> ofAccount(UUID account) {
    return open("t.account_id = :account").set("account", account).first();
  }

  List<FollowTargetRow> some(Collection<UUID> ids) {
    return open("t.id = any(:ids)").set("ids", Ids.of(ids)).list();
  }

  List<FollowTargetRow> ofAccounts(Collection<UUID> accounts) {
    return open("t.account_id = any(:accounts)").set("accounts", Ids.of(accounts)).list();
  }

  private SqlQuery<FollowTargetRow> open(String condition) {
    return sql.query(
        FollowTargetRow.SELECT + " where " + OPEN + " and " + condition, FollowTargetRow::of);
  }

  List<UUID> idsOfAccounts(Collection<UUID> accounts) {
    return sql.query(
            "select t.id from follow_target t where t.account_id = any(:accounts) and " + OPEN,
            row -> row.uuid(1))
        .set("accounts", Ids.of(accounts))
        .list();
  }

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

  /** Public targets in list order; of one account unless {@code account} is null. */
  List<FollowTargetRow> page(UUID account, PageRequest page) {
    KeysetQuery<FollowTargetRow> open =
        new KeysetQuery<>(sql.query(FollowTargetRow.SELECT, FollowTargetRow::of)).and(OPEN);
    return account == null
        ? open.byText("t.sort_key", "t.id", page)
        : open.and("t.account_id = :account", "account", account)
            .pagedInMemory(FollowTargetRow::key, row -> true, page);
  }

  /** Targets of a published edition in its order; of one account unless {@code account} is null. */
  List<FollowTargetRow> editionPage(UUID edition, UUID account, PageRequest page) {
    return new KeysetQuery<>(sql.query(FollowTargetRow.SHOWN, FollowTargetRow::ofShown))
        .and(OPEN)
        .and("s.edition_id = :edition", "edition", edition)
        .and("exists (select 1 from edition e where e.id = s.edition_id and e.state = 'published')")
        .pagedInMemory(
            FollowTargetRow::placeKey,
            row -> account == null || account.equals(row.accountId()),
            page);
  }

  List<FollowTargetRow> shownBy(Collection<UUID> editions) {
    return sql.query(shown("s.edition_id = any(:ids)"), FollowTargetRow::ofShown)
        .set("ids", Ids.of(editions))
        .list();
  }

  /** Part of the statement that finds editions; {@code editions} is a subquery. */
  static SqlPart<FollowTargetRow> partShownBy(String editions) {
    return new SqlPart<>(
        shown("s.edition_id = any(array(" + editions + "))"), FollowTargetRow::ofShown);
  }

  private static String shown(String condition) {
    return FollowTargetRow.SHOWN + " where " + OPEN + " and " + condition;
  }

  List<PlacedTarget> idsShownBy(Collection<UUID> editions) {
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

  /** Placement and target of a code; empty when it is unknown or the target is hidden. */
  Optional<ScannedCode> scanned(String code) {
    return sql.query(
            """
            select p.id, p.scene, t.id, t.name, t.account_id, p.ends_at
            from placement p join follow_target t on t.id = p.follow_target_id
            where p.code = :code and t.state <> 'hidden' and t.account_id is not null
            """,
            ScannedCode::of)
        .set("code", code)
        .first();
  }
}
