-- What can be found, and by which characters. Package search: the only writer and the only reader.
-- Texts are folded (search.text.Folding): simplified, lower case, one width. Grams are exact: a
-- character c, or two of them (c1 << 16) | c2, of UTF-16. The int4[] with a built-in GIN finds a
-- rare word of two characters, which pg_trgm (three at least) and tsvector (words) do not.
-- Do not install intarray: it takes over @> and the index is not used any more.
create table article_search (
  article_id uuid primary key references article on delete cascade,
  account_id uuid not null,
  feed_order bigint not null,
  -- Which rules folded it; 0: not yet.
  fold_version smallint not null,
  title_f text collate "C" not null,
  -- Kicker, subtitle, digest, source and author.
  head_f text collate "C" not null,
  -- Title, head and body, U+0001 between them.
  all_f text collate "C" not null,
  title_g int[] not null,
  g int[] not null
);

-- Such text does not shrink by pglz; stored as it is, a look into it costs no work.
alter table article_search alter column all_f set storage external;
alter table article_search alter column g set storage external;

-- Common words: the newest rows are looked through in feed order.
create index article_search_feed on article_search (feed_order desc);
create index article_search_account on article_search (account_id, feed_order desc);
-- Rare words. A writer appends to a short list; the indexer sorts it in before it grows.
create index article_search_grams on article_search using gin (g)
  with (fastupdate = on, gin_pending_list_limit = 2048);
create index article_search_titles on article_search using gin (title_g)
  with (fastupdate = on, gin_pending_list_limit = 512);
-- What the indexer has still to do.
create index article_search_stale on article_search (fold_version, article_id);

-- Names of accounts and tags.
create table name_search (
  kind text collate "C" not null check (kind in ('account', 'tag')),
  thing_id uuid not null,
  fold_version smallint not null,
  name_f text collate "C" not null,
  -- Name, handle or slug, and what an account says of itself, U+0001 between them.
  all_f text collate "C" not null,
  g int[] not null,
  primary key (kind, thing_id)
);

create index name_search_grams on name_search using gin (g);
create index name_search_stale on name_search (fold_version, thing_id);

-- What the desk finds besides: drafts, and what was taken back.
create table desk_search (
  article_id uuid not null references article on delete cascade,
  copy text collate "C" not null check (copy in ('draft', 'withdrawn')),
  account_id uuid not null,
  fold_version smallint not null,
  title_f text collate "C" not null,
  head_f text collate "C" not null,
  all_f text collate "C" not null,
  title_g int[] not null,
  g int[] not null,
  primary key (article_id, copy)
);

alter table desk_search alter column all_f set storage external;
alter table desk_search alter column g set storage external;
create index desk_search_grams on desk_search using gin (g);
create index desk_search_account on desk_search (account_id, article_id desc);
create index desk_search_stale on desk_search (account_id) where fold_version = 0;
create index desk_search_fold on desk_search (fold_version, article_id);

-- In which part of all articles a gram stands, of the newest some thousand; only common ones.
create table gram_share (
  gram int primary key,
  in_titles real not null,
  in_all real not null
);

-- One row.
create table search_state (
  id boolean primary key default true check (id),
  articles bigint not null,
  -- How many were looked at for gram_share, and when.
  sampled int not null,
  sampled_at timestamptz
);

insert into search_state (articles, sampled) values (0, 0);

-- What is live already; the indexer folds it after the start.
insert into article_search
  select id, account_id, feed_order, 0, '', '', '', '{}', '{}' from article where state = 'published';
insert into name_search
  select 'account', id, 0, '', '', '{}' from account where state = 'open';
insert into name_search select 'tag', id, 0, '', '', '{}' from tag;
insert into desk_search
  select article_id, 'draft', account_id, 0, '', '', '', '{}', '{}' from article_draft;
insert into desk_search
  select id, 'withdrawn', account_id, 0, '', '', '', '{}', '{}' from article where state = 'withdrawn';

-- Whoever writes a draft leaves a mark here, and the next search at the desk folds it first.
create function desk_search_mark(article uuid, of_copy text, account uuid) returns void
language sql as $$
  insert into desk_search values (article, of_copy, account, 0, '', '', '', '{}', '{}')
  on conflict (article_id, copy) do update set fold_version = 0, title_f = '', head_f = '',
    all_f = '', title_g = '{}', g = '{}'
$$;

create function desk_search_draft() returns trigger language plpgsql as $$
begin
  if tg_op = 'DELETE' then
    delete from desk_search where article_id = old.article_id and copy = 'draft';
  else
    perform desk_search_mark(new.article_id, 'draft', new.account_id);
  end if;
  return null;
end $$;

create trigger desk_search_draft after insert or update or delete on article_draft
  for each row execute function desk_search_draft();

create function desk_search_state() returns trigger language plpgsql as $$
begin
  if new.state = 'withdrawn' then
    perform desk_search_mark(new.id, 'withdrawn', new.account_id);
  else
    delete from desk_search where article_id = new.id and copy = 'withdrawn';
  end if;
  return null;
end $$;

create trigger desk_search_state after update of state on article
  for each row when (old.state is distinct from new.state and 'withdrawn' in (old.state, new.state))
  execute function desk_search_state();

-- Purged content is found no more.
create function desk_search_purged() returns trigger language plpgsql as $$
begin
  perform desk_search_mark(article_id, copy, account_id) from desk_search
    where article_id = new.article_id and copy = 'withdrawn';
  return null;
end $$;

create trigger desk_search_purged after update of purged_at on article_revision
  for each row when (new.purged_at is not null) execute function desk_search_purged();
