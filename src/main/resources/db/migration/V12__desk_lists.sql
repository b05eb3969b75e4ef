-- The desk's lists of articles and editions. Package edition.

-- The characters of a title, for "text in title"; the text itself is looked at afterwards. Not
-- pg_trgm: with the locale C it sees no letter in Chinese text, and a word of two characters has no
-- trigram. Built-in functions alone: one of our own cost an insert more than all other indexes.
create index article_title_characters on article
  using gin (string_to_array(lower(title_key), null));
create index article_draft_title_characters on article_draft
  using gin (string_to_array(lower(title_key), null));
create index article_tags on article using gin (tags);
create index article_draft_tags on article_draft using gin (tags);

-- Latest made first (ids are UUIDv7); what is published is most of all, and the primary key serves it.
create index article_desk_account on article (account_id, id desc);
create index article_desk_unpublished on article (state, id desc) where state <> 'published';
create index article_draft_account on article_draft (account_id, article_id desc);
create index edition_desk_unpublished on edition (state, id desc) where state <> 'published';
