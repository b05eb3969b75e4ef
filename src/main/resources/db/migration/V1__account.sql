-- Public accounts (公众号). Package account.
-- Every text column of the schema is COLLATE "C": the same order on every server and after any upgrade.
-- Order for people is sort_key, uniqueness for people name_key; both are made in Java (shared.text).
create table account (
  id uuid primary key,
  handle text collate "C" not null unique check (handle ~ '^[a-z0-9][a-z0-9-]{0,62}$'),
  name text collate "C" not null,
  name_key text collate "C" not null,
  sort_key text collate "C" not null,
  intro text collate "C",
  registration text collate "C",
  avatar jsonb,
  -- hidden: made by an import, public from its first edition on. Never deleted, only closed.
  state text collate "C" not null check (state in ('hidden', 'open', 'closed')),
  version bigint not null,
  created_at timestamptz not null,
  updated_at timestamptz not null,
  closed_at timestamptz
);

create unique index account_name_live on account (name_key) where state <> 'closed';
-- The public list: keyset on (sort_key, id).
create index account_public_list on account (sort_key, id) where state = 'open';
-- The desk's list has every state.
create index account_desk_list on account (sort_key, id);
