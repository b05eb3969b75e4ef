-- What is counted of a reader on a day, looked for with each scan. Package follow.
create index scan_counted on scan (reader_key, placement_id, outcome, at) where first_of_day;

-- The followers whom an account has blocked.
create index follow_blocked on follow (account_id, follower_id) where active and blocked;
