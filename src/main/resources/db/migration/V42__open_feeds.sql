-- Open feeds name the articles withdrawn last, of everything and of one account.
create index article_withdrawn on article (withdrawn_at desc) where state = 'withdrawn';
create index article_withdrawn_account on article (account_id, withdrawn_at desc) where state = 'withdrawn';

-- The permanent id of the feed of all articles; other feeds have the id of their account or tag. Package syndication.
create table feed_identity (
  one boolean primary key default true check (one),
  id uuid not null default gen_random_uuid()
);

insert into feed_identity default values;
