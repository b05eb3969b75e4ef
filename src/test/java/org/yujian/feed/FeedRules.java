package org.yujian.feed;

import static org.assertj.core.api.Assertions.assertThat;

import org.yujian.testing.Tables;

/** What holds for editions and articles at any moment between transactions. */
public final class FeedRules {
  private FeedRules() {}

  public static void check(Tables tables) {
    places(tables);
    copies(tables);
  }

  private static void places(Tables tables) {
    none(
        tables,
        "feed_order follows from published_at and position",
        """
        select a.id from article a join edition e on e.id = a.edition_id
        where a.state <> 'draft' and a.feed_order <>
          (extract(epoch from a.published_at) * 1000000)::bigint * 8 + 8 - a.position
        """);
    none(
        tables,
        "articles of one edition go live with it, or again alone later",
        """
        select a.id from article a join edition e on e.id = a.edition_id
        where a.state <> 'draft' and a.published_at <> e.published_at
          and a.live_rev = 1 and (a.state = 'published' or a.withdrawn_at = e.withdrawn_at)
        """);
    none(
        tables,
        "at one moment one edition goes live, or one article again",
        """
        select published_at from (
          select distinct published_at, edition_id from article where state <> 'draft') moments
        group by published_at having count(*) > 1
        """);
    none(
        tables,
        "a published edition has no article that was never live, a draft one no live one",
        """
        select a.id from article a join edition e on e.id = a.edition_id
        where (e.state in ('draft', 'scheduled', 'failed')) <> (a.state = 'draft')
          or e.state = 'withdrawn' and a.state <> 'withdrawn'
        """);
    none(
        tables,
        "positions are 1 to n",
        """
        select edition_id from article group by edition_id
        having min(position) <> 1 or max(position) <> count(*)
        """);
  }

  private static void copies(Tables tables) {
    none(
        tables,
        "a live copy is its newest revision",
        """
        select a.id from article a left join (
          select article_id, max(rev) rev, count(*) revs from article_revision group by 1) r
          on r.article_id = a.id
        where a.live_rev <> coalesce(r.rev, 0) or r.rev <> r.revs
        """);
    none(
        tables,
        "tag rows are the tags of live articles, with their keys",
        """
        (select a.id, g.id, a.account_id, a.feed_order from article a
          cross join unnest(a.tags) s join tag g on g.slug = s where a.state = 'published'
         except select article_id, tag_id, account_id, feed_order from article_tag)
        union all
        (select article_id, tag_id, account_id, feed_order from article_tag
         except select a.id, g.id, a.account_id, a.feed_order from article a
          cross join unnest(a.tags) s join tag g on g.slug = s where a.state = 'published')
        """);
  }

  private static void none(Tables tables, String rule, String violations) {
    assertThat(tables.rows(violations)).as(rule).isEmpty();
  }
}
