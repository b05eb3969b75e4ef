package org.yujian.home;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.Tuple;
import java.util.List;
import java.util.UUID;
import org.hibernate.Session;
import org.yujian.follow.Followed;

/** Counts unread articles of readers. */
@ApplicationScoped
class UnreadRepository {

  /** How many of an account's newest articles are checked. */
  static final int DEPTH = 1_000;

  @Inject Session session;

  /**
   * Counts in the order of the follows. For each account it checks the newest live articles above
   * the watermark until it has found enough unread ones or reached the depth, whose extra row means
   * that there are more. Marks are found by article, because an article that went live again has a
   * new feed order. Accounts without marks skip the lookups.
   */
  List<UnreadCount> counts(long readerKey, List<Followed> follows) {
    return session
        .createNativeQuery(
            """
            select account.id, count(*) filter (where n <= :depth),
              coalesce(bool_or(n > :depth), false)
            from unnest(cast(:accounts as uuid[]), cast(:watermarks as bigint[]))
              with ordinality as account (id, watermark, place)
            left join lateral (
              select true as here from article_state
              where reader_key = :reader and account_id = account.id and read limit 1) marks on true
            left join lateral (
              select n from (
                select id, row_number() over (order by feed_order desc) as n from article
                where account_id = account.id and state = 'published'
                  and feed_order > account.watermark
                order by feed_order desc limit :depth + 1) newest
              where n > :depth or marks.here is null or (
                select read from article_state
                where reader_key = :reader and article_id = newest.id) is not true
              limit :enough) unread on true
            group by account.place, account.id
            order by account.place
            """,
            Tuple.class)
        .setParameter("reader", readerKey)
        .setParameter("accounts", follows.stream().map(Followed::accountId).toArray(UUID[]::new))
        .setParameter("watermarks", follows.stream().map(Followed::watermark).toArray(Long[]::new))
        .setParameter("depth", DEPTH)
        .setParameter("enough", Unread.HIGHEST + 1)
        .getResultStream()
        .map(UnreadRepository::count)
        .toList();
  }

  private static UnreadCount count(Tuple row) {
    return new UnreadCount(
        row.get(0, UUID.class),
        Unread.of(row.get(1, Long.class).intValue(), row.get(2, Boolean.class)));
  }
}
