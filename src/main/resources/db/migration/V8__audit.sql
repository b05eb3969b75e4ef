-- Who changed what at the desk. Package auth: append only, written with the work.
create table audit (
  id bigint generated always as identity primary key,
  at timestamptz not null,
  -- Null: the program itself (a command, the clock, the sample).
  key_id uuid,
  by_name text collate "C" not null,
  action text collate "C" not null,
  thing text collate "C" not null,
  thing_id uuid,
  account_id uuid,
  -- SHA-256 of what the desk saw of the thing; null: it did not exist, it is gone.
  before_sha256 text collate "C",
  after_sha256 text collate "C"
);
