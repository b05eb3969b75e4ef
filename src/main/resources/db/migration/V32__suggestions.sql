-- What can be suggested while somebody types. Package search: the only writer and the only reader.
-- Accounts and tags by their names, and terms: titles and what stands in them between punctuation.
create table suggestion (
  id bigint generated always as identity primary key,
  kind text collate "C" not null check (kind in ('account', 'tag', 'term')),
  -- Of an account or a tag.
  thing_id uuid,
  slug text collate "C",
  -- As readers see it, and folded; of equal terms the first one that was seen.
  text text collate "C" not null,
  text_f text collate "C" not null,
  -- How many live articles have the term in their title; of names 0.
  articles int not null
);

create unique index suggestion_term on suggestion (text_f) where kind = 'term';
create unique index suggestion_thing on suggestion (kind, thing_id) where kind <> 'term';
-- One letter begins too many: then the most usual ones are looked through.
create index suggestion_often on suggestion (articles desc) where kind = 'term' and articles > 1;

-- By which beginnings it is found: its letters, its pinyin, its initials (search.SuggestionKeys).
create table suggestion_key (
  of_name boolean not null,
  key text collate "C" not null,
  suggestion_id bigint not null,
  -- At which character of a name the key begins; of terms 0.
  place smallint not null
);

create index suggestion_key_begin on suggestion_key (of_name, key);
create index suggestion_key_of on suggestion_key (suggestion_id);

-- Which live article has which terms, so that a title's change takes back what it gave.
create table article_term (
  article_id uuid not null,
  term_id bigint not null,
  primary key (article_id, term_id)
);

-- The indexer makes all rows anew, and suggestions with them.
update article_search set fold_version = 0;
update name_search set fold_version = 0;
