-- Proves that a node has the same secret key as the others. Package delivery.
create table secret_check (
  one boolean primary key default true check (one),
  sealed bytea not null
);

-- Receivers of events. Package webhook.
create table webhook_endpoint (
  id uuid primary key,
  version bigint not null,
  url text collate "C" not null,
  description text collate "C",
  -- Empty: all.
  events text[] collate "C" not null,
  -- Null: of all accounts.
  account_ids uuid[],
  algorithm text collate "C" not null check (algorithm in ('hmac-sha256', 'ed25519')),
  -- Encrypted with yujian.secret-key for this id.
  secret bytea not null,
  previous_secret bytea,
  previous_until timestamptz,
  state text collate "C" not null check (state in ('enabled', 'disabled')),
  reason text collate "C",
  created_at timestamptz not null,
  created_by text collate "C" not null,
  updated_at timestamptz not null,
  -- Written by the sender only: since when nothing arrives, how often in a row, no attempt before.
  failing_since timestamptz,
  failures integer not null default 0,
  paused_until timestamptz
);

-- One event for one endpoint.
create table webhook_delivery (
  -- UUIDv7: the order of the log.
  id uuid primary key,
  endpoint_id uuid not null references webhook_endpoint on delete cascade,
  created_at timestamptz not null,
  -- What changed, as the log names it; null for an event of another kind.
  thing text collate "C",
  thing_id uuid,
  version bigint not null default 0,
  parts text[] collate "C" not null default '{}',
  -- Known when the body is made: whether a thing changed or is gone.
  type text collate "C",
  state text collate "C" not null default 'waiting' check (state in ('waiting', 'delivered', 'failed', 'skipped')),
  attempts integer not null default 0,
  -- Of the attempt at work; another attempt has another one.
  claim uuid,
  -- No attempt begins before: the next retry, or the end of the lease.
  next_at timestamptz,
  attempted_at timestamptz,
  status integer,
  response text collate "C",
  reason text collate "C"
);

-- The next ones of each endpoint, and how many are being sent.
create index webhook_delivery_waiting on webhook_delivery (endpoint_id, next_at, id) where state = 'waiting';
create index webhook_delivery_claimed on webhook_delivery (endpoint_id) where claim is not null;
-- The list of an endpoint, newest first.
create index webhook_delivery_list on webhook_delivery (endpoint_id, id);
-- The sweep takes the oldest.
create index webhook_delivery_created on webhook_delivery (created_at);

-- How far the change log is read: one row, locked by the node that reads on.
create table webhook_position (
  one boolean primary key default true check (one),
  token text collate "C" not null
);
