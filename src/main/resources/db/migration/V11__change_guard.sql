-- No public row changes without its row in the change log: refused at commit. Package change.

-- Columns that the public never sees. A column that is not named here counts as public, so that a
-- new one cannot be forgotten; a later migration replaces this function.
create function change_desk_only(of_table text) returns text[] language sql immutable as $$
  select case of_table
    when 'edition' then
      '{desk_version,scheduled_at,internal_note,created_at,created_by,updated_at}'::text[]
    when 'article' then '{title_key,internal_note,created_at}'::text[]
    else '{name_key,created_at,updated_at}'::text[]
  end
$$;

-- The newest row of the thing must be this transaction's, and carry the version that the thing has
-- now. (A row written under a savepoint would not count: nobody here uses them.)
create function change_require(kind text, thing uuid, at_version bigint) returns void
language plpgsql as $$
declare
  newest record;
begin
  select version, xmin = pg_current_xact_id()::xid as mine into newest
    from change where thing_id = thing order by version desc limit 1;
  if newest.mine is not true or newest.version <> coalesce(at_version, newest.version) then
    raise exception '% % was changed for the public without its row in the change log', kind, thing
      using errcode = 'YJ001',
        hint = 'append it with ChangeLog in the transaction that makes the change';
  end if;
end $$;

create function change_guard() returns trigger language plpgsql as $$
declare
  thing uuid := case when tg_op = 'DELETE' then old.id else new.id end;
  at_version bigint;
begin
  -- As it is now, at commit: one transaction may change a thing several times. Null when deleted.
  case tg_table_name
    when 'account' then select version into at_version from account where id = thing;
    when 'edition' then select version into at_version from edition where id = thing;
    when 'article' then select version into at_version from article where id = thing;
    when 'tag' then select version into at_version from tag where id = thing;
    else select version into at_version from follow_target where id = thing;
  end case;
  perform change_require(tg_table_name, thing, at_version);
  return null;
end $$;

-- The tags of an article and the targets of an edition are part of it.
create function change_guard_tags() returns trigger language plpgsql as $$
declare
  thing uuid;
  at_version bigint;
begin
  for thing in select distinct unnest(case tg_op when 'INSERT' then array[new.article_id]
      when 'DELETE' then array[old.article_id] else array[old.article_id, new.article_id] end) loop
    select version into at_version from article where id = thing and state <> 'draft';
    if found then
      perform change_require('article', thing, at_version);
    end if;
  end loop;
  return null;
end $$;

create function change_guard_targets() returns trigger language plpgsql as $$
declare
  thing uuid;
  at_version bigint;
begin
  for thing in select distinct unnest(case tg_op when 'INSERT' then array[new.edition_id]
      when 'DELETE' then array[old.edition_id] else array[old.edition_id, new.edition_id] end) loop
    select version into at_version from edition where id = thing and state = 'published';
    if found then
      perform change_require('edition', thing, at_version);
    end if;
  end loop;
  return null;
end $$;

-- {} is the row: what the public knows of, or once knew.
do $$
declare
  guarded record;
begin
  for guarded in values
      ('account', '{}.state <> ''hidden'''),
      ('edition', '{}.state in (''published'', ''withdrawn'')'),
      ('article', '{}.state <> ''draft'''),
      ('tag', 'true'),
      ('follow_target', '{}.state <> ''hidden''') loop
    execute format(
      'create constraint trigger change_guard_insert after insert on %I deferrable initially deferred
        for each row when (%s) execute function change_guard()',
      guarded.column1, replace(guarded.column2, '{}', 'new'));
    execute format(
      'create constraint trigger change_guard_delete after delete on %I deferrable initially deferred
        for each row when (%s) execute function change_guard()',
      guarded.column1, replace(guarded.column2, '{}', 'old'));
    execute format(
      'create constraint trigger change_guard_update after update on %I deferrable initially deferred
        for each row when ((%s or %s) and to_jsonb(old) - change_desk_only(%L)
          is distinct from to_jsonb(new) - change_desk_only(%L)) execute function change_guard()',
      guarded.column1, replace(guarded.column2, '{}', 'old'),
      replace(guarded.column2, '{}', 'new'), guarded.column1, guarded.column1);
  end loop;
end $$;

create constraint trigger change_guard after insert or update or delete on article_tag
  deferrable initially deferred for each row execute function change_guard_tags();
create constraint trigger change_guard after insert or update or delete on edition_follow_target
  deferrable initially deferred for each row execute function change_guard_targets();

-- Append only. Compaction says so for its own transaction: set local yujian.compaction = 'on'.
create function change_is_append_only() returns trigger language plpgsql as $$
begin
  if tg_op = 'DELETE' and current_setting('yujian.compaction', true) = 'on' then
    return old;
  end if;
  raise exception 'the change log is append only' using errcode = 'restrict_violation';
end $$;

create trigger change_append_only before update or delete on change
  for each row execute function change_is_append_only();
