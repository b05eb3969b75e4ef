-- Notifications of browsers by Web Push. Package push.
-- The key pair by which push services know this installation (RFC 8292).
create table push_key (
  one boolean primary key default true check (one),
  public_key text collate "C" not null,
  -- Encrypted with yujian.secret-key.
  private_key bytea not null
);

-- Where a browser receives notifications, and the keys that encrypt them for it (RFC 8291).
create table push_subscription (
  id uuid primary key,
  device_id uuid not null references device on delete cascade,
  endpoint text collate "C" not null unique,
  p256dh bytea not null,
  auth bytea not null,
  created_at timestamptz not null
);

create index push_subscription_device on push_subscription (device_id, id);

-- Editions of the last days whose followers are notified: each once, whatever happens to it later.
create table push_edition (
  edition_id uuid primary key,
  account_id uuid not null,
  published_at timestamptz not null,
  -- The follower up to whom deliveries were inserted.
  reached uuid not null,
  done boolean not null default false
);

create index push_edition_open on push_edition (published_at) where not done;

-- One notification for one subscription; deleted when it was sent.
create table push_delivery (
  id uuid primary key,
  subscription_id uuid not null references push_subscription on delete cascade,
  edition_id uuid not null references push_edition on delete cascade,
  attempts integer not null default 0,
  -- Of the attempt at work; another attempt has another one.
  claim uuid,
  -- No attempt begins before: the next retry, or the end of the lease.
  next_at timestamptz not null
);

create index push_delivery_next on push_delivery (next_at);
create index push_delivery_subscription on push_delivery (subscription_id);
create index push_delivery_edition on push_delivery (edition_id);

-- How far the change log is read: one row, locked by the node that reads on.
create table push_position (
  one boolean primary key default true check (one),
  token text collate "C" not null
);
