package org.yujian.testing;

import java.util.List;
import java.util.Random;

/**
 * An archive as a busy office has it after years, written straight into the tables: 2,000 accounts
 * and 300 tags of which few have most articles (Zipf), about half the articles tagged, editions of
 * one to eight articles, some withdrawn, some never published; each public thing with its row in
 * the change log. Counts and times are realistic, the words are not. The tables are analyzed.
 */
public final class ManyArticles {
  private static final int ACCOUNTS = 2_000;
  private static final int TAGS = 300;

  private ManyArticles() {}

  /** Fills empty tables with at least this many published articles. */
  public static void fill(Tables tables, int articles, Random random) {
    fill(tables, articles, ACCOUNTS, random);
  }

  /** As {@link #fill(Tables, int, Random)}, of another number of accounts. */
  public static void fill(Tables tables, int articles, int accounts, Random random) {
    // On average 4.5 articles in an edition, less the withdrawn ones.
    int editions = articles * 100 / 410;
    String seed = "select setseed(" + random.nextDouble() + ");";
    String all =
        String.join(
                ";",
                List.of(
                    FUNCTIONS,
                    ACCOUNT,
                    TAG,
                    TARGET,
                    EDITION,
                    ARTICLE,
                    REST,
                    LoggedChanges.MISSING_ROWS))
            .replace(":accounts", "" + accounts)
            .replace(":tags", "" + TAGS)
            .replace(":editions", "" + editions);
    // Before the commit: it runs a deferred trigger for each row, and those plan by statistics.
    // Those of emptied tables made it twenty times as long.
    tables.run(seed + all + ";analyze");
  }

  /** Ids like UUIDv7 (by time, then by chance) and log-uniform choice, which is Zipf's. */
  private static final String FUNCTIONS =
      """
      create or replace function pg_temp.v7(at timestamptz) returns uuid language sql volatile as $$
        select (lpad(to_hex((extract(epoch from at) * 1000)::bigint), 12, '0') || '7'
          || substr(md5(random()::text || clock_timestamp()), 1, 3) || 'a'
          || substr(md5(random()::text), 1, 15))::uuid $$;
      create or replace function pg_temp.few(n int) returns int language sql volatile as $$
        select floor(exp(random() * ln(n + 1)))::int $$;
      create temp table made_account on commit drop as
        select i, pg_temp.v7(timestamptz '2020-01-01' + i * interval '1 hour') id
        from generate_series(1, :accounts) i;
      create temp table made_tag on commit drop as
        select i, pg_temp.v7(timestamptz '2020-01-01' + i * interval '1 hour') id
        from generate_series(1, :tags) i
      """;

  private static final String ACCOUNT =
      """
      insert into account (id, handle, name, name_key, sort_key, intro, state, version,
          created_at, updated_at, closed_at)
        select id, 'a' || i, '账号' || i, '账号' || i, md5(i::text), repeat('介绍', 20),
          case when i % 50 = 49 then 'hidden' when i % 100 = 98 then 'closed' else 'open' end,
          1, now(), now(), case when i % 100 = 98 then now() end
        from made_account
      """;

  private static final String TAG =
      """
      insert into tag (id, slug, name, name_key, sort_key, version, created_at, updated_at)
        select id, 't' || i, '标签' || i, '标签' || i, md5(i::text), 1, now(), now() from made_tag
      """;

  private static final String TARGET =
      """
      insert into follow_target (id, name, name_key, sort_key, account_id, state, version,
          created_at, updated_at)
        select pg_temp.v7(now()), '账号' || i, '账号' || i, md5(i::text), id,
          case when i % 50 = 49 then 'hidden' else 'open' end, 1, now(), now() from made_account;
      insert into placement (id, follow_target_id, label, scene, code, created_at)
        select pg_temp.v7(now()), id, scene, scene, md5(id::text || scene), now()
        from follow_target, unnest(array['default', 'hall']) scene;
      insert into follow_target (id, name, name_key, sort_key, url, state, version,
          created_at, updated_at)
        select pg_temp.v7(now()), '外号' || i, '外号' || i, md5(i || 'outside'), 'https://w.example/' || i,
          'open', 1, now(), now() from generate_series(1, 1000) i
      """;

  /** One in 40 withdrawn, one in 40 a draft. */
  private static final String EDITION =
      """
      create temp table made_edition on commit drop as
        select e.i, pg_temp.v7(at) id, a.id account_id, at, articles,
          case e.i % 40 when 7 then 'withdrawn' when 8 then 'draft' else 'published' end state
        from (select i, timestamptz '2021-01-01' + i * interval '53 minutes 1.234567 seconds' as at,
            pg_temp.few(:accounts) account, 1 + floor(random() * 8)::int articles
          from generate_series(1, :editions) i) e
        join made_account a on a.i = e.account;
      insert into edition (id, account_id, state, published_at, version, desk_version, withdrawn_at,
          withdrawn_class, created_at, created_by, updated_at)
        select id, account_id, state, case when state <> 'draft' then at end, 1, 2,
          case when state = 'withdrawn' then at end,
          case when state = 'withdrawn' then 'error' end, at, 'test', at
        from made_edition;
      create temp table made_target on commit drop as
        select row_number() over (order by sort_key) i, id from follow_target;
      insert into edition_follow_target
        select e.id, p, t.id from (
          select id, i, p from made_edition, generate_series(1, 2) p where i % 3 = 0) e
        join made_target t on t.i = 1 + (e.i * 7 + e.p * 11) % 3000
      """;

  /** One in 50 of the articles of a published edition withdrawn, half with up to three tags. */
  private static final String ARTICLE =
      """
      create temp table made_article on commit drop as
        select pg_temp.v7(e.at) id, e.id edition_id, e.account_id, e.at, position::smallint position,
          case when e.state = 'published' and random() < 0.02 then 'withdrawn' else e.state end state,
          case when random() < 0.5 then '{}'::int[] else array(select distinct pg_temp.few(:tags)
            from generate_series(1, (e.i + position) % 3 + 1)) end tag
        from made_edition e, generate_series(1, e.articles) position;
      insert into article (id, account_id, edition_id, position, state, live_rev, version, title,
          title_key, digest, source, tags, characters, read_seconds, published_at, live_at,
          feed_order, withdrawn_at, withdrawn_class, created_at)
        select id, account_id, edition_id, position, state, (state <> 'draft')::int,
          (state <> 'draft')::int, '题' || position, '题' || position, repeat('摘要', 27), '党群办',
          array(select 't' || unnest(tag)), 1200, 180, live, live,
          (extract(epoch from live) * 1000000)::bigint * 8 + 8 - position,
          case when state = 'withdrawn' then at end,
          case when state = 'withdrawn' then 'error' end, at
        from (select *, case when state <> 'draft' then at end live from made_article) a;
      insert into article_tag
        select t.id, a.id, a.account_id, (extract(epoch from at) * 1000000)::bigint * 8 + 8 - position
        from (select *, unnest(tag) i from made_article where state = 'published') a
        join made_tag t using (i)
      """;

  private static final String REST =
      """
      insert into article_revision (article_id, rev, account_id, title, body, html, text, markdown,
          derivation, characters, body_sha256, canonical_sha256, content_sha256, live_at, created_by,
          correction_class)
        select id, 1, account_id, '题' || position, '{"blocks": []}', '<p>文</p>', '文', '文', 1, 1200,
          md5(id::text), md5(id::text), md5(id::text), at, 'test',
          case when random() < 0.02 then 'typo' end
        from made_article where state <> 'draft';
      insert into article_draft (article_id, account_id, version, title, title_key, body, characters,
          body_sha256, canonical_sha256, content_sha256, changed_at, changed_by)
        select id, account_id, 1, '题' || position, '题' || position, '{"blocks": []}', 1200,
          md5(id::text), md5(id::text), md5(id::text), at, 'test'
        from made_article where state = 'draft'
      """;
}
