-- Placements get a life of their own at the desk. Package target.
alter table placement
  add column medium text collate "C" not null default 'page'
    check (medium in ('print', 'screen', 'page', 'partner')),
  add column place text collate "C",
  add column version bigint not null default 1,
  add column updated_at timestamptz not null default now(),
  -- When the change log heard of the end; ends_at is when the code stops to lead anywhere.
  add column ended_at timestamptz,
  -- The row stays for ever: its code answers 410, follows and scans refer to it.
  add column deleted_at timestamptz,
  add check (ended_at is null or ends_at <= ended_at),
  add check (deleted_at is null or ended_at is not null);

update placement set updated_at = created_at;

-- The desk's list, latest made first.
create index placement_list on placement (follow_target_id, id desc) where deleted_at is null;
-- What the clock has to tell.
create index placement_due on placement (ends_at) where ended_at is null and ends_at is not null;
