-- Documents that wait to be imported, and what became of them. Package ingest.
create table import_work (
  -- UUIDv7: the order of upload.
  id uuid primary key,
  batch_id uuid not null,
  position integer not null,
  -- The account that the request named, else the key: documents of one lane are imported one after
  -- another.
  lane uuid not null,
  key_id uuid not null references api_key,
  created_at timestamptz not null,
  created_by text collate "C" not null,
  file_name text collate "C" not null,
  type text collate "C",
  -- Empty once the document is imported or refused.
  bytes bytea not null,
  options jsonb not null,
  state text collate "C" not null default 'waiting' check (state in ('waiting', 'working', 'done', 'failed')),
  -- Of the attempt at work; another attempt has another one.
  claim uuid,
  -- No attempt begins before.
  claimed_until timestamptz,
  attempts integer not null default 0,
  steps_done integer not null default 0,
  -- Null until the document is read.
  steps_total integer,
  import_id uuid references import_job,
  -- The problem document in each language.
  problem jsonb,
  unique (batch_id, position)
);

-- The next document of each lane, and how many wait.
create index import_work_pending on import_work (lane, id) where state in ('waiting', 'working');
-- A purge takes the file's name.
create index import_work_import on import_work (import_id);
-- The sweep takes the oldest.
create index import_work_created on import_work (created_at);
