package org.yujian.account;

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
import org.yujian.shared.page.SqlQuery;
import org.yujian.shared.text.NameKeys;

/** All queries of accounts. Results have no order unless a method says so. */
@ApplicationScoped
class AccountRepository implements PanacheRepositoryBase<Account, UUID> {

  @Inject Sql sql;

  private static final String DESK =
      """
      select new DeskAccount(
        a.id, a.version, a.state, a.handle, a.name, a.avatar, a.intro, a.registration,
        a.createdAt, a.updatedAt, a.sortKey)
      from Account a
      """;

  /** Finds an account by id or by {@code @handle}. */
  Optional<Account> findByRef(String ref) {
    if (ref.startsWith("@")) {
      return find("handle", ref.substring(1)).firstResultOptional();
    }
    return id(ref).flatMap(this::findByIdOptional);
  }

  /** Id by id or {@code @handle}. Not the entity: one loaded before its lock would be stale. */
  Optional<UUID> idOf(String ref) {
    return ref.startsWith("@")
        ? ids("a.handle = :value", ref.substring(1))
        : id(ref).flatMap(id -> ids("a.id = :value", id));
  }

  /** Id of the account with this name (compared by its unique key) that is not closed. */
  Optional<UUID> idOfLive(String name) {
    return ids("a.nameKey = :value and a.state <> CLOSED", NameKeys.unique(name));
  }

  private Optional<UUID> ids(String condition, Object value) {
    return getEntityManager()
        .createQuery("select a.id from Account a where " + condition, UUID.class)
        .setParameter("value", value)
        .getResultStream()
        .findFirst();
  }

  boolean handleExists(String handle) {
    return count("handle", handle) > 0;
  }

  /**
   * Locks the row, the first of an account's locks, until the end of the transaction. It must not
   * be loaded earlier in the transaction, so that the row read here is current.
   */
  Optional<Account> lock(UUID id) {
    return findByIdOptional(id, LockModeType.PESSIMISTIC_WRITE);
  }

  /** One page of the public list, plus one row that shows whether another page follows. */
  List<AccountView> publicPage(PageRequest page) {
    return new KeysetQuery<>(sql.query(AccountView.SELECT, AccountView::of))
        .and("a.state = 'open'")
        .byText("a.sort_key", "a.id", page);
  }

  List<DeskAccount> deskPage(Collection<UUID> within, PageRequest page) {
    return new KeysetQuery<>(getEntityManager(), DeskAccount.class, DESK)
        .and("a.id in :within", "within", within)
        .byText("a.sortKey", "a.id", page);
  }

  List<AccountView> views(Collection<UUID> ids) {
    return views(" where a.id = any(:ids)").set("ids", Ids.of(ids)).list();
  }

  /** Reads the accounts in the statement that finds a page; {@code ids} is a subquery. */
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

  List<AccountView> open(Collection<UUID> ids) {
    return views(" where a.state = 'open' and a.id = any(:ids)").set("ids", Ids.of(ids)).list();
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

  List<AccountView> allLive() {
    return views(" where a.state <> 'closed' order by a.sort_key, a.id").list();
  }

  private SqlQuery<AccountView> views(String condition) {
    return sql.query(AccountView.SELECT + condition, AccountView::of);
  }

  /** Whether the text has the form of an account id or {@code @handle}. */
  static boolean isRef(String ref) {
    return ref.startsWith("@") && ref.length() > 1 || id(ref).isPresent();
  }

  private static Optional<UUID> id(String ref) {
    try {
      return Optional.of(UUID.fromString(ref));
    } catch (IllegalArgumentException notAnId) {
      return Optional.empty();
    }
  }
}
