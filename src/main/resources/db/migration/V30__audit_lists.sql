-- The audit's lists of a time, an action or a kind of thing look at few rows, however long it is.
-- Together with a key, an account or one thing those have their indexes already.
create index audit_at on audit (at);
create index audit_action on audit (action, id);
create index audit_kind on audit (thing, id);
