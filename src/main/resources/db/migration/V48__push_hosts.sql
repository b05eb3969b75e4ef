-- Notifications are claimed in turn for each push service, so that a slow one delays no other. Package push.
alter table push_subscription
  -- Scheme, host and port of the push service.
  add column host text collate "C" not null
    generated always as (lower(coalesce(substring(endpoint from '^[^/]+//[^/?#]+'), ''))) stored;

-- Empty in rows that a node of the previous release inserts during an upgrade.
alter table push_delivery add column host text collate "C" not null default '';

update push_delivery d set host = s.host from push_subscription s where s.id = d.subscription_id;

drop index push_delivery_next;
create index push_delivery_due on push_delivery (host, next_at, id);
-- What each push service has being sent.
create index push_delivery_claimed on push_delivery (host, next_at) where claim is not null;
