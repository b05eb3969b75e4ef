-- Words that mean the same in searches. One row at most; without one the list is empty and has
-- version 0. Package search.synonym: the only writer and the only reader.
create table search_synonyms (
  one boolean primary key default true check (one),
  version bigint not null,
  updated_at timestamptz not null,
  -- [{"words": ["公积金", "住房公积金"]}, ...]
  groups jsonb not null
);

-- Titles are suggested from inside, too: suggestion_key.place is the character at which a key of a
-- term begins. What begins a title must not be lost among what is inside of others, so each has an
-- index. The previous release reads by suggestion_key_begin.
create index suggestion_key_front on suggestion_key (key) where not of_name and place = 0;
create index suggestion_key_inside on suggestion_key (key) where not of_name and place > 0;

-- By which rules (search.SuggestionKeys) the suggestions of titles were made. While they are made
-- again: up to which article, in the order of ids; otherwise null. One row at most.
create table suggestion_state (
  one boolean primary key default true check (one),
  rules int not null,
  after uuid
);

-- Those of the previous release are made again in the background.
insert into suggestion_state (rules) values (0);
