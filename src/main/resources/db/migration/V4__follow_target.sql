-- Whom to follow, as content shows it, and where its codes hang. Package target.
create table follow_target (
  id uuid primary key,
  name text collate "C" not null,
  name_key text collate "C" not null,
  sort_key text collate "C" not null,
  -- Set: an account here. Not set: an outside account with its own url or picture.
  account_id uuid unique references account,
  url text collate "C",
  image jsonb,
  -- Made by a draft's follow line: public from the first edition on that shows it.
  state text collate "C" not null check (state in ('hidden', 'open')),
  version bigint not null,
  created_at timestamptz not null,
  updated_at timestamptz not null,
  check (account_id is null or url is null)
);

create unique index follow_target_outside_name on follow_target (name_key) where account_id is null;
create index follow_target_public_list on follow_target (sort_key, id) where state = 'open';
create index follow_target_desk_list on follow_target (sort_key, id);

create table edition_follow_target (
  edition_id uuid not null references edition,
  position integer not null check (position > 0),
  follow_target_id uuid not null references follow_target,
  primary key (edition_id, position),
  unique (edition_id, follow_target_id)
);

create index edition_follow_target_target on edition_follow_target (follow_target_id);

create table placement (
  id uuid primary key,
  follow_target_id uuid not null references follow_target,
  label text collate "C" not null,
  scene text collate "C" not null check (char_length(scene) between 1 and 64),
  -- Public, not secret, but not to be guessed: 128 random bits.
  code text collate "C" not null unique,
  ends_at timestamptz,
  created_at timestamptz not null,
  unique (follow_target_id, scene)
);
