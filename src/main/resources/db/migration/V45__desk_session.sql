-- People who work at the desk in a browser. Package auth.

-- Known by an identity provider; somebody who signs in with a key is no row here.
create table desk_person (
  id uuid primary key,
  issuer text collate "C" not null,
  subject text collate "C" not null,
  name text collate "C" not null,
  scopes text[] collate "C" not null,
  -- Null: not limited to accounts.
  account_ids uuid[],
  signed_in_at timestamptz not null,
  unique (issuer, subject)
);

create table desk_session (
  id uuid primary key,
  -- The secret itself is in the cookie only.
  secret_sha256 text collate "C" not null unique,
  key_id uuid references api_key,
  -- The hash of the key's secret that was given: the session ends when that is replaced.
  key_sha256 text collate "C",
  person_id uuid references desk_person,
  created_at timestamptz not null,
  last_used_at timestamptz not null,
  expires_at timestamptz not null,
  check ((key_id is null) <> (person_id is null)),
  check ((key_id is null) = (key_sha256 is null))
);

-- The caller may be a person too.
alter table import_work drop constraint import_work_key_id_fkey;
