-- What readers of the change log need to know about it. Package change.
-- No row means: nothing removed yet.
create table change_state (
  one boolean primary key default true check (one),
  -- With the server's system_identifier the epoch of tokens; a new one makes every client start over.
  log_id uuid not null default gen_random_uuid(),
  -- The highest number that compaction removed: tokens below it are refused.
  horizon bigint not null default 0
);

insert into change_state default values;

-- Each version of a thing stands in the log once. Finds the newest row of a thing, too.
create unique index change_version on change (thing_id, version);
drop index change_thing;

-- Whether the public sees a thing now: the last row of one that it does not see is a tombstone.
create function change_is_public(of_type text, thing uuid) returns boolean
language plpgsql stable as $$
begin
  return case of_type
    when 'account' then exists (select 1 from account where id = thing and state = 'open')
    when 'edition' then exists (select 1 from edition where id = thing and state = 'published')
    when 'article' then exists (select 1 from article where id = thing and state = 'published')
    when 'tag' then exists (select 1 from tag where id = thing)
    else exists (select 1 from follow_target where id = thing and state = 'open')
  end;
end $$;
