package org.yujian.follow;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.hibernate.Session;
import org.yujian.shared.page.KeysetQuery;
import org.yujian.shared.page.PageRequest;
import org.yujian.shared.page.Sql;

/** Queries for follows and follower counts. */
@ApplicationScoped
class FollowRepository implements PanacheRepositoryBase<Follow, Follow.Key> {

  @Inject Sql sql;

  /** Finds active and ended follows. */
  Optional<Follow> ever(long readerKey, UUID accountId) {
    return findByIdOptional(new Follow.Key(readerKey, accountId));
  }

  Optional<Follow> active(long readerKey, UUID accountId) {
    return ever(readerKey, accountId).filter(follow -> follow.active);
  }

  List<Follow> page(long readerKey, PageRequest page) {
    return new KeysetQuery<>(getEntityManager(), Follow.class, "from Follow f")
        .and("f.readerKey = :reader", "reader", readerKey)
        .and("f.active = true")
        .newestFirst("f.followedSeq", page);
  }

  long countActive(long readerKey) {
    return count("readerKey = ?1 and active = true", readerKey);
  }

  /** The reader's active follows of these accounts, latest followed first. */
  List<Follow> active(long readerKey, Collection<UUID> accounts) {
    return list(
        "readerKey = ?1 and active = true and accountId in ?2 order by followedSeq desc",
        readerKey,
        accounts);
  }

  /** Flushes all changed follows in one JDBC batch. */
  void flushTogether(int follows) {
    getEntityManager().unwrap(Session.class).setJdbcBatchSize(follows);
    flush();
  }

  /** All active follows of the reader in no order, with the columns that the home feed needs. */
  List<Followed> followed(long readerKey) {
    return sql.query(Followed.SELECT, Followed::of).set("reader", readerKey).list();
  }

  /** Follows that changed after the reader's change {@code seq}, in the order of the changes. */
  List<FollowChange> changedSince(long readerKey, long seq, int limit) {
    return getEntityManager()
        .createQuery(
            """
            select new FollowChange(f.accountId, f.active, f.muted, f.followedAt, f.followedSeq,
              greatest(f.countedFrom, f.readUpTo), f.seq)
            from Follow f where f.readerKey = :reader and f.seq > :seq order by f.seq
            """,
            FollowChange.class)
        .setParameter("reader", readerKey)
        .setParameter("seq", seq)
        .setMaxResults(limit)
        .getResultList();
  }

  /** All follows by account id, which is the order in which the counters are locked. */
  List<Follow> all(long readerKey) {
    return list("readerKey = ?1 order by accountId", readerKey);
  }

  void persist(FollowEvent event) {
    getEntityManager().persist(event);
  }

  void moveEvents(long from, long into) {
    getEntityManager()
        .createQuery("update FollowEvent set readerKey = :into where readerKey = :from")
        .setParameter("from", from)
        .setParameter("into", into)
        .executeUpdate();
  }

  /**
   * Adds to an account's follower count. Must be the last statement of a transaction: it locks the
   * counter until the commit, and many readers may follow one account at a time.
   */
  void add(UUID account, int followers) {
    getEntityManager()
        .createNativeQuery(
            """
            insert into account_counter (account_id, followers) values (:account, :followers)
            on conflict (account_id)
            do update set followers = account_counter.followers + excluded.followers
            """)
        .setParameter("account", account)
        .setParameter("followers", followers)
        .executeUpdate();
  }

  List<AccountCount> counts(Collection<UUID> accounts) {
    return getEntityManager()
        .createQuery(
            """
            select new AccountCount(a.id, coalesce(c.followers, 0L))
            from Account a left join AccountCounter c on c.accountId = a.id
            where a.id in :accounts and a.state = OPEN
            """,
            AccountCount.class)
        .setParameter("accounts", accounts)
        .getResultList();
  }
}
