package org.yujian.home;

import jakarta.enterprise.context.ApplicationScoped;
import java.sql.SQLException;
import java.util.List;
import org.yujian.follow.Followed;
import org.yujian.shared.page.Ids;
import org.yujian.shared.page.Sql;
import org.yujian.shared.page.SqlRow;

/** Counts unread articles of readers. */
@ApplicationScoped
class UnreadRepository {

  /** How many of an account's newest articles are checked. */
  static final int DEPTH = 1_000;

  private final Sql sql;

  UnreadRepository(Sql sql) {
    this.sql = sql;
  }

  /**
   * Counts unread articles in the order of the follows. Checks each account's newest live articles
   * above the watermark until enough are unread or {@link #DEPTH} is exceeded, which means more.
   * Marks are found by article, because an article that went live again has a new feed order.
   */
  List<UnreadCount> counts(long readerKey, List<Followed> follows) {
    return sql.query(
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
            UnreadRepository::count)
        .set("reader", readerKey)
        .set("accounts", Ids.of(follows.stream().map(Followed::accountId).toList()))
        .set("watermarks", follows.stream().map(Followed::watermark).toArray(Long[]::new))
        .set("depth", DEPTH)
        .set("enough", Unread.HIGHEST + 1)
        .list();
  }

  private static UnreadCount count(SqlRow row) throws SQLException {
    return new UnreadCount(row.uuid(1), Unread.of(row.integer(2), row.flag(3)));
  }
}
