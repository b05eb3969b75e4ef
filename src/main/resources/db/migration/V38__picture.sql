-- Pictures, the accounts that have them, and where they are used. Package media.
create table picture (
  -- In addresses: the first 22 characters of the SHA-256 of the uploaded bytes, in Base64url.
  key text collate "C" primary key check (key ~ '^[A-Za-z0-9_-]{22}$'),
  sha256 text collate "C" not null,
  media_type text collate "C" not null,
  bytes integer not null,
  width integer not null,
  height integer not null,
  widths integer[] not null,
  cover_widths integer[] not null,
  animated boolean not null,
  placeholder text collate "C" not null,
  thumb_hash text collate "C" not null,
  -- What the QR code in the picture says.
  qr_text text collate "C",
  -- Uploaded last; a picture that no account has is deleted a day later.
  uploaded_at timestamptz not null,
  -- Its files are deleted for good.
  purged_at timestamptz
);

create table account_picture (
  id uuid primary key,
  account_id uuid not null references account,
  picture_key text collate "C" not null references picture,
  focal_x double precision not null check (focal_x between 0 and 1),
  focal_y double precision not null check (focal_y between 0 and 1),
  alt text collate "C",
  caption text collate "C",
  licence text collate "C",
  version bigint not null,
  created_at timestamptz not null,
  created_by text collate "C" not null,
  updated_at timestamptz not null,
  unique (account_id, picture_key)
);
create index account_picture_key on account_picture (picture_key);
-- The desk's list: latest first (ids are UUIDv7).
create index account_picture_desk on account_picture (account_id, id desc);

-- Written by the triggers below, so that no way of writing an article can forget it.
create table picture_use (
  picture_key text collate "C" not null references picture,
  kind text collate "C" not null check (kind in ('draft', 'revision', 'account', 'target')),
  thing_id uuid not null,
  -- Of a revision, else 0.
  rev integer not null default 0,
  -- Null for an outside follow target, which belongs to no account.
  account_id uuid,
  primary key (picture_key, kind, thing_id, rev)
);
create index picture_use_thing on picture_use (thing_id, kind, rev);

create function note_picture_uses(used_kind text, thing uuid, used_rev integer, account uuid, texts text)
returns void language sql as $$
  delete from picture_use where kind = used_kind and thing_id = thing and rev = used_rev;
  insert into picture_use (picture_key, kind, thing_id, rev, account_id)
  select key, used_kind, thing, used_rev, account from picture
  where position('/media/' in texts) > 0
    and key in (select found[1] from regexp_matches(texts, '/media/([A-Za-z0-9_-]{22})/', 'g') found);
$$;

create function draft_picture_uses() returns trigger language plpgsql as $$
begin
  if tg_op = 'DELETE' then
    perform note_picture_uses('draft', old.article_id, 0, null, '');
    return old;
  end if;
  perform note_picture_uses('draft', new.article_id, 0, new.account_id,
    concat(new.cover::text, new.body::text));
  return new;
end $$;
create trigger article_draft_pictures after insert or update of cover, body or delete on article_draft
  for each row execute function draft_picture_uses();

create function revision_picture_uses() returns trigger language plpgsql as $$
begin
  if tg_op = 'DELETE' then
    perform note_picture_uses('revision', old.article_id, old.rev, null, '');
    return old;
  end if;
  perform note_picture_uses('revision', new.article_id, new.rev, new.account_id,
    concat(new.cover::text, new.body::text));
  return new;
end $$;
create trigger article_revision_pictures after insert or update of cover, body or delete on article_revision
  for each row execute function revision_picture_uses();

create function account_picture_uses() returns trigger language plpgsql as $$
begin
  perform note_picture_uses('account', new.id, 0, new.id, new.avatar::text);
  return new;
end $$;
create trigger account_pictures after insert or update of avatar on account
  for each row execute function account_picture_uses();

create function target_picture_uses() returns trigger language plpgsql as $$
begin
  if tg_op = 'DELETE' then
    perform note_picture_uses('target', old.id, 0, null, '');
    return old;
  end if;
  perform note_picture_uses('target', new.id, 0, new.account_id, new.image::text);
  return new;
end $$;
create trigger follow_target_pictures after insert or update of image, account_id or delete on follow_target
  for each row execute function target_picture_uses();

-- Import finds the article of the same text in a poorer form, without pictures or marks.
create index article_draft_canonical on article_draft (account_id, canonical_sha256);
create index article_revision_canonical on article_revision (account_id, canonical_sha256);
