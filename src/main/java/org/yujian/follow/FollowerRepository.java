package org.yujian.follow;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.UUID;
import java.util.stream.Collectors;
import org.yujian.shared.page.KeysetQuery;
import org.yujian.shared.page.PageRequest;

/** Queries for followers as an account's desk sees them. */
@ApplicationScoped
class FollowerRepository {

  private static final String ROW =
      """
      select new FollowerRow(
        f.readerKey, f.followerId, f.followedAt, f.scene, f.placementId, f.blocked)
      from Follow f
      """;

  private static final String SOME =
      " where f.accountId = :account and f.followerId in :ids and f.active = true";

  @Inject EntityManager entityManager;

  List<FollowerRow> page(UUID account, FollowerFilter filter, PageRequest page) {
    KeysetQuery<FollowerRow> followers =
        new KeysetQuery<>(entityManager, FollowerRow.class, ROW)
            .and("f.accountId = :account", "account", account)
            .and("f.active = true")
            .and(
                """
                exists (select 1 from FollowerTagging t
                  where t.tagId = :tag and t.readerKey = f.readerKey and t.accountId = f.accountId)
                """,
                "tag",
                filter.tag());
    if (filter.blocked() != null) {
      followers.and(filter.blocked() ? "f.blocked = true" : "f.blocked = false");
    }
    return followers.latestFirst("f.followerId", page);
  }

  List<FollowerRow> some(UUID account, Collection<UUID> ids) {
    return entityManager
        .createQuery(ROW + SOME, FollowerRow.class)
        .setParameter("account", account)
        .setParameter("ids", ids)
        .getResultList();
  }

  List<Long> keys(UUID account, Collection<UUID> ids) {
    return entityManager
        .createQuery("select f.readerKey from Follow f" + SOME, Long.class)
        .setParameter("account", account)
        .setParameter("ids", ids)
        .getResultList();
  }

  /** The tags of these readers at this account, in the order in which the tags were created. */
  List<FollowerTagging> taggings(UUID account, Collection<Long> keys) {
    return entityManager
        .createQuery(
            """
            from FollowerTagging where accountId = :account and readerKey in :keys order by tagId
            """,
            FollowerTagging.class)
        .setParameter("account", account)
        .setParameter("keys", keys)
        .getResultList();
  }

  void tag(FollowerTag tag, Collection<Long> keys, Instant now) {
    entityManager
        .createNativeQuery(
            """
            insert into follower_tagging (tag_id, reader_key, account_id, tagged_at)
            select :tag, key, :account, :now from unnest(cast(:keys as bigint[])) as key
            on conflict do nothing
            """)
        .setParameter("tag", tag.id)
        .setParameter("account", tag.accountId)
        .setParameter("now", now)
        .setParameter(
            "keys", keys.stream().map(String::valueOf).collect(Collectors.joining(",", "{", "}")))
        .executeUpdate();
  }

  void untag(FollowerTag tag, Collection<Long> keys) {
    entityManager
        .createQuery("delete from FollowerTagging where tagId = :tag and readerKey in :keys")
        .setParameter("tag", tag.id)
        .setParameter("keys", keys)
        .executeUpdate();
  }

  void untagAll(UUID account, long key) {
    entityManager
        .createQuery("delete from FollowerTagging where accountId = :account and readerKey = :key")
        .setParameter("account", account)
        .setParameter("key", key)
        .executeUpdate();
  }

  void block(UUID account, Collection<Long> keys, boolean blocked) {
    entityManager
        .createQuery(
            """
            update Follow set blocked = :blocked where accountId = :account and readerKey in :keys
            """)
        .setParameter("blocked", blocked)
        .setParameter("account", account)
        .setParameter("keys", keys)
        .executeUpdate();
  }

  /** Copies the tags that the other reader does not have; the rest is deleted with the reader. */
  void moveTaggings(long from, long into) {
    entityManager
        .createNativeQuery(
            """
            insert into follower_tagging (tag_id, reader_key, account_id, tagged_at)
            select tag_id, :into, account_id, tagged_at from follower_tagging
            where reader_key = :from on conflict do nothing
            """)
        .setParameter("into", into)
        .setParameter("from", from)
        .executeUpdate();
  }
}
