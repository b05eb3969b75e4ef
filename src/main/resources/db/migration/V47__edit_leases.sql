-- Who has an edition open at the moment. Package editing. Renewed by heartbeats;
-- rows are deleted some time after their end.
create table edit_lease (
  -- No foreign keys: a heartbeat shall not wait for a publication that has the edition locked.
  edition_id uuid not null,
  holder text collate "C" not null,
  window_id text collate "C" not null,
  by_name text collate "C" not null,
  article_id uuid,
  began_at timestamptz not null,
  ends_at timestamptz not null,
  primary key (edition_id, holder, window_id)
);

create index edit_lease_end on edit_lease (ends_at);
