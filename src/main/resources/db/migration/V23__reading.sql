-- The order of a reader's starred articles. Package home.
-- The number of the change by which the article got its star: latest starred first. Not the time,
-- which devices name: two stars may have the same, and what is asked for again must not miss one
-- that arrives late.
alter table article_state add column star_seq bigint not null default 0;
update article_state set star_seq = seq where star;
create index article_state_star on article_state (reader_key, star_seq desc) where star;
