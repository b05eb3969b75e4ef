package org.yujian.follow;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.yujian.shared.page.KeysetQuery;
import org.yujian.shared.page.PageRequest;
import org.yujian.shared.page.Sql;

/** Queries for the follows of one reader and their counters; called by {@link FollowService}. */
@ApplicationScoped
class FollowRepository implements PanacheRepositoryBase<Follow, Follow.Key> {

  private final Sql sql;

  FollowRepository(Sql sql) {
    this.sql = sql;
  }

  /** Finds a follow, also an ended one. */
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

  List<Follow> active(long readerKey, Collection<UUID> accounts) {
    return list(
        "readerKey = ?1 and active = true and accountId in ?2 order by followedSeq desc",
        readerKey,
        accounts);
  }

  void flushTogether(int follows) {
    sql.batchSize(follows);
    flush();
  }

  List<FollowChange> changedSince(long readerKey, long seq, int limit) {
    return find(
            """
            select accountId, active, muted, followedAt, followedSeq,
              greatest(countedFrom, readUpTo), seq
            from Follow where readerKey = ?1 and seq > ?2 order by seq
            """,
            readerKey,
            seq)
        .project(FollowChange.class)
        .page(0, limit)
        .list();
  }

  /** Sorted by account id, the order in which the counters are locked. */
  List<Follow> all(long readerKey) {
    return list("readerKey = ?1 order by accountId", readerKey);
  }

  void persist(FollowEvent event) {
    getEntityManager().persist(event);
  }

  void moveEvents(long from, long into) {
    update("update FollowEvent set readerKey = ?1 where readerKey = ?2", into, from);
  }

  /**
   * Adds to an account's follower count. Must be the last statement of a transaction: it locks the
   * counter until the commit, and many readers may follow one account at the same time.
   */
  void add(UUID account, int followers) {
    sql.statement(
            """
            insert into account_counter (account_id, followers) values (:account, :followers)
            on conflict (account_id)
            do update set followers = account_counter.followers + excluded.followers
            """)
        .set("account", account)
        .set("followers", followers)
        .run();
  }
}
