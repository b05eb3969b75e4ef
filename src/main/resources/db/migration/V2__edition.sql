-- Editions with their articles, drafts and revisions: what gets published together. Package edition.
create table edition (
  id uuid primary key,
  account_id uuid not null references account,
  state text collate "C" not null check (state in ('draft', 'scheduled', 'published', 'withdrawn')),
  scheduled_at timestamptz,
  -- Unique and rising in commit order: assigned under the change log's lock.
  published_at timestamptz unique,
  -- Counts public changes.
  version bigint not null,
  -- Counts every change of the edition or of a draft in it; the desk's ETag.
  desk_version bigint not null,
  withdrawn_at timestamptz,
  withdrawn_class text collate "C",
  public_note text collate "C",
  internal_note text collate "C",
  created_at timestamptz not null,
  created_by text collate "C" not null,
  updated_at timestamptz not null,
  check ((state in ('published', 'withdrawn')) = (published_at is not null)),
  check ((state = 'withdrawn') = (withdrawn_at is not null))
);

-- Public lists of editions, newest first, all and by account.
create index edition_public_list on edition (published_at desc) where state = 'published';
create index edition_public_account on edition (account_id, published_at desc) where state = 'published';
-- The desk's list: newest made first (ids are UUIDv7).
create index edition_desk_account on edition (account_id, id desc);

create table article (
  id uuid primary key,
  account_id uuid not null references account,
  edition_id uuid not null references edition,
  position smallint not null check (position between 1 and 8),
  state text collate "C" not null check (state in ('draft', 'published', 'withdrawn')),
  live_rev integer not null default 0,
  version bigint not null,
  -- The light fields of the live copy: a list row is read from this table alone.
  kicker text collate "C",
  title text collate "C",
  title_key text collate "C",
  subtitle text collate "C",
  digest text collate "C",
  source text collate "C",
  author text collate "C",
  cover jsonb,
  flags text[] collate "C" not null default '{}',
  tags text[] collate "C" not null default '{}',
  characters integer not null default 0,
  read_seconds integer not null default 0,
  published_at timestamptz,
  live_at timestamptz,
  -- microseconds of published_at × 8 + (8 − position): the one key of every public list.
  feed_order bigint unique,
  withdrawn_at timestamptz,
  withdrawn_class text collate "C",
  public_note text collate "C",
  internal_note text collate "C",
  created_at timestamptz not null,
  unique (edition_id, position) deferrable initially deferred,
  check ((state = 'draft') = (feed_order is null)),
  check ((state = 'draft') = (live_rev = 0)),
  check ((state = 'withdrawn') = (withdrawn_at is not null))
) with (fillfactor = 80);

-- Feed order, for each filter that starts a list: none, account, edition (tags: article_tag).
create index article_feed on article (feed_order desc) where state = 'published';
create index article_feed_account on article (account_id, feed_order desc) where state = 'published';
create index article_feed_edition on article (edition_id, feed_order desc) where state = 'published';
-- Import finds the article of the same title again.
create index article_title on article (account_id, title_key);

create table article_draft (
  article_id uuid primary key references article,
  account_id uuid not null references account,
  version bigint not null,
  kicker text collate "C",
  title text collate "C",
  title_key text collate "C",
  subtitle text collate "C",
  digest text collate "C",
  source text collate "C",
  author text collate "C",
  cover jsonb,
  tags text[] collate "C" not null default '{}',
  body jsonb not null,
  characters integer not null,
  body_sha256 text collate "C" not null,
  canonical_sha256 text collate "C" not null,
  -- Text, links, pictures and marks in one hash: import's "unchanged".
  content_sha256 text collate "C" not null,
  changed_at timestamptz not null,
  changed_by text collate "C" not null
);

create index article_draft_content on article_draft (account_id, content_sha256);
create index article_draft_title on article_draft (account_id, title_key);

create table article_revision (
  article_id uuid not null references article,
  rev integer not null check (rev > 0),
  account_id uuid not null references account,
  kicker text collate "C",
  title text collate "C" not null,
  subtitle text collate "C",
  digest text collate "C",
  source text collate "C",
  author text collate "C",
  cover jsonb,
  body jsonb not null,
  html text collate "C" not null,
  text text collate "C" not null,
  markdown text collate "C" not null,
  -- Which derivation made html, text and markdown from body.
  derivation smallint not null,
  characters integer not null,
  body_sha256 text collate "C" not null,
  canonical_sha256 text collate "C" not null,
  content_sha256 text collate "C" not null,
  correction_class text collate "C",
  correction_note text collate "C",
  live_at timestamptz not null,
  created_by text collate "C" not null,
  primary key (article_id, rev)
);

create index article_revision_content on article_revision (account_id, content_sha256);

-- A revision is what was read by the public: nobody changes it afterwards. The one exception says
-- so for its own transaction: set local yujian.purge = 'on'.
create function article_revision_is_immutable() returns trigger language plpgsql as $$
begin
  if current_setting('yujian.purge', true) = 'on' then
    return case when tg_op = 'DELETE' then old else new end;
  end if;
  raise exception 'a revision of an article is immutable' using errcode = 'restrict_violation';
end $$;

create trigger article_revision_immutable before update or delete on article_revision
  for each row execute function article_revision_is_immutable();
