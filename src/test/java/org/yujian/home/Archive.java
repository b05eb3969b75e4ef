package org.yujian.home;

import java.util.Locale;
import org.yujian.testing.Tables;

/** Old articles of an account, straight into the tables. */
record Archive(Tables tables) {

  /** So many, each an edition of its own, titled "alt 1" (the oldest) and so on. */
  void add(String account, int articles) {
    tables.runLogged(
        String.format(
            Locale.ROOT,
            """
            create temp table more on commit drop as
              select n, gen_random_uuid() edition, gen_random_uuid() article,
                timestamptz '2020-01-01' + n * interval '1 hour' as at
              from generate_series(1, %2$d) n;
            insert into edition (id, account_id, state, published_at, version, desk_version,
                created_at, created_by, updated_at)
              select edition, '%1$s', 'published', at, 1, 1, at, 'test', at from more;
            insert into article (id, account_id, edition_id, position, state, live_rev, version,
                title, published_at, live_at, feed_order, created_at)
              select article, '%1$s', edition, 1, 'published', 1, 1, 'alt ' || n, at, at,
                (extract(epoch from at) * 1000000)::bigint * 8 + 7, at from more
            """,
            account,
            articles));
  }
}
