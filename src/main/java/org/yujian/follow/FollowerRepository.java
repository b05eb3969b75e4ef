package org.yujian.follow;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.UUID;
import org.yujian.shared.page.KeysetQuery;
import org.yujian.shared.page.PageRequest;
import org.yujian.shared.page.Sql;

/** Queries for the followers of an account and their tags. */
@ApplicationScoped
class FollowerRepository implements PanacheRepositoryBase<FollowerTagging, FollowerTagging.Key> {

  private static final String ROW =
      """
      select f.readerKey, f.followerId, f.followedAt, f.scene, f.placementId, f.blocked
      from Follow f
      """;

  private static final String SOME =
      " where f.accountId = ?1 and f.followerId in ?2 and f.active = true";

  private final Sql sql;

  FollowerRepository(Sql sql) {
    this.sql = sql;
  }

  List<FollowerRow> page(UUID account, FollowerFilter filter, PageRequest page) {
    KeysetQuery<FollowerRow> followers =
        new KeysetQuery<>(getEntityManager(), FollowerRow.class, ROW)
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
    return find(ROW + SOME, account, ids).project(FollowerRow.class).list();
  }

  List<Long> keys(UUID account, Collection<UUID> ids) {
    return find("select f.readerKey from Follow f" + SOME, account, ids).project(Long.class).list();
  }

  /** Tags of these followers, oldest tag first; {@code keys} are readers' internal numbers. */
  List<FollowerTagging> taggings(UUID account, Collection<Long> keys) {
    return list("accountId = ?1 and readerKey in ?2 order by tagId", account, keys);
  }

  void tag(FollowerTag tag, Collection<Long> keys, Instant now) {
    sql.statement(
            """
            insert into follower_tagging (tag_id, reader_key, account_id, tagged_at)
            select :tag, key, :account, :now from unnest(:keys) as key
            on conflict do nothing
            """)
        .set("tag", tag.id)
        .set("account", tag.accountId)
        .set("now", now)
        .set("keys", keys.toArray(Long[]::new))
        .run();
  }

  void untag(FollowerTag tag, Collection<Long> keys) {
    delete("tagId = ?1 and readerKey in ?2", tag.id, keys);
  }

  void untagAll(UUID account, long key) {
    delete("accountId = ?1 and readerKey = ?2", account, key);
  }

  void block(UUID account, Collection<Long> keys, boolean blocked) {
    update(
        "update Follow set blocked = ?1 where accountId = ?2 and readerKey in ?3",
        blocked,
        account,
        keys);
  }

  /**
   * Gives {@code into} the tags that only {@code from} has; the rows of {@code from} are deleted
   * with that reader.
   */
  void copyTaggings(long from, long into) {
    sql.statement(
            """
            insert into follower_tagging (tag_id, reader_key, account_id, tagged_at)
            select tag_id, :into, account_id, tagged_at from follower_tagging
            where reader_key = :from on conflict do nothing
            """)
        .set("into", into)
        .set("from", from)
        .run();
  }
}
