-- Words that mean the same in searches. One row at most; without one the list is empty and has
-- version 0. Package search.synonym: the only writer and the only reader.
create table search_synonyms (
  one boolean primary key default true check (one),
  version bigint not null,
  updated_at timestamptz not null,
  -- [{"words": ["公积金", "住房公积金"]}, ...]
  groups jsonb not null
);
