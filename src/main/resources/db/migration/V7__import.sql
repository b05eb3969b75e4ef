-- Imported documents with their reports, and what editors undid. Package ingest.
create table import_job (
  id uuid primary key,
  account_id uuid references account,
  created_at timestamptz not null,
  created_by text collate "C" not null,
  file_name text collate "C" not null,
  -- The bytes as they came: undoing a join heals them again.
  document bytea not null,
  -- The answer as it was given, kept current by undone joins.
  report jsonb not null
);

create index import_job_list on import_job (id desc);
create index import_job_account on import_job (account_id, id desc);

-- Joins that an editor undid: not made again when the document comes again.
create table join_undone (
  account_id uuid not null references account,
  -- SHA-256 of the texts on both sides.
  join_key text collate "C" not null,
  undone_at timestamptz not null,
  undone_by text collate "C" not null,
  primary key (account_id, join_key)
);
