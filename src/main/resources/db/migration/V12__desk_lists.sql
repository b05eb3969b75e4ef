-- The desk's lists of articles and editions. Package edition.

-- All one- and two-character pieces of a title, for "text in title". Not pg_trgm: with the locale C
-- it sees no letter in Chinese text, and a word of two characters has no trigram.
create function title_grams(title text) returns text[] language sql immutable parallel safe as $$
  select coalesce(array_agg(distinct substr(lower(title collate "C"), place, width) collate "C"), '{}')
  from generate_series(1, char_length(title)) place, generate_series(1, 2) width
  where place + width <= char_length(title) + 1
$$;

create index article_title_grams on article using gin (title_grams(title_key));
create index article_draft_title_grams on article_draft using gin (title_grams(title_key));
create index article_tags on article using gin (tags);
create index article_draft_tags on article_draft using gin (tags);

-- Latest made first (ids are UUIDv7); what is published is most of all, and the primary key serves it.
create index article_desk_account on article (account_id, id desc);
create index article_desk_unpublished on article (state, id desc) where state <> 'published';
create index article_draft_account on article_draft (account_id, article_id desc);
create index edition_desk_unpublished on edition (state, id desc) where state <> 'published';
