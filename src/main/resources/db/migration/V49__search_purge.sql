-- How often content was purged: each node removes purged words from its own index. Package search.
create table search_purge (
  -- One row, from the first purge on.
  id boolean primary key default true check (id),
  purges bigint not null
);
