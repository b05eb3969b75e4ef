package org.yujian.account;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.Collection;
import java.util.List;
import java.util.UUID;
import org.yujian.change.Gone;
import org.yujian.shared.page.Ids;
import org.yujian.shared.page.KeysetQuery;
import org.yujian.shared.page.PageRequest;
import org.yujian.shared.page.Sql;
import org.yujian.shared.page.SqlPart;
import org.yujian.shared.page.SqlQuery;

/** Reads accounts for public responses, in no particular order unless a method says so. */
@ApplicationScoped
class PublishedAccountRepository {

  private final Sql sql;

  PublishedAccountRepository(Sql sql) {
    this.sql = sql;
  }

  /** One page in list order, and one row more if another page follows. */
  List<AccountView> page(PageRequest page) {
    return new KeysetQuery<>(sql.query(AccountView.SELECT, AccountView::of))
        .and("a.state = 'open'")
        .byText("a.sort_key", "a.id", page);
  }

  /** All open accounts, in no particular order. */
  List<AccountView> open() {
    return sql.query(AccountView.SELECT + " where a.state = 'open'", AccountView::of).list();
  }

  List<AccountView> views(Collection<UUID> ids) {
    return views("", ids);
  }

  List<AccountView> open(Collection<UUID> ids) {
    return views("a.state = 'open' and ", ids);
  }

  private List<AccountView> views(String condition, Collection<UUID> ids) {
    SqlQuery<AccountView> query =
        sql.query(AccountView.SELECT + " where " + condition + "a.id = any(:ids)", AccountView::of);
    return query.set("ids", Ids.of(ids)).list();
  }

  /** Reads accounts as part of the statement that finds a page; {@code ids} is a subquery. */
  static SqlPart<AccountView> part(String ids) {
    return new SqlPart<>(AccountView.SELECT + among(ids), AccountView::of);
  }

  /** Query of id and version of the accounts that the subquery {@code ids} selects. */
  static String versions(String ids) {
    return "select a.id, a.version from account a" + among(ids);
  }

  private static String among(String ids) {
    return " where a.id = any(array(" + ids + "))";
  }

  List<Gone> closed(Collection<UUID> ids) {
    return sql.query(
            """
            select a.id, a.version, a.id, 'closed', null from account a
            where a.state = 'closed' and a.id = any(:ids)
            """,
            Gone::of)
        .set("ids", Ids.of(ids))
        .list();
  }
}
