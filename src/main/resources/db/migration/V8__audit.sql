-- Who changed what at the desk. Package auth: append only, written with the work.
create table audit (
  -- Drawn before commit: rows may become visible in another order.
  id bigint generated always as identity primary key,
  at timestamptz not null,
  -- Null: the program itself (a command, the clock, the sample).
  key_id uuid,
  by_name text collate "C" not null,
  action text collate "C" not null,
  thing text collate "C" not null,
  thing_id uuid,
  account_id uuid,
  -- SHA-256 of what the desk saw of the thing; null: it did not exist, it is gone.
  before_sha256 text collate "C",
  after_sha256 text collate "C",
  -- Filled once, afterwards, by the sealer: the row's place in the chain and the chain's hash there.
  -- Not unique: a forged place must not stop the sealer, it is found by verifying.
  seal bigint,
  seal_sha256 text collate "C",
  check ((seal is null) = (seal_sha256 is null))
);

-- What the sealer has still to do: nearly always nothing.
create index audit_unsealed on audit (id) where seal is null;
-- Verifying and exporting walk along the chain.
create index audit_seal on audit (seal, id);
-- The lists of one account, key or thing, newest first.
create index audit_account on audit (account_id, id);
create index audit_key on audit (key_id, id);
create index audit_thing on audit (thing_id, id);

-- The end of the chain: one row, written by the sealer with the rows that it seals.
create table audit_head (
  one boolean primary key default true check (one),
  sealed bigint not null,
  sha256 text collate "C" not null,
  at timestamptz not null
);

-- Against mistakes; against intent there is the chain. The one exception (tests, a purge) says so
-- for its own transaction: set local yujian.purge = 'on'.
create function audit_is_append_only() returns trigger language plpgsql as $$
begin
  if current_setting('yujian.purge', true) = 'on' then
    return case when tg_op = 'DELETE' then old else new end;
  end if;
  if tg_op = 'INSERT' and new.seal is null then
    return new;
  end if;
  if tg_op = 'UPDATE' and old.seal is null and new.seal is not null
    and to_jsonb(new) - 'seal' - 'seal_sha256' = to_jsonb(old) - 'seal' - 'seal_sha256' then
    return new;
  end if;
  raise exception 'the audit is append only' using errcode = 'restrict_violation';
end $$;

create trigger audit_append_only before insert or update or delete on audit
  for each row execute function audit_is_append_only();
create trigger audit_not_emptied before truncate on audit
  for each statement execute function audit_is_append_only();
