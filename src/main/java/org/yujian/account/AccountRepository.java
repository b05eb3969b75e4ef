package org.yujian.account;

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
import org.yujian.shared.page.SqlQuery;
import org.yujian.shared.text.NameKeys;

/** All query text about accounts. */
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

  /** By id, or by {@code @handle}. */
  Optional<Account> findByRef(String ref) {
    if (ref.startsWith("@")) {
      return find("handle", ref.substring(1)).firstResultOptional();
    }
    return id(ref).flatMap(this::findByIdOptional);
  }

  /** The id behind an id or {@code @handle}. An entity read before its lock would be an old one. */
  Optional<UUID> idOf(String ref) {
    return ref.startsWith("@")
        ? ids("a.handle = :value", ref.substring(1))
        : id(ref).flatMap(id -> ids("a.id = :value", id));
  }

  /** The id behind a name, among those that are not closed. */
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
   * Locks the row until the end of the transaction: the root of an account's locks. Read here for
   * the first time in the transaction, so it is the newest.
   */
  Optional<Account> lock(UUID id) {
    return findByIdOptional(id, LockModeType.PESSIMISTIC_WRITE);
  }

  /** A page of the public list, one more row than asked. */
  List<AccountView> publicPage(PageRequest page) {
    return new KeysetQuery<>(sql.query(AccountView.SELECT, AccountView::of))
        .and("a.state = 'open'")
        .byText("a.sort_key", "a.id", page);
  }

  /** A page of the desk's list, within the caller's accounts. */
  List<DeskAccount> deskPage(Collection<UUID> within, PageRequest page) {
    return new KeysetQuery<>(getEntityManager(), DeskAccount.class, DESK)
        .and("a.id in :within", "within", within)
        .byText("a.sortKey", "a.id", page);
  }

  /** The accounts of a page of something else, in no order. */
  List<AccountView> views(Collection<UUID> ids) {
    return views(" where a.id = any(:ids)").set("ids", Among.of(ids)).list();
  }

  /** The same for rows that are being found. */
  static SqlPart<AccountView> part(String ids) {
    return new SqlPart<>(AccountView.SELECT + among(ids), AccountView::of);
  }

  /** Only id and version of the same. */
  static String versions(String ids) {
    return "select a.id, a.version from account a" + among(ids);
  }

  private static String among(String ids) {
    return " where a.id = any(array(" + ids + "))";
  }

  /** The public ones among these, in no order. */
  List<AccountView> open(Collection<UUID> ids) {
    return views(" where a.state = 'open' and a.id = any(:ids)").set("ids", Among.of(ids)).list();
  }

  /** The closed ones among these. */
  List<Absence> closed(Collection<UUID> ids) {
    return sql.query(
            """
            select a.id, a.version, a.id, 'closed', null from account a
            where a.state = 'closed' and a.id = any(:ids)
            """,
            Absence::of)
        .set("ids", Among.of(ids))
        .list();
  }

  /** All that are not closed. */
  List<AccountView> allLive() {
    return views(" where a.state <> 'closed' order by a.sort_key, a.id").list();
  }

  private SqlQuery<AccountView> views(String condition) {
    return sql.query(AccountView.SELECT + condition, AccountView::of);
  }

  /** Whether it could name an account. */
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
