-- The feed with whose each article is: a reader's accounts are picked out of the next thousand
-- articles from the index alone, in its order.
drop index article_feed;
create index article_feed on article (feed_order desc) include (account_id)
  where state = 'published';
