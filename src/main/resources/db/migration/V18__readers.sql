-- Readers and their devices, without a name or a phone number. Package reader.
-- Rows of readers are many: they refer to each other by internal keys that nobody outside sees.
create table reader (
  key bigint generated always as identity primary key,
  id uuid not null unique,
  -- Counts every personal change, so that the reader's other devices learn of them in order. Who
  -- changes something of a reader holds this row until the commit.
  seq bigint not null default 0,
  created_at timestamptz not null,
  -- Of any device; sampled.
  last_used_at timestamptz not null
) with (fillfactor = 50);

-- The sweeps of readers whom no device has any more.
create index reader_last_used on reader (last_used_at);
create index reader_unused on reader (created_at) where last_used_at = created_at;

-- A plain hash will do: a code is 125 random bits. Readers that were joined keep the codes of both.
create table recovery_code (
  sha256 text collate "C" primary key,
  reader_key bigint not null references reader on delete cascade
);

create index recovery_code_reader on recovery_code (reader_key);

create table device (
  id uuid primary key,
  reader_key bigint not null references reader on delete cascade,
  name text collate "C",
  -- What all refresh tokens of the device have in common: known again, whichever of them comes.
  family_sha256 text collate "C" not null unique,
  -- The newest refresh token and the one before, which still gives the newest (a lost answer).
  refresh_sha256 text collate "C" not null,
  previous_sha256 text collate "C",
  -- With the previous token itself, and with nothing else, the newest can be made again.
  refresh_salt bytea not null,
  access_salt bytea not null,
  created_at timestamptz not null,
  -- Sampled; as created: never used.
  last_used_at timestamptz not null
) with (fillfactor = 70);

create index device_reader on device (reader_key, id);
-- The sweeps: families asleep for too long, and those that were never used.
create index device_last_used on device (last_used_at);
create index device_unused on device (created_at) where last_used_at = created_at;

create table device_access (
  sha256 text collate "C" primary key,
  device_id uuid not null references device on delete cascade,
  expires_at timestamptz not null
);

create index device_access_device on device_access (device_id);
create index device_access_expires on device_access (expires_at);

-- One-time codes with which another device becomes one of the same reader.
create table join_code (
  sha256 text collate "C" primary key,
  reader_key bigint not null references reader on delete cascade,
  expires_at timestamptz not null,
  -- A repeat by the same device is the same joining (a lost answer).
  used_by uuid references device on delete set null
);

create index join_code_reader on join_code (reader_key);
create index join_code_expires on join_code (expires_at);

-- Follows. Package follow. One row per reader and account for ever: what was unfollowed stays as
-- the tombstone that the reader's other devices hear of.
create table follow (
  reader_key bigint not null references reader on delete cascade,
  account_id uuid not null references account,
  -- How the account's desk knows the follower; another one at each account (WeChat's openid).
  follower_id uuid not null unique,
  active boolean not null,
  muted boolean not null default false,
  followed_at timestamptz not null,
  -- The order of the reader's list: the reader's seq when the follow began.
  followed_seq bigint not null,
  -- Of the scan that created the follow; null: followed without a scan.
  placement_id uuid references placement,
  scene text collate "C",
  -- Feed order of the account's newest article at the time: older ones were never unread.
  counted_from bigint not null,
  -- Everything up to here is read (bulk); single marks are rows of article_state.
  read_up_to bigint not null default 0,
  blocked boolean not null default false,
  seq bigint not null,
  primary key (reader_key, account_id)
) with (fillfactor = 80);

-- The reader's list, latest followed first.
create index follow_list on follow (reader_key, followed_seq desc) where active;
-- An account's followers at the desk.
create index follow_account on follow (account_id, follower_id) where active;
-- What changed for a reader since then.
create index follow_seq on follow (reader_key, seq);

-- How many follow; last statement of a transaction, only when a row really came or went.
create table account_counter (
  account_id uuid primary key references account,
  followers bigint not null
) with (fillfactor = 20);

-- What happened, for reports: followers = follow - all others. joined: two readers who both followed
-- became one. left: the reader left Yujian. A reader who leaves takes the key along; the row stays
-- as a count.
create table follow_event (
  id bigint generated always as identity primary key,
  account_id uuid not null references account,
  at timestamptz not null,
  kind text collate "C" not null check (kind in ('follow', 'unfollow', 'joined', 'left')),
  placement_id uuid references placement,
  reader_key bigint references reader on delete set null
);

create index follow_event_account on follow_event (account_id, at);
create index follow_event_reader on follow_event (reader_key);

create table scan (
  id bigint generated always as identity primary key,
  placement_id uuid not null references placement,
  at timestamptz not null,
  -- opened: the page; preview: the page, by a program that looks at links.
  outcome text collate "C" not null
    check (outcome in ('opened', 'preview', 'new-follow', 'already-following')),
  reader_key bigint references reader on delete set null,
  -- The first of this reader at this placement on its day with this outcome: readers count once.
  first_of_day boolean not null default false
);

create index scan_placement on scan (placement_id, at);
create index scan_reader on scan (reader_key, placement_id);

-- Read and star marks. Package home.
create table article_state (
  reader_key bigint not null references reader on delete cascade,
  article_id uuid not null references article,
  account_id uuid not null references account,
  feed_order bigint not null,
  read boolean not null default false,
  -- The revision that was read: a later correction says so.
  read_rev integer,
  read_at timestamptz,
  star boolean not null default false,
  star_at timestamptz,
  position_block text collate "C",
  position_offset integer,
  position_at timestamptz,
  seq bigint not null,
  primary key (reader_key, article_id)
) with (fillfactor = 80);

create index article_state_seq on article_state (reader_key, seq);
-- Unread counts take what is marked above the watermark.
create index article_state_read on article_state (reader_key, account_id, feed_order desc) where read;

-- Tags that an account puts on its followers; never mixed with tags of articles. Package follow.
create table follower_tag (
  id uuid primary key,
  account_id uuid not null references account,
  name text collate "C" not null,
  name_key text collate "C" not null,
  version bigint not null,
  created_at timestamptz not null,
  updated_at timestamptz not null,
  unique (account_id, name_key)
);

create table follower_tagging (
  tag_id uuid not null references follower_tag on delete cascade,
  reader_key bigint not null references reader on delete cascade,
  account_id uuid not null references account,
  tagged_at timestamptz not null,
  primary key (tag_id, reader_key)
);

create index follower_tagging_reader on follower_tagging (account_id, reader_key);
