-- Answers to requests with an Idempotency-Key. Package idempotency: written with the work, so a
-- request leaves both or neither; kept for a day.
create table idempotency (
  caller uuid not null,
  operation text collate "C" not null,
  -- Of the client's key, which is not kept: what is stored is encrypted under it.
  key_sha256 text collate "C" not null,
  request_sha256 text collate "C" not null,
  at timestamptz not null,
  status integer not null,
  location text collate "C",
  etag text collate "C",
  cache_control text collate "C",
  -- The answer's bytes, AES-GCM under the client's key; null: it had none.
  body bytea,
  primary key (caller, operation, key_sha256)
);

-- The sweep takes the oldest.
create index idempotency_at on idempotency (at);
