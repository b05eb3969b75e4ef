-- Keys of editors and integrators. Package auth. The secret itself is never stored.
create table api_key (
  id uuid primary key,
  label text collate "C" not null,
  -- The first characters of the secret: to tell keys apart in lists and logs.
  prefix text collate "C" not null,
  secret_sha256 text collate "C" not null unique,
  scopes text[] collate "C" not null,
  -- Null: not limited to accounts.
  account_ids uuid[],
  created_at timestamptz not null,
  created_by text collate "C" not null,
  expires_at timestamptz,
  revoked_at timestamptz,
  last_used_at timestamptz
);
