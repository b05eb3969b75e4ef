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
