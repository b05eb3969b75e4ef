package org.yujian.account;

import static java.util.stream.Collectors.toMap;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.LockModeType;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.yujian.shared.page.KeysetQuery;
import org.yujian.shared.page.PageRequest;
import org.yujian.shared.text.NameKeys;

/** Accounts for changes and for editors. Unordered unless a method says so. */
@ApplicationScoped
class AccountRepository implements PanacheRepositoryBase<Account, UUID> {

  private record Named(UUID id, String name) {}

  private static final String DESK =
      """
      select new DeskAccount(
        a.id, a.version, a.state, a.handle, a.name, a.avatar, a.intro, a.registration, a.review,
        a.createdAt, a.updatedAt, a.sortKey)
      from Account a
      """;

  Optional<Account> findByRef(String ref) {
    if (ref.startsWith("@")) {
      return find("handle", ref.substring(1)).firstResultOptional();
    }
    return id(ref).flatMap(this::findByIdOptional);
  }

  /** The id only: an entity loaded before it is locked would be stale. */
  Optional<UUID> idOf(String ref) {
    return ref.startsWith("@")
        ? ids("handle = ?1", ref.substring(1))
        : id(ref).flatMap(id -> ids("id = ?1", id));
  }

  /** Id of the account with this name, compared by its unique key, that is not closed. */
  Optional<UUID> idOfLive(String name) {
    return ids("nameKey = ?1 and state <> CLOSED", NameKeys.unique(name));
  }

  private Optional<UUID> ids(String condition, Object value) {
    return find("select id from Account where " + condition, value)
        .project(UUID.class)
        .firstResultOptional();
  }

  Map<UUID, String> names(Collection<UUID> ids) {
    return find("select id, name from Account where id in ?1", ids).project(Named.class).stream()
        .collect(toMap(Named::id, Named::name));
  }

  boolean handleExists(String handle) {
    return count("handle", handle) > 0;
  }

  /**
   * Locks the row, which every change of the account's content locks first. The transaction must
   * not have loaded the account earlier: it would be stale.
   */
  Optional<Account> lock(UUID id) {
    return findByIdOptional(id, LockModeType.PESSIMISTIC_WRITE);
  }

  List<DeskAccount> deskPage(Collection<UUID> within, PageRequest page) {
    return new KeysetQuery<>(getEntityManager(), DeskAccount.class, DESK)
        .and("a.id in :within", "within", within)
        .byText("a.sortKey", "a.id", page);
  }

  /** Open and hidden accounts in list order; not as entities, because a lock may follow. */
  List<AccountView> allLive() {
    return find("""
            select id, version, handle, name, avatar, intro, registration, sortKey from Account
            where state <> CLOSED order by sortKey, id
            """)
        .project(AccountView.class)
        .list();
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
