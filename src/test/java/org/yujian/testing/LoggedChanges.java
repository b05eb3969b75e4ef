package org.yujian.testing;

/** The change log's part of what fixtures write by SQL. */
public final class LoggedChanges {
  private LoggedChanges() {}

  /**
   * Appends a row for the present version of everything public that has none, in the order in which
   * it would have become public. Belongs into the transaction that made the change.
   */
  public static final String MISSING_ROWS =
      """
      select pg_advisory_xact_lock(98234985564494);
      insert into change (at, type, thing_id, version, parts, account_ids, edition_ids, tags,
          target_ids)
        select clock_timestamp(), type, id, version, '{test}', accounts, editions, tags, targets
        from (
          select 'account' as type, id, version, array[id] as accounts, '{}'::uuid[] as editions,
            '{}'::text[] as tags, '{}'::uuid[] as targets, 1 as first, created_at as at, 0 as place
            from account where state <> 'hidden'
          union all
          select 'tag', id, version, '{}', '{}', array[slug], '{}', 1, created_at, 0 from tag
          union all
          select 'followTarget', id, version, array_remove(array[account_id], null),
            array(select s.edition_id from edition_follow_target s where s.follow_target_id = t.id),
            '{}', array[id], 1, created_at, 0
            from follow_target t where state <> 'hidden'
          union all
          select 'article', id, version, array[account_id], array[edition_id], tags, '{}', 2,
            published_at, position from article where state <> 'draft'
          union all
          select 'edition', id, version, array[account_id], array[id], '{}', '{}', 2,
            published_at, 9 from edition where state in ('published', 'withdrawn')) t
        where not exists (
          select 1 from change c where c.thing_id = t.id and c.version = t.version)
        order by first, at, place
      """;
}
