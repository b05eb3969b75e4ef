-- The change log (design L1–L7). Package change: the only writer and the only reader.
-- seq is drawn while the log's advisory lock is held, so its order is the order of visibility.
create sequence change_seq;

create table change (
  seq bigint primary key default nextval('change_seq'),
  -- With seq and epoch a token: a row that was lost and written anew is not the same row.
  nonce bigint not null default floor(random() * 9007199254740992)::bigint,
  at timestamptz not null,
  type text collate "C" not null check (type in ('account', 'edition', 'article', 'tag', 'followTarget')),
  thing_id uuid not null,
  version bigint not null,
  parts text[] collate "C" not null,
  -- Scope keys, old and new: which lists may look different now.
  account_ids uuid[] not null default '{}',
  edition_ids uuid[] not null default '{}',
  tags text[] collate "C" not null default '{}',
  target_ids uuid[] not null default '{}'
);

-- The newest row of a thing: L7 keeps it.
create index change_thing on change (thing_id, seq desc);
