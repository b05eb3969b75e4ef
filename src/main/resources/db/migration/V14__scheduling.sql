-- Editions that the clock publishes, and what became of it. Package edition.
alter table edition drop constraint edition_state_check;
alter table edition
  add constraint edition_state_check
    check (state in ('draft', 'scheduled', 'published', 'withdrawn', 'failed')),
  -- When the clock tries next: scheduled_at at first, later after a failure that may pass.
  add column due_at timestamptz,
  add column attempts integer not null default 0,
  -- The problem of the newest attempt that failed.
  add column problem_code text collate "C",
  add column problem_at timestamptz,
  -- How late it went live; null: in time, or not by the clock.
  add column late_seconds bigint;

-- Until now nothing could be scheduled; a row made by hand is due when it says.
update edition set due_at = scheduled_at where state = 'scheduled';

alter table edition add check ((state = 'scheduled') = (due_at is not null));

-- The clock asks every second for the first that is due.
create index edition_due on edition (due_at, id) where state = 'scheduled';

-- What of it only the desk sees (see the guard of the change log).
create or replace function change_desk_only(of_table text) returns text[] language sql immutable as $$
  select case of_table
    when 'edition' then
      ('{desk_version,scheduled_at,due_at,attempts,problem_code,problem_at,late_seconds,'
        || 'internal_note,created_at,created_by,updated_at}')::text[]
    when 'article' then '{title_key,internal_note,created_at}'::text[]
    when 'account' then '{name_key,created_at,updated_at,internal_note}'::text[]
    else '{name_key,created_at,updated_at}'::text[]
  end
$$;
