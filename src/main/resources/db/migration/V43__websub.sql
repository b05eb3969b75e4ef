-- Requests to the hub whose intent is not verified yet, and denials to be told. Package syndication.
create table websub_request (
  id uuid primary key,
  mode text collate "C" not null check (mode in ('subscribe', 'unsubscribe', 'denied')),
  -- Path of a feed with the ending of its format.
  topic text collate "C" not null,
  callback text collate "C" not null,
  -- Scheme, host and port of the callback, which share one limit.
  host text collate "C" not null,
  lease_seconds integer not null,
  -- Encrypted with yujian.secret-key for this topic and callback.
  secret bytea,
  attempts integer not null default 0,
  -- Of the attempt at work; another attempt has another one.
  claim uuid,
  -- No attempt begins before: the next retry, or the end of the lease of the claim.
  next_at timestamptz not null,
  -- A later request replaces an earlier one.
  unique (topic, callback)
);

create index websub_request_due on websub_request (host, next_at, id);

-- Verified subscriptions. Package syndication.
create table websub_subscription (
  id uuid primary key,
  topic text collate "C" not null,
  callback text collate "C" not null,
  host text collate "C" not null,
  -- Only changes of this account concern the topic; null: all changes.
  account_id uuid,
  secret bytea,
  expires_at timestamptz not null,
  -- Counts bursts of changes, so that a change during an attempt leads to another one.
  changes bigint not null default 0,
  -- Hash of the content that was sent last.
  sent text collate "C",
  attempts integer not null default 0,
  claim uuid,
  -- Null: nothing to send.
  next_at timestamptz,
  unique (topic, callback)
);

-- What is due, and what each host has being sent.
create index websub_subscription_due on websub_subscription (host, next_at, id) where next_at is not null;
create index websub_subscription_host on websub_subscription (host);
create index websub_subscription_expires on websub_subscription (expires_at);

-- How far the change log is read: one row, locked by the node that reads on.
create table websub_position (
  one boolean primary key default true check (one),
  token text collate "C" not null
);
