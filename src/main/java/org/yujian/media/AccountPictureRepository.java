package org.yujian.media;

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

/** The pictures of accounts and where they are used. */
@ApplicationScoped
class AccountPictureRepository implements PanacheRepositoryBase<AccountPicture, UUID> {

  private static final String USED =
      """
      exists (select 1 from PictureUse u where u.pictureKey = p.stored.key
        and (u.accountId = p.accountId or u.accountId is null))
      """;

  private final Sql sql;

  AccountPictureRepository(Sql sql) {
    this.sql = sql;
  }

  /** Whether the account exists; it cannot be deleted until the end of the transaction. */
  boolean lockAccount(UUID account) {
    return sql.statement("select 1 from account where id = :id for key share")
        .set("id", account)
        .row(row -> row.integer(1))
        .isPresent();
  }

  Optional<AccountPicture> ofAccount(UUID account, String key) {
    return find("accountId = ?1 and stored.key = ?2", account, key).firstResultOptional();
  }

  /** Any account's picture with this content, first added first. */
  Optional<AccountPicture> ofAnyAccount(String key) {
    return find("stored.key = ?1 order by id", key).firstResultOptional();
  }

  Optional<AccountPicture> lock(UUID id) {
    return find("id", id).withLock(LockModeType.PESSIMISTIC_WRITE).firstResultOptional();
  }

  /**
   * @param accounts null for all
   * @param used null for used and unused ones
   */
  List<AccountPicture> page(
      Collection<UUID> accounts, UUID account, Boolean used, PageRequest page) {
    KeysetQuery<AccountPicture> query =
        new KeysetQuery<>(
                getEntityManager(),
                AccountPicture.class,
                "select p from AccountPicture p join fetch p.stored")
            .and("p.accountId in :accounts", "accounts", accounts)
            .and("p.accountId = :account", "account", account);
    if (used != null) {
      query.and(used ? USED : "not " + USED);
    }
    return query.latestFirst("p.id", page);
  }

  /** Where the account uses the picture; 100 at most. */
  List<PictureUse> uses(AccountPicture picture) {
    return getEntityManager()
        .createQuery(
            """
            select u from PictureUse u where u.pictureKey = :key
              and (u.accountId = :account or u.accountId is null)
            order by u.kind, u.thingId, u.rev
            """,
            PictureUse.class)
        .setParameter("key", picture.stored.key)
        .setParameter("account", picture.accountId)
        .setMaxResults(100)
        .getResultList();
  }

  /** Whether an account within the limits of a key has the picture; null means no limits. */
  boolean isReached(String key, Collection<UUID> accounts) {
    return accounts == null
        ? count("stored.key", key) > 0
        : count("stored.key = ?1 and accountId in ?2", key, accounts) > 0;
  }
}
